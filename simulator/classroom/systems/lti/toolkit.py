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
from pylti1p3.exception import LtiException, OIDCException
from pylti1p3.registration import Registration
from pylti1p3.service_connector import ServiceConnector

from simulator.classroom.declined import Declined
from simulator.classroom.store.systems import Platform
from simulator.classroom.systems.lti.adapters import Cookies, Launch, Login, Once, OnePlatform, Params, Session
from simulator.classroom.systems.lti.keys import ToolKey

_LOG = logging.getLogger("badbuzz")
_ALGORITHM = "RS256"
_KEYS_KEPT = 3600.0
_KEYS_ASKED_AGAIN = 30.0
"""How soon a platform's keys are fetched anew for a token whose key is not among them."""


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
        once, cookies = Once(), Cookies()
        config = OnePlatform(platform, self.registration(platform))
        begun = Login(Params(params), config, session_service=once, cookie_service=cookies)
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
        config = OnePlatform(platform, self.registration(platform))
        cookies = Cookies({state: state})
        made = Launch(Params(params), config, session_service=Once(nonce), cookie_service=cookies)
        made.keys = self.keys
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
        answer = Session().get(url)
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
        super().__init__(registration, Session())
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
