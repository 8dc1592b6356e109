"""Who asks: a student by a bearer token, a teacher by a cookie; looked up in the transaction that serves them.

What is asked here costs microseconds, so it is `async`: FastAPI sends what is not to another thread.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Header, Request
from fastapi.security import HTTPBearer
from fastapi.security.http import HTTPAuthorizationCredentials
from sqlalchemy.orm import Session

from simulator.classroom.api.languages import language_of
from simulator.classroom.declined import Declined
from simulator.classroom.people.joining import student_of
from simulator.classroom.people.teachers import teacher_of
from simulator.classroom.people.tokens import Bearer
from simulator.classroom.serving.house import House
from simulator.classroom.store.people import SchoolClass
from simulator.classroom.store.work import Assignment
from simulator.locale import Language
from simulator.submission.wire.base import IDEMPOTENCY

COOKIE = "badbuzz_session"
"""A teacher's session: signed, for this site alone, out of reach of scripts."""

bearer_scheme = HTTPBearer(auto_error=False, description="A student's token, as POST /join gives it.")


async def the_house(request: Request) -> House:
    """The worker's parts."""
    house = request.app.state.house
    assert isinstance(house, House)
    return house


async def place_of(request: Request) -> str:
    """The address that a request comes from, for limits; a proxy on this machine says it for others."""
    return request.client.host if request.client else "nowhere"


async def the_language(accept_language: Annotated[str | None, Header()] = None) -> Language:
    """The language to answer in."""
    return language_of(accept_language)


async def the_student(
    request: Request, found: Annotated[HTTPAuthorizationCredentials | None, Depends(bearer_scheme)]
) -> Bearer:
    """What the student's token says. Raises Declined (401)."""
    if found is None:
        raise Declined("token_missing", 401)
    house = await the_house(request)
    return house.tokens.read(found.credentials, "access", house.clock.now())


async def the_viewer(
    request: Request, found: Annotated[HTTPAuthorizationCredentials | None, Depends(bearer_scheme)]
) -> Bearer:
    """What a student's token, or else a teacher's cookie, says. Raises Declined (401)."""
    if found is None and COOKIE in request.cookies:
        house = await the_house(request)
        return house.tokens.read(request.cookies[COOKIE], "teacher", house.clock.now())
    return await the_student(request, found)


def assignment_seen(session: Session, bearer: Bearer, assignment_id: str) -> tuple[Assignment, bool]:
    """An assignment that the viewer may look at, and whether it is as its teacher. Raises Declined (401, 404)."""
    assignment = session.get(Assignment, assignment_id)
    if bearer.kind == "teacher":
        teacher = teacher_of(session, bearer)
        school_class = session.get(SchoolClass, assignment.class_id) if assignment else None
        if assignment is not None and school_class is not None and school_class.teacher_id == teacher.id:
            return assignment, True
    elif student_of(session, bearer).class_id == (assignment.class_id if assignment else None):
        assert assignment is not None
        return assignment, False
    raise Declined("assignment_unknown", 404)


TheHouse = Annotated[House, Depends(the_house)]
TheStudent = Annotated[Bearer, Depends(the_student)]
TheViewer = Annotated[Bearer, Depends(the_viewer)]
TheLanguage = Annotated[Language, Depends(the_language)]
ThePlace = Annotated[str, Depends(place_of)]
_KEY = Header(alias=IDEMPOTENCY, pattern=r"^[A-Za-z0-9_.:-]{8,80}$", description="Sent again: the same answer.")
TheKey = Annotated[str, _KEY]
AKey = Annotated[str | None, _KEY]
