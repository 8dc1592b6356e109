"""Doors beside a launch: a platform enters itself, a teacher comes out of a frame, and who may not come is told why."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response
from sqlalchemy.orm import Session

from simulator.classroom.api.callers import COOKIE, ThePlace
from simulator.classroom.api.envelope import framed_policy
from simulator.classroom.declined import Declined
from simulator.classroom.limits import LINKS
from simulator.classroom.pages.visitor import AVisitor, Visitor
from simulator.classroom.people.classes import classes_of
from simulator.classroom.people.links import is_good, use_link
from simulator.classroom.people.teachers import session_of
from simulator.classroom.people.tokens import LIVES
from simulator.classroom.store.people import Teacher
from simulator.classroom.store.systems import Platform
from simulator.classroom.store.work import Assignment
from simulator.classroom.systems.lti.platforms import add_platform, origin_of
from simulator.classroom.systems.lti.speaking import toolkit_of

router = APIRouter(include_in_schema=False)
_ANYWHERE = ("http:", "https:")
"""Who may frame a page that says what went wrong: nothing can be done on it."""


@router.get("/lti/register/{token}")
def register(
    token: str, visitor: AVisitor, place: ThePlace, openid_configuration: str = "", registration_token: str = ""
) -> Response:
    """A platform enters itself, by a link that is good once."""
    house, now = visitor.house, visitor.house.clock.now()
    try:
        toolkit_of(house)
        from simulator.classroom.systems.lti.registering import register as registered

        house.limits.check(LINKS, place, now)
        if not house.database.read(lambda session: is_good(session, token, "platform", now)):
            house.limits.failed(LINKS, place, now)
            raise Declined("link_over", 410)
        found = registered(visitor.base, openid_configuration, registration_token)

        def work(session: Session) -> Platform:
            use_link(session, token, "platform", now)
            return add_platform(session, found, now)

        platform = house.database.write(work)
    except Declined as declined:
        return refused(visitor, declined)
    response = visitor.page("platform_registered.html", issuer=platform.issuer)
    origins = [one for one in (origin_of(platform.issuer), origin_of(platform.login_url)) if one]
    response.headers["Content-Security-Policy"] = framed_policy(origins)
    return response


@router.get("/lti/door/{token}")
def door(token: str, visitor: AVisitor, assignment: str = "", prepare: bool = False) -> Response:
    """Out of a frame: a session by a link that is good once."""
    now = visitor.house.clock.now()

    def work(session: Session) -> tuple[Teacher, str]:
        teacher = session.get_one(Teacher, use_link(session, token, "session", now).teacher_id)
        found = session.get(Assignment, assignment) if assignment else None
        mine = classes_of(session, teacher)
        if found is not None and found.class_id in [one.id for one in mine]:
            return teacher, f"/assignments/{found.id}"
        if not mine:
            return teacher, "/"
        return teacher, f"/classes/{mine[0].id}" + ("/assignments/new" if prepare else "")

    return let_in(visitor, *visitor.house.database.write(work))


def refused(visitor: Visitor, declined: Declined) -> Response:
    """A page that says why not, in a frame too."""
    visitor.request.scope["declined"] = declined.code
    response = visitor.page("platform_refused.html", status=declined.status, message=declined.message)
    response.headers["Content-Security-Policy"] = framed_policy(_ANYWHERE)
    return response


def let_in(visitor: Visitor, teacher: Teacher, to: str) -> Response:
    """To a page, with a session of the teacher."""
    token, _ = visitor.house.tokens.signed(session_of(teacher), visitor.house.clock.now())
    response = visitor.away(to)
    visitor.set_cookie(response, COOKIE, token, int(LIVES["teacher"].total_seconds()))
    return response
