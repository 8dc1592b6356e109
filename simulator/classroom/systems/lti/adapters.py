"""The library's ends, fitted to this server: what it would find in a web framework's request, session and settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import requests
from pylti1p3.cookie import CookieService
from pylti1p3.deployment import Deployment
from pylti1p3.exception import LtiException
from pylti1p3.message_launch import MessageLaunch
from pylti1p3.oidc_login import OIDCLogin
from pylti1p3.redirect import Redirect
from pylti1p3.registration import Registration
from pylti1p3.request import Request
from pylti1p3.session import SessionService
from pylti1p3.tool_config.abstract import ToolConfAbstract

from simulator.classroom.people.secret import digest
from simulator.classroom.store.systems import Platform

_SECONDS = (5, 15)
"""To connect, and to wait for an answer."""
_MOST_ANSWER = 4 * 1024 * 1024


class Params(Request):
    """What came with a request."""

    def __init__(self, params: Mapping[str, str]) -> None:
        self._params = params

    def is_secure(self) -> bool:
        return True

    def get_param(self, key: str) -> str:
        return self._params.get(key, "")


class Cookies(CookieService):
    """The one cookie of a login, kept apart from the request."""

    def __init__(self, held: Mapping[str, str] | None = None) -> None:
        self.held: dict[str, str] = dict(held or {})

    def get_cookie(self, name: str) -> str | None:
        return self.held.get(name)

    def set_cookie(self, name: str, value: str | int, exp: int | None = 3600) -> None:  # noqa: ARG002
        self.held[name] = str(value)


class Once(SessionService):
    """What a login hands to its launch: the nonce, of which the digest was kept."""

    def __init__(self, nonce: str = "") -> None:
        self.nonce = nonce

    def save_nonce(self, nonce: str) -> None:
        self.nonce = digest(nonce)

    def check_nonce(self, nonce: str) -> bool:
        return bool(self.nonce) and digest(nonce) == self.nonce

    def check_state_is_valid(self, state: str, id_token_hash: str) -> bool:  # noqa: ARG002
        return False

    def set_state_valid(self, state: str, id_token_hash: str) -> None:
        """It is not: it was used."""

    def save_launch_data(self, key: str, jwt_body: Mapping[str, Any]) -> None:
        """Nothing is kept."""


class OnePlatform(ToolConfAbstract[Any]):
    """The platform that a request is of, found beforehand."""

    def __init__(self, platform: Platform, registration: Registration) -> None:
        self._platform = platform
        self._registration = registration

    def check_iss_has_one_client(self, iss: str) -> bool:  # noqa: ARG002
        return False

    def check_iss_has_many_clients(self, iss: str) -> bool:  # noqa: ARG002
        return True

    def find_registration_by_issuer(self, iss: str, *_: Any, **__: Any) -> Registration:
        return self.find_registration_by_params(iss, self._platform.client_id)

    def find_registration_by_params(self, iss: str, client_id: str, *_: Any, **__: Any) -> Registration:  # noqa: ARG002
        if iss != self._platform.issuer:
            raise LtiException("another issuer")
        return self._registration

    def find_deployment(self, iss: str, deployment_id: str) -> Deployment | None:  # noqa: ARG002
        return self._deployment(deployment_id)

    def find_deployment_by_params(
        self,
        iss: str,  # noqa: ARG002
        deployment_id: str,
        client_id: str,  # noqa: ARG002
        *_: Any,
        **__: Any,
    ) -> Deployment | None:
        return self._deployment(deployment_id)

    def _deployment(self, deployment_id: str) -> Deployment | None:
        allowed = self._platform.deployments
        return Deployment().set_deployment_id(deployment_id) if not allowed or deployment_id in allowed else None


class Nowhere(Redirect[str]):
    """The address to go to, as it is."""

    def __init__(self, url: str) -> None:
        self._url = url

    def do_redirect(self) -> str:
        return self._url

    def do_js_redirect(self) -> str:
        return self._url

    def set_redirect_url(self, location: str) -> None:
        self._url = location

    def get_redirect_url(self) -> str:
        return self._url


class Login(OIDCLogin[Any, Any, Any, Any, str]):
    """A login, of which we want the address alone."""

    def get_redirect(self, url: str) -> Redirect[str]:
        return Nowhere(url)


class Launch(MessageLaunch[Any, Any, Any, Any]):
    """A launch. `keys` gives a platform's keys, by their address and the name of the one that is looked for."""

    keys: Callable[[str, str], Any]

    def _get_request_param(self, key: str) -> str:
        return str(self._request.get_param(key))

    def fetch_public_key(self, key_set_url: str) -> Any:
        return self.keys(key_set_url, str(self._jwt.get("header", {}).get("kid", "")))


class Session(requests.Session):
    """Asks with a time-out, follows nowhere, reads no settings of this machine."""

    def __init__(self) -> None:
        super().__init__()
        self.trust_env = False
        self.headers["User-Agent"] = "badbuzz"

    def request(self, *arguments: Any, **settings: Any) -> requests.Response:
        settings.setdefault("timeout", _SECONDS)
        settings["allow_redirects"] = False
        answer = super().request(*arguments, **settings)
        if len(answer.content) > _MOST_ANSWER:
            raise requests.RequestException("too long an answer")
        return answer
