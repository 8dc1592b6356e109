"""The library that speaks LTI, fitted to this server: PyLTI1p3, in the fork that is looked after (pylti1p3next).

It checks signatures, nonces, deployments and messages, fetches keys and access tokens and speaks the services; what it
would keep in a web framework's session stands in our database, used once. Only the files beside this one import it.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping
from threading import Lock
from typing import Any

import jwt
import requests
from pylti1p3.cookie import CookieService
from pylti1p3.deployment import Deployment
from pylti1p3.exception import LtiException, LtiServiceException, OIDCException
from pylti1p3.message_launch import MessageLaunch
from pylti1p3.oidc_login import OIDCLogin
from pylti1p3.redirect import Redirect
from pylti1p3.registration import Registration
from pylti1p3.request import Request
from pylti1p3.service_connector import ServiceConnector
from pylti1p3.session import SessionService
from pylti1p3.tool_config.abstract import ToolConfAbstract

from simulator.classroom.declined import Declined
from simulator.classroom.people.secret import digest
from simulator.classroom.store.systems import Platform
from simulator.classroom.systems.lti.keys import ToolKey

__all__ = ["LtiServiceException", "Toolkit"]

_LOG = logging.getLogger("badbuzz")
_ALGORITHM = "RS256"
_SECONDS = (5, 15)
"""To connect, and to wait for an answer."""
_MOST_ANSWER = 4 * 1024 * 1024
_KEYS_KEPT = 3600.0
_KEYS_ASKED_AGAIN = 30.0
"""How soon a platform's keys are fetched anew for a token whose key is not among them."""


class _Params(Request):
    """What came with a request."""

    def __init__(self, params: Mapping[str, str]) -> None:
        self._params = params

    def is_secure(self) -> bool:
        return True

    def get_param(self, key: str) -> str:
        return self._params.get(key, "")


class _Cookies(CookieService):
    """The one cookie of a login, kept apart from the request."""

    def __init__(self, held: Mapping[str, str] | None = None) -> None:
        self.held: dict[str, str] = dict(held or {})

    def get_cookie(self, name: str) -> str | None:
        return self.held.get(name)

    def set_cookie(self, name: str, value: str | int, exp: int | None = 3600) -> None:  # noqa: ARG002
        self.held[name] = str(value)


class _Once(SessionService):
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


class _OnePlatform(ToolConfAbstract[Any]):
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


class _Nowhere(Redirect[str]):
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


class _Login(OIDCLogin[Any, Any, Any, Any, str]):
    def get_redirect(self, url: str) -> Redirect[str]:
        return _Nowhere(url)


class _Launch(MessageLaunch[Any, Any, Any, Any]):
    """A launch, whose platform's keys are fetched through the toolkit."""

    toolkit: Toolkit

    def _get_request_param(self, key: str) -> str:
        return str(self._request.get_param(key))

    def fetch_public_key(self, key_set_url: str) -> Any:
        return self.toolkit.keys(key_set_url, str(self._jwt.get("header", {}).get("kid", "")))


class _Session(requests.Session):
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


def new_session() -> requests.Session:
    """What platforms are asked with."""
    return _Session()


class Toolkit:
    """What a worker speaks LTI with. Keys and access tokens are kept while they are good."""

    def __init__(self, key: ToolKey) -> None:
        self._key = key
        self._lock = Lock()
        self._keys: dict[str, tuple[float, Any]] = {}
        self._tokens: dict[tuple[str, str], tuple[float, str]] = {}

    @property
    def public_keys(self) -> dict[str, Any]:
        """What platforms verify our signatures with (JWKS)."""
        return {"keys": [dict(Registration.get_jwk(self._key.public))]}

    def registration(self, platform: Platform) -> Registration:
        """A platform, as the library knows it."""
        made = Registration()
        made.set_issuer(platform.issuer).set_client_id(platform.client_id)
        made.set_auth_login_url(platform.login_url).set_auth_token_url(platform.token_url)
        made.set_key_set_url(platform.keys_url)
        if platform.audience:
            made.set_auth_audience(platform.audience)
        made.set_tool_private_key(self._key.private).set_tool_public_key(self._key.public)
        return made

    def login(self, platform: Platform, params: Mapping[str, str], launch_url: str) -> tuple[str, str, str]:
        """(address to send the browser to, state, digest of the nonce). Raises Declined."""
        once, cookies = _Once(), _Cookies()
        config = _OnePlatform(platform, self.registration(platform))
        begun = _Login(_Params(params), config, session_service=once, cookie_service=cookies)
        try:
            url = begun.redirect(launch_url)
        except (OIDCException, LtiException):
            raise Declined("lti_login_bad", 400) from None
        (state,) = cookies.held
        return url, state, once.nonce

    def launch(self, platform: Platform, params: Mapping[str, str], state: str, nonce: str) -> dict[str, Any]:
        """The claims of a launch, every one of them vouched for by the platform.

        `state` is the browser's, `nonce` the digest of what the login asked for. Raises Declined.
        """
        config = _OnePlatform(platform, self.registration(platform))
        cookies = _Cookies({state: state})
        made = _Launch(_Params(params), config, session_service=_Once(nonce), cookie_service=cookies)
        made.toolkit = self
        made.set_jwt_verify_options({"verify_aud": False, "require": ["exp", "iat", "nonce", "iss", "aud"]})
        try:
            _check_algorithm(params.get("id_token", ""))
            made.validate()
        except (
            LtiException,
            requests.RequestException,
            ValueError,
            KeyError,
            TypeError,
            AttributeError,
            AssertionError,
        ) as error:
            _LOG.warning("launch refused", extra={"error": type(error).__name__, "reason": str(error)[:160]})
            expired = isinstance(error.__cause__, jwt.ExpiredSignatureError)
            raise Declined("lti_token_over" if expired else "lti_token_bad", 400) from error
        claims = dict(made.get_launch_data())
        audience = claims["aud"] if isinstance(claims["aud"], list) else [claims["aud"]]
        if platform.client_id not in audience or (len(audience) > 1 and claims.get("azp") != platform.client_id):
            raise Declined("lti_token_bad", 400)
        return claims

    def connector(self, platform: Platform) -> ServiceConnector:
        """Asks a platform's services, with access tokens kept while they are good."""
        return _Connector(self, platform, self.registration(platform))

    def keys(self, url: str, kid: str) -> Any:
        """A platform's public keys; fetched anew for a key that is not among them, for keys change."""
        now = time.monotonic()
        with self._lock:
            kept = self._keys.get(url)
        if kept is not None:
            known = any(isinstance(one, dict) and one.get("kid") == kid for one in kept[1]["keys"])
            if now - kept[0] < (_KEYS_KEPT if known else _KEYS_ASKED_AGAIN):
                return kept[1]
        answer = _Session().get(url)
        found = answer.json() if answer.ok else None
        if not isinstance(found, dict) or not isinstance(found.get("keys"), list):
            raise LtiException("the platform gives no keys")
        with self._lock:
            self._keys[url] = (now, found)
        return found

    def token(self, platform: str, scopes: str) -> str | None:
        """An access token that is still good."""
        with self._lock:
            ends, token = self._tokens.get((platform, scopes), (0.0, ""))
        return token if ends > time.monotonic() else None

    def keep_token(self, platform: str, scopes: str, token: str, seconds: float) -> None:
        """Keep an access token, not quite as long as it is good."""
        with self._lock:
            self._tokens[platform, scopes] = (time.monotonic() + max(0.0, seconds - 60), token)

    def forget_tokens(self, platform: str) -> None:
        """The platform did not take one."""
        with self._lock:
            self._tokens = {key: value for key, value in self._tokens.items() if key[0] != platform}


class _Connector(ServiceConnector):
    def __init__(self, toolkit: Toolkit, platform: Platform, registration: Registration) -> None:
        super().__init__(registration, _Session())
        self._toolkit = toolkit
        self._platform = platform.id

    def _get_cached_access_token(self, scope_key: str) -> str | None:
        return self._toolkit.token(self._platform, scope_key)

    def _cache_access_token(self, scope_key: str, access_token: str, expires_in: float) -> None:
        self._toolkit.keep_token(self._platform, scope_key, access_token, expires_in)


def _check_algorithm(token: str) -> None:
    """The standard's, and no other that a key might be taken for."""
    try:
        algorithm = jwt.get_unverified_header(token).get("alg")
    except jwt.InvalidTokenError as error:
        raise LtiException("no token") from error
    if algorithm != _ALGORITHM:
        raise LtiException("another algorithm")
