"""A platform enters itself (LTI Dynamic Registration), by a link that whoever runs the server gave out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import requests
from pylti1p3.dynamic_registration import DynamicRegistration
from pylti1p3.exception import LtiException

from simulator.classroom.declined import Declined
from simulator.classroom.systems.lti.adapters import Session
from simulator.classroom.systems.lti.platforms import NewPlatform, origin_of

SCOPES = (
    "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem",
    "https://purl.imsglobal.org/spec/lti-ags/scope/score",
    "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly",
)
_TOOL = "https://purl.imsglobal.org/spec/lti-tool-configuration"


class _Registration(DynamicRegistration):
    client_name = "Bad Buzz"
    description = "Simulations de crise sur les réseaux sociaux · Social-media crisis simulations"

    def __init__(self, base: str, endpoint: str, token: str) -> None:
        self._base = base
        self._endpoint = endpoint
        self._token = token
        self._configuration: dict[str, Any] | None = None

    def get_request_session(self) -> requests.Session:
        return Session()

    def get_initiate_login_uri(self) -> str:
        return f"{self._base}/lti/login"

    def get_jwks_uri(self) -> str:
        return f"{self._base}/lti/keys"

    def get_redirect_uris(self) -> list[str]:
        return [f"{self._base}/lti/launch"]

    def get_scopes(self) -> list[str]:
        return list(SCOPES)

    def get_domain(self) -> str:
        return urlsplit(self._base).netloc

    def get_target_link_uri(self) -> str:
        return f"{self._base}/lti/launch"

    def get_messages(self) -> list[dict[str, str]]:
        return [{"type": "LtiDeepLinkingRequest", "target_link_uri": f"{self._base}/lti/launch", "label": "Bad Buzz"}]

    def get_logo_uri(self) -> str:
        return f"{self._base}/static/icon.svg"

    def get_openid_configuration_endpoint(self) -> str:
        return self._endpoint

    def get_registration_token(self) -> str:
        return self._token

    def get_openid_configuration(self) -> dict[str, Any]:
        """Asked for once. Raises LtiException where it is another's than it says."""
        if self._configuration is None:
            found = super().get_openid_configuration()
            if not isinstance(found, dict) or _host(str(found.get("issuer"))) != _host(self._endpoint):
                raise LtiException("the issuer is another host than its configuration's")
            self._configuration = found
        return self._configuration

    def complete_registration(
        self,
        openid_configuration: dict[str, Any],  # noqa: ARG002
        openid_registration: dict[str, Any],
    ) -> dict[str, Any]:
        """What the platform said; entering it is our caller's."""
        return openid_registration


def register(base: str, endpoint: str, token: str) -> NewPlatform:
    """Enter this server, which is reached at `base`, as a tool there; what the platform is. Raises Declined."""
    if origin_of(endpoint) is None:
        raise Declined("platform_url", field="openid_configuration")
    asked = _Registration(base, endpoint, token)
    try:
        said = asked.register()
        about: Mapping[str, Any] = asked.get_openid_configuration()
        tool = said.get(_TOOL)
        deployment = tool.get("deployment_id") if isinstance(tool, dict) else None
        return NewPlatform(
            issuer=str(about["issuer"]),
            client_id=str(said["client_id"]),
            login_url=str(about["authorization_endpoint"]),
            token_url=str(about["token_endpoint"]),
            keys_url=str(about["jwks_uri"]),
            audience=str(about["authorization_server"]) if about.get("authorization_server") else None,
            deployments=(str(deployment),) if deployment else (),
        )
    except (LtiException, requests.RequestException, ValueError, KeyError, TypeError, AssertionError) as error:
        raise Declined("platform_register", 502) from error


def _host(url: str) -> str:
    return urlsplit(url).hostname or url
