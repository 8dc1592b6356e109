"""One server, asked over HTTP: what goes wrong becomes a sentence, what comes back is bounded."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from simulator.locale import Language
from simulator.submission.address import Address, is_own_network
from simulator.submission.failure import NoAnswer, Refused
from simulator.submission.stream import Heard, events
from simulator.submission.wire.base import API
from simulator.submission.wire.problem import Problem

if TYPE_CHECKING:
    import httpx

Model = TypeVar("Model", bound=BaseModel)
_CONNECT_SECONDS = 5.0
_ANSWER_SECONDS = 20.0
_MOST_ANSWER = 8 * 1024 * 1024
"""Bytes of an answer, unless more is expected."""
_EVENTS = "text/event-stream"
_UNTRUSTED = "CERTIFICATE_VERIFY_FAILED"


@dataclass(frozen=True)
class Answered:
    """What came back: status below 400."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def read(self, model: type[Model]) -> Model:
        """The body as what it should be. Raises NoAnswer where it is not: some other server answered."""
        try:
            return model.model_validate_json(self.body)
        except ValidationError:
            raise NoAnswer("foreign") from None


class Connection:
    """The server at `address`, its certificate vouched for by the system, or by `ca_file` alone where one is given.

    `language` is asked for each time. `transport` stands in for the network.
    """

    def __init__(
        self,
        address: Address,
        ca_file: Path | None = None,
        language: Callable[[], Language] = lambda: "fr",
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self.address = address
        self._ca_file = ca_file
        self._language = language
        self._transport = transport
        self._lock = Lock()
        self._client: httpx.Client | None = None

    def ask(
        self,
        method: str,
        path: str,
        *,
        token: str | None = None,
        body: str | None = None,
        headers: Mapping[str, str] | None = None,
        parameters: Mapping[str, str | int | float] | None = None,
        most: int = _MOST_ANSWER,
        patience: float = _ANSWER_SECONDS,
    ) -> Answered:
        """Ask, and wait for the answer at most `patience` seconds. Raises NoAnswer, Refused."""
        content = None if body is None else body.encode()
        with self._opened(method, path, token, patience, headers, content=content, params=parameters) as response:
            answered = Answered(response.status_code, dict(response.headers), _bounded(response, most))
        self._check(answered)
        return answered

    def listen(
        self, path: str, *, token: str | None = None, headers: Mapping[str, str] | None = None, patience: float
    ) -> Iterator[Heard]:
        """The events of a stream as they come, until it ends or is silent for `patience` seconds.

        Raises NoAnswer, Refused.
        """
        asked = {"Accept": _EVENTS, "Cache-Control": "no-store", **(headers or {})}
        with self._opened("GET", path, token, patience, asked) as response:
            if response.status_code != 200:
                self._check(Answered(response.status_code, dict(response.headers), _bounded(response, _MOST_ANSWER)))
                raise NoAnswer("foreign")
            if not response.headers.get("content-type", "").startswith(_EVENTS):
                raise NoAnswer("foreign")
            yield from events(response.iter_bytes())

    @contextmanager
    def _opened(
        self,
        method: str,
        path: str,
        token: str | None,
        patience: float,
        headers: Mapping[str, str] | None,
        *,
        content: bytes | None = None,
        params: Mapping[str, str | int | float] | None = None,
    ) -> Iterator[httpx.Response]:
        """The answer as it begins to come; what goes wrong until it has come is a NoAnswer."""
        import httpx

        sent = {"Accept-Language": self._language(), **(headers or {})}
        if token is not None:
            sent["Authorization"] = f"Bearer {token}"
        if content is not None:
            sent["Content-Type"] = "application/json"
        limits = httpx.Timeout(patience, connect=_CONNECT_SECONDS)
        try:
            with self._open().stream(
                method, f"{API}{path}", headers=sent, content=content, params=params, timeout=limits
            ) as response:
                yield response
        except httpx.TimeoutException:
            raise NoAnswer("slow", host=self.address.host) from None
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            code = "untrusted" if _UNTRUSTED in str(error) else "unreachable"
            raise NoAnswer(code, host=self.address.host) from None

    def _check(self, answered: Answered) -> None:
        if answered.status >= 400:
            raise _refusal(answered, self.address.host)
        if 300 <= answered.status < 400 and answered.status != 304:
            raise NoAnswer("foreign")

    def close(self) -> None:
        """Let go of the connections."""
        with self._lock:
            if self._client is not None:
                self._client.close()
                self._client = None

    def _open(self) -> httpx.Client:
        import httpx

        with self._lock:
            if self._client is None:
                settings: dict[str, Any] = {} if self._transport is None else {"transport": self._transport}
                self._client = httpx.Client(
                    base_url=self.address.url,
                    verify=self._trust(),
                    trust_env=not is_own_network(self.address.host),
                    follow_redirects=False,
                    **settings,
                )
            return self._client

    def _trust(self) -> ssl.SSLContext:
        try:
            return ssl.create_default_context(cafile=str(self._ca_file) if self._ca_file else None)
        except (OSError, ssl.SSLError):
            raise NoAnswer("ca_unreadable", file=str(self._ca_file)) from None


def _bounded(response: httpx.Response, most: int) -> bytes:
    came = bytearray()
    for part in response.iter_bytes():
        came += part
        if len(came) > most:
            raise NoAnswer("foreign")
    return bytes(came)


def _refusal(answered: Answered, host: str) -> Exception:
    try:
        return Refused(Problem.model_validate_json(answered.body))
    except ValidationError:
        return NoAnswer("unreachable", host=host) if answered.status in (502, 503, 504) else NoAnswer("foreign")
