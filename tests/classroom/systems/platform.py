"""A learning platform to be launched from: signs, answers token, roster and grade requests as the standard says.

The platform's side of the protocol is lti1p3platform's: its messages, its signatures, its judgement of ours.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from fastapi.testclient import TestClient
from httpx import Response
from lti1p3platform.ltiplatform import LTI1P3PlatformConfAbstract
from lti1p3platform.message_launch import LTIAdvantageMessageLaunchAbstract
from lti1p3platform.registration import Registration

from simulator.classroom.systems.lti.platforms import NewPlatform

CLIENT, DEPLOYMENT, COURSE = "client-1", "deployment-1", "course-1"
_ROLE = "http://purl.imsglobal.org/vocab/lis/v2/membership#"
TEACHES, LEARNS = f"{_ROLE}Instructor", f"{_ROLE}Learner"
_SCORE = "https://purl.imsglobal.org/spec/lti-ags/scope/score"
_MEMBERS = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly"
_ITEMS = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem"


@cache
def key_pair(name: str) -> tuple[str, str]:
    """(private, public) as PEM: one pair for each name."""
    assert name
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    public = key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    return private.decode(), public.decode()


class _Conf(LTI1P3PlatformConfAbstract):
    def init_platform_config(self, registration: Registration) -> None:
        self._registration = registration

    def get_registration_by_params(self, **_: Any) -> Registration:
        assert self._registration is not None
        return self._registration


class _Message(LTIAdvantageMessageLaunchAbstract):
    def render_launch_form(self, launch_data: dict[str, Any], **_: Any) -> dict[str, Any]:
        return launch_data


@dataclass
class Platform:
    """Listens on this machine while it is entered. `down`: it answers to nothing; `scores` as they arrived."""

    members: list[dict[str, Any]] = field(default_factory=list)
    scores: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    items: list[dict[str, Any]] = field(default_factory=list)
    down: bool = False
    tool: str = "http://testserver"
    registered: list[dict[str, Any]] = field(default_factory=list)
    chosen_in_browser: list[str] = field(default_factory=list)
    says_of_itself: dict[str, Any] = field(default_factory=dict)

    def __enter__(self) -> Platform:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        private, public = key_pair("platform")
        made = Registration().set_iss(self.address).set_client_id(CLIENT).set_deployment_id(DEPLOYMENT)
        made.set_platform_private_key(private).set_platform_public_key(public)
        made.set_launch_url(f"{self.tool}/lti/launch").set_deeplink_launch_url(f"{self.tool}/lti/launch")
        self.registration = made
        self.conf = _Conf(registration=made)
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    @property
    def as_entered(self) -> NewPlatform:
        """What its administrator tells ours."""
        return NewPlatform(
            issuer=self.address,
            client_id=CLIENT,
            login_url=f"{self.address}/auth",
            token_url=f"{self.address}/token",
            keys_url=f"{self.address}/keys",
            deployments=(DEPLOYMENT,),
        )

    def begin(self, browser: TestClient, user: str) -> dict[str, str]:
        """Send a browser to the tool; what the tool asks of us, once the browser is back."""
        asked = {
            "iss": self.address,
            "login_hint": user,
            "target_link_uri": f"{self.tool}/lti/launch",
            "lti_message_hint": "hint",
            "client_id": CLIENT,
        }
        answer = browser.post("/lti/login", data=asked, follow_redirects=False)
        assert answer.status_code == 302, answer.text
        where = urlsplit(answer.headers["location"])
        assert f"{where.scheme}://{where.netloc}{where.path}" == f"{self.address}/auth"
        return dict(parse_qsl(where.query))

    def message(
        self,
        asked: Mapping[str, str],
        user: str,
        role: str,
        *,
        link: str | None = "link-1",
        custom: Mapping[str, str] | None = None,
        choosing: bool = False,
        column: bool = True,
        more: Mapping[str, Any] | None = None,
    ) -> dict[str, str]:
        """The signed answer to what the tool asked: state and id_token."""
        made = _Message(SimpleNamespace(get_data=dict(asked), form_data={}), self.conf)  # type: ignore[arg-type]
        made.set_user_data(user, [role], full_name=f"Name of {user}", email_address=f"{user}@example.org")
        made.set_launch_context_claim(COURSE, context_title="Communication de crise, M2")
        made.set_launch_presentation_claim("window", f"{self.address}/return")
        made.set_custom_parameters_claim(dict(custom or {}))
        if link is not None and not choosing:
            made.set_resource_link_claim(link)
        made.set_ags(f"{self.address}/items", f"{self.address}/items/1?course=1" if column else None)
        made.set_nrps(f"{self.address}/members?page=0")
        if choosing:
            made.set_dl(f"{self.address}/choose", accept_types={"ltiResourceLink"}, extra_data={"x": "y"})
        made.set_extra_claims(dict(more or {}))
        said: dict[str, str] = made.lti_launch()
        assert said.pop("launch_url") == f"{self.tool}/lti/launch"
        return said

    def way_in(self, user: str, role: str, **how: Any) -> str:
        """The address at which a real browser begins a launch; `how` as for `message`."""
        hint = json.dumps({"user": user, "role": role, **how})
        asked = {"iss": self.address, "login_hint": user, "target_link_uri": f"{self.tool}/lti/launch"}
        return f"{self.tool}/lti/login?{urlencode({**asked, 'lti_message_hint': hint, 'client_id': CLIENT})}"

    def launch(self, browser: TestClient, user: str, role: str, **how: Any) -> Response:
        """The whole way: login, signature, launch. `headers` of the last request."""
        headers = how.pop("headers", {})
        said = self.message(self.begin(browser, user), user, role, **how)
        return browser.post("/lti/launch", data=said, headers=headers, follow_redirects=False)

    def chosen(self, answer: str) -> dict[str, Any]:
        """What the tool chose, by the library's judgement."""
        (item,) = self.conf.validate_deeplinking_resp({"JWT": answer})
        return item

    def answer(self, method: str, path: str, query: Mapping[str, list[str]], bearer: str, body: bytes) -> Any:
        """(status, JSON, headers) of a request to a service."""
        if self.down:
            return 503, {}, {}
        if path == "/keys":
            return 200, {"keys": self.registration.get_jwks()}, {}
        if path == "/auth":
            asked = {name: values[0] for name, values in query.items()}
            how = json.loads(asked["lti_message_hint"])
            return 200, _posted(f"{self.tool}/lti/launch", self.message(asked, **how)), {}
        if path == "/choose":
            self.chosen_in_browser.append(parse_qs(body.decode())["JWT"][0])
            return 200, "<!DOCTYPE html><title>Course</title><p>placed</p>", {}
        if path == "/frame":
            return 200, f'<!DOCTYPE html><iframe src="{escape(query["of"][0])}" width="700" height="800"></iframe>', {}
        if path == "/config":
            return 200, {**_configuration(self.address), **self.says_of_itself}, {}
        if path == "/register" and bearer == "registration token":
            self.registered.append(json.loads(body))
            tool = {"deployment_id": DEPLOYMENT}
            return 200, {"client_id": CLIENT, "https://purl.imsglobal.org/spec/lti-tool-configuration": tool}, {}
        if path == "/token":
            sent = {name: values[0] for name, values in parse_qs(body.decode()).items()}
            return 200, self.conf.get_access_token(sent), {}
        if path == "/members" and self.conf.validate_token(bearer, [_MEMBERS]):
            page = int(query["page"][0])
            more = {"Link": f'<{self.address}/members?page={page + 1}>; rel="next"'} if page == 0 else {}
            half = self.members[:2] if page == 0 else self.members[2:]
            return 200, {"id": "x", "context": {"id": COURSE}, "members": half}, more
        if path == "/items" and self.conf.validate_token(bearer, [_ITEMS]):
            if method == "GET":
                return 200, self.items, {}
            item = {**json.loads(body), "id": f"{self.address}/items/{len(self.items) + 7}"}
            self.items.append(item)
            return 201, item, {}
        if path.endswith("/scores") and self.conf.validate_token(bearer, [_SCORE]):
            self.scores.append((path, json.loads(body)))
            return 200, {}, {}
        return 404, {}, {}


def _configuration(address: str) -> dict[str, Any]:
    return {
        "issuer": address,
        "authorization_endpoint": f"{address}/auth",
        "token_endpoint": f"{address}/token",
        "jwks_uri": f"{address}/keys",
        "registration_endpoint": f"{address}/register",
        "https://purl.imsglobal.org/spec/lti-platform-configuration": {"product_family_code": "emulator"},
    }


def _posted(to: str, fields: Mapping[str, str]) -> str:
    """A page that sends a form by itself."""
    inputs = "".join(f'<input type="hidden" name="{name}" value="{escape(fields[name])}">' for name in fields)
    return (
        f'<!DOCTYPE html><form method="post" action="{to}">{inputs}</form><script>document.forms[0].submit()</script>'
    )


def _handler(platform: Platform) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Nothing is said."""

        def _answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length") or 0))
            parts = urlsplit(self.path)
            bearer = (self.headers.get("authorization") or "").removeprefix("Bearer ")
            status, said, headers = platform.answer(self.command, parts.path, parse_qs(parts.query), bearer, body)
            html = isinstance(said, str)
            content = said.encode() if html else json.dumps(said).encode()
            kind = "text/html; charset=utf-8" if html else "application/json"
            self.send_response(status)
            for name, value in {"Content-Type": kind, **headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET: Callable[[Any], None] = _answer  # noqa: N815
        do_POST: Callable[[Any], None] = _answer  # noqa: N815

    return Handler
