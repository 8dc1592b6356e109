"""What a platform's signed launch says, as far as this server listens to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from simulator.classroom.declined import Declined
from simulator.classroom.systems.lti.platforms import origin_of

_LTI = "https://purl.imsglobal.org/spec/lti/claim/"
_ROLES = "http://purl.imsglobal.org/vocab/lis/v2/membership"
_ASSISTANT = "http://purl.imsglobal.org/vocab/lis/v2/membership/Instructor#"
_TEACHES = ("Instructor", "Administrator")
_LEARNS = ("Learner", "Member", "Student")
_MOST = 255

Role = Literal["teacher", "student"]


@dataclass(frozen=True)
class Launched:
    """Who comes from where, and to what. `subject`: the platform's name for the person, and all that is kept of it.

    `grades`: how the platform takes grades (AGS), empty where it does not; `members_url`: where its roster is (NRPS);
    `deep_linking`: the settings, where a teacher is to choose what the link leads to. `origins` may frame the answer.
    """

    platform: str
    issuer: str
    deployment: str
    subject: str
    role: Role
    context: str
    context_title: str
    link: str | None
    assignment: str | None
    language: str
    grades: Mapping[str, Any] = field(default_factory=dict)
    members_url: str | None = None
    deep_linking: Mapping[str, Any] | None = None
    origins: tuple[str, ...] = ()


def launched(claims: Mapping[str, Any], platform: str, issuer: str, login_url: str) -> Launched:
    """The claims of a launch whose signature was verified. Raises Declined where one is missing that is needed."""
    context = _mapping(claims, f"{_LTI}context")
    link = _mapping(claims, f"{_LTI}resource_link")
    custom = _mapping(claims, f"{_LTI}custom")
    presentation = _mapping(claims, f"{_LTI}launch_presentation")
    choosing = claims.get("https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings")
    grades = _mapping(claims, "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint")
    members = _mapping(claims, "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice")
    subject, course = _text(claims, "sub"), _text(context, "id")
    if not subject:
        raise Declined("lti_anonymous", 403)
    if not course:
        raise Declined("lti_no_course", 422)
    returns = [presentation.get("return_url"), _mapping({"": choosing}, "").get("deep_link_return_url")]
    origins = [origin_of(str(one)) for one in (issuer, login_url, *returns) if one]
    return Launched(
        platform=platform,
        issuer=issuer,
        deployment=_text(claims, f"{_LTI}deployment_id"),
        subject=subject,
        role=role_of(claims.get(f"{_LTI}roles")),
        context=course,
        context_title=str(context.get("title") or context.get("label") or "")[:200],
        link=_text(link, "id") or None,
        assignment=_text(custom, "assignment") or None,
        language="en" if str(presentation.get("locale") or claims.get("locale") or "fr").startswith("en") else "fr",
        grades={name: grades[name] for name in ("lineitem", "lineitems", "scope") if name in grades},
        members_url=_text(members, "context_memberships_url", 1000) or None,
        deep_linking=choosing if isinstance(choosing, Mapping) else None,
        origins=tuple(dict.fromkeys(one for one in origins if one)),
    )


def role_of(roles: object) -> Role:
    """By roles in the course alone: an administrator of the school may be a student in it. Raises Declined."""
    said = [one for one in roles if isinstance(one, str)] if isinstance(roles, list) else []
    here = {one.partition("#")[2] for one in said if one.startswith(f"{_ROLES}#")}
    short = {one for one in said if one.isalpha()}
    if (here | short) & set(_TEACHES) or any(one.startswith(_ASSISTANT) for one in said):
        return "teacher"
    if (here | short) & set(_LEARNS):
        return "student"
    raise Declined("lti_role", 403)


def _mapping(claims: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = claims.get(name)
    return found if isinstance(found, Mapping) else {}


def _text(claims: Mapping[str, Any], name: str, most: int = _MOST) -> str:
    found = claims.get(name)
    if found is None:
        return ""
    if not isinstance(found, str) or len(found) > most or not found.isprintable():
        raise Declined("lti_token_bad", 400)
    return found
