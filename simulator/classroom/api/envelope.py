"""What surrounds every request: limits on the way in, headers on the way out, a log line and a count."""

from __future__ import annotations

import logging
import secrets
import time
from collections.abc import MutableMapping, Sequence
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from simulator.authoring.pack import MAX_PACK_BYTES
from simulator.classroom.api.problems import answered
from simulator.classroom.declined import Declined
from simulator.classroom.serving.logs import LOG
from simulator.classroom.serving.metrics import Metrics
from simulator.submission.wire.base import MOST_BODY

UPLOADS = "/upload/"
"""Below this address a request may be as long as a scenario's pack."""
_MOST_UPLOAD = 2 * MAX_PACK_BYTES
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action {forms}; base-uri 'none'; frame-ancestors {frames}"
)
_HEADERS = {
    "content-security-policy": _POLICY.format(forms="'self'", frames="'none'"),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}
_HSTS = "max-age=31536000"


def framed_policy(frames: Sequence[str], forms: Sequence[str] = ()) -> str:
    """The content policy of a page that other origins may frame, and whose forms may go to some of them too."""
    return _POLICY.format(forms=" ".join(("'self'", *forms)), frames=" ".join(frames) or "'none'")


def security_headers(*, secure: bool) -> dict[str, str]:
    """The headers of every answer, by their names in small letters."""
    return {**_HEADERS, **({"strict-transport-security": _HSTS} if secure else {})}


class _TooLong(HTTPException):
    """More bytes came than are allowed."""

    def __init__(self) -> None:
        super().__init__(413)


class Envelope:
    """Around an application. A page that sets a header of its own keeps it."""

    def __init__(self, app: ASGIApp, metrics: Metrics, *, secure: bool) -> None:
        self._app = app
        self._metrics = metrics
        self._headers = security_headers(secure=secure)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = time.perf_counter()
        status = 500
        most = _MOST_UPLOAD if scope["path"].startswith(UPLOADS) else MOST_BODY
        came = 0

        async def received() -> Message:
            nonlocal came
            message = await receive()
            came += len(message.get("body", b""))
            if came > most:
                raise _TooLong
            return message

        async def sent(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
            await send(message)

        try:
            if _announced(scope) > most:
                raise _TooLong
            await self._app(scope, received, sent)
        except _TooLong:
            limit = Declined("body_long", 413, most=most // 1024 // 1024)
            scope.setdefault("app", self._app)
            await answered(Request(scope), limit)(scope, receive, sent)
        finally:
            self._tell(scope, status, time.perf_counter() - began)

    def _tell(self, scope: MutableMapping[str, Any], status: int, seconds: float) -> None:
        route = getattr(scope.get("route"), "path", "")
        self._metrics.count(route, status, seconds)
        level = logging.DEBUG if scope["method"] == "GET" and status < 400 else logging.INFO
        if LOG.isEnabledFor(level):
            about: dict[str, object] = {
                "request": secrets.token_hex(4),
                "method": scope["method"],
                "route": route,
                "status": status,
                "ms": round(1000 * seconds, 1),
            }
            if "declined" in scope:
                about["code"] = scope["declined"]
            LOG.log(level, "request", extra=about)


def _announced(scope: Scope) -> int:
    value = header_of(scope, b"content-length") or ""
    return int(value) if value.isascii() and value.isdigit() and len(value) < 16 else 0


def header_of(scope: Scope, name: bytes) -> str | None:
    """The first value of a header, by its name in small letters."""
    return next((value.decode("latin-1") for key, value in scope["headers"] if key == name), None)
