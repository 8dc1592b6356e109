"""The roster of a course, fetched from its platform when the teacher asks for it (Names and Roles)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

import requests
from pylti1p3.exception import LtiException
from pylti1p3.names_roles import NamesRolesProvisioningService
from sqlalchemy.orm import Session

from simulator.classroom.audit import note
from simulator.classroom.declined import Declined
from simulator.classroom.people.joining import MOST_STUDENTS
from simulator.classroom.store.people import Identity, SchoolClass
from simulator.classroom.store.systems import Course, Platform
from simulator.classroom.systems.lti.launched import role_of
from simulator.classroom.systems.lti.seats import seat_of
from simulator.classroom.systems.lti.toolkit import Toolkit

_MOST_PAGES = 50


@dataclass(frozen=True)
class Member:
    """Somebody who learns in a course; what the platform does not say is None."""

    subject: str
    name: str | None
    email: str | None
    number: str | None


def members(toolkit: Toolkit, platform: Platform, url: str) -> Sequence[Member]:
    """Those who learn in the course. Raises Declined where the platform does not answer as it should."""
    service = NamesRolesProvisioningService(toolkit.connector(platform), {"context_memberships_url": url})
    found: list[Member] = []
    page: str | None = url
    try:
        for _ in range(_MOST_PAGES):
            listed, page = service.get_members_page(page)
            found += [one for one in map(_member, cast(Sequence[Any], listed)) if one is not None]
            if not page or len(found) > MOST_STUDENTS:
                break
    except (LtiException, requests.RequestException, ValueError, KeyError, TypeError, AttributeError) as error:
        toolkit.forget_tokens(platform.id)
        raise Declined("lti_roster_failed", 502) from error
    return found


def enter_members(
    session: Session, course: Course, issuer: str, found: Sequence[Member], now: datetime, teacher: str | None = None
) -> int:
    """Enter who they are into the table of identities; how many. Raises Declined."""
    school_class = session.get_one(SchoolClass, course.class_id)
    for member in found:
        student = seat_of(session, school_class, issuer, member.subject, now)
        identity = session.get_one(Identity, student.id)
        identity.name = member.name or identity.name
        identity.email = member.email or identity.email
        identity.roster_number = member.number or identity.roster_number
        session.flush()
    note(session, now, "roster", teacher=teacher, school_class=school_class.id, added=len(found))
    return len(found)


def _member(said: object) -> Member | None:
    if not isinstance(said, dict) or said.get("status", "Active") != "Active":
        return None
    try:
        learns = role_of(said.get("roles")) == "student"
    except Declined:
        return None
    subject = _text(said.get("user_id"), 255)
    if not learns or subject is None:
        return None
    name = _text(said.get("name"), 200) or _text(
        " ".join(str(said[part]) for part in ("given_name", "family_name") if said.get(part)), 200
    )
    return Member(subject, name, _text(said.get("email"), 254), _text(said.get("lis_person_sourcedid"), 60))


def _text(value: object, most: int) -> str | None:
    kept = " ".join(value.split()) if isinstance(value, str) else ""
    return kept if kept and len(kept) <= most and kept.isprintable() else None
