"""A teacher chooses what a link in their course leads to (Deep Linking)."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any, cast

from pylti1p3.deep_link import DeepLink, TDeepLinkData
from pylti1p3.deep_link_resource import DeepLinkResource
from pylti1p3.lineitem import LineItem

from simulator.classroom.declined import Declined
from simulator.classroom.store.systems import Platform
from simulator.classroom.store.work import Assignment
from simulator.classroom.systems.lti.platforms import origin_of
from simulator.classroom.systems.lti.scores import MOST
from simulator.classroom.systems.lti.toolkit import Toolkit

_LINK = "ltiResourceLink"
_GOOD_FOR = 3600
"""Seconds that a teacher may take to choose."""


def return_address(settings: Mapping[str, Any]) -> str:
    """Where the choice is sent to. Raises Declined where the platform takes no link, or says nowhere."""
    address = settings.get("deep_link_return_url")
    if _LINK not in settings.get("accept_types", ()) or not isinstance(address, str) or origin_of(address) is None:
        raise Declined("lti_no_choice", 422)
    return address


def choice(
    toolkit: Toolkit,
    platform: Platform,
    deployment: str,
    settings: Mapping[str, Any],
    assignment: Assignment,
    launch_url: str,
) -> str:
    """The signed answer that puts a link to `assignment` into the course, with a column in its gradebook."""
    link = DeepLinkResource().set_type(_LINK).set_title(assignment.title).set_url(launch_url)
    link.set_custom_params({"assignment": assignment.id})
    if settings.get("accept_lineitem", True):
        column = LineItem().set_label(assignment.title).set_score_maximum(MOST)
        link.set_lineitem(column.set_tag(assignment.id).set_resource_id(assignment.id))
    answer = DeepLink(toolkit.registration(platform), deployment, cast(TDeepLinkData, dict(settings)))
    message = answer.get_message_jwt([link])
    message["exp"] = int(time.time()) + _GOOD_FOR
    if "data" not in settings:
        del message["https://purl.imsglobal.org/spec/lti-dl/claim/data"]
    signed: str = answer.encode_jwt(message)  # type: ignore[no-untyped-call]
    return signed
