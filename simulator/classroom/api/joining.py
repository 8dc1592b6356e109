"""Joining a class, and staying in it."""

from __future__ import annotations

from fastapi import APIRouter
from sqlalchemy.orm import Session

from simulator.classroom.api.callers import AKey, TheHouse, TheLanguage, ThePlace, TheStudent
from simulator.classroom.limits import JOINS
from simulator.classroom.live.revisions import touch_class
from simulator.classroom.people.joining import Wrong, bearer_of, join, student_of
from simulator.classroom.plays.mine import me
from simulator.classroom.serving.house import House
from simulator.classroom.store.people import SchoolClass, Student
from simulator.submission.wire.assignments import Me
from simulator.submission.wire.joining import Join, Joined, Listed, Refresh, Token

router = APIRouter(tags=["class"])


@router.post("/join", status_code=201)
def join_class(asked: Join, house: TheHouse, place: ThePlace, key: AKey = None) -> Joined:
    """Join a class by its code."""
    now = house.clock.now()
    house.limits.check(JOINS, place, now)

    def work(session: Session) -> tuple[Student, SchoolClass]:
        student = join(session, asked, key, now)
        return student, session.get_one(SchoolClass, student.class_id)

    try:
        student, school_class = house.database.write(work)
    except Wrong as wrong:
        house.limits.failed(JOINS, place, now)
        raise wrong.why from None
    return Joined(
        **_token(house, student).model_dump(),
        student=student.id,
        pseudonym=student.pseudonym,
        class_name=school_class.name,
        language=school_class.language,
    )


@router.post("/token")
def refresh_token(asked: Refresh, house: TheHouse) -> Token:
    """Trade what was kept for a token that is good for another hour."""
    bearer = house.tokens.read(asked.refresh, "refresh", house.clock.now())
    return _token(house, house.database.read(lambda session: student_of(session, bearer)))


@router.get("/me")
def who_am_i(house: TheHouse, bearer: TheStudent, language: TheLanguage) -> Me:
    """My class, my assignments, my plays."""
    now = house.clock.now()
    return house.database.read(lambda session: me(session, student_of(session, bearer), language, now))


@router.put("/me/listed")
def be_listed(asked: Listed, house: TheHouse, bearer: TheStudent) -> Listed:
    """Whether others may see my pseudonym on boards."""

    def work(session: Session) -> None:
        student = student_of(session, bearer)
        student.listed = asked.listed
        touch_class(session, student.class_id)

    house.database.write(work)
    return asked


def _token(house: House, student: Student) -> Token:
    now = house.clock.now()
    token, ends = house.tokens.signed(bearer_of(student, "access"), now)
    refresh, _ = house.tokens.signed(bearer_of(student, "refresh"), now)
    return Token(token=token, expires=ends, refresh=refresh)
