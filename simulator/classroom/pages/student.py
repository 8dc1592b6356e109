"""One student: more time, a way back in, and what is kept of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from fastapi import APIRouter
from fastapi.responses import Response
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from simulator.classroom.api.plays import AnId
from simulator.classroom.audit import note
from simulator.classroom.declined import Declined
from simulator.classroom.live.revisions import touch_class
from simulator.classroom.pages.forms import Form, TheForm
from simulator.classroom.pages.school_class import Head, head_of
from simulator.classroom.pages.visitor import TheTeacher, Visitor
from simulator.classroom.people.accommodations import MOST_FACTOR, THIRD, UNTIMED, accommodate, factor_of
from simulator.classroom.people.joining import let_rejoin, rename
from simulator.classroom.privacy.erasing import erase_identity, erase_student
from simulator.classroom.privacy.exporting import as_text, student_record
from simulator.classroom.store.people import Identity, SchoolClass, Student, Teacher
from simulator.classroom.store.work import Play

router = APIRouter(include_in_schema=False)
_FIELDS = {
    "factor_bad": "factor",
    "name_empty": "pseudonym",
    "name_long": "pseudonym",
    "name_signs": "pseudonym",
    "name_taken": "pseudonym",
    "name_differs": "confirm",
}


@dataclass(frozen=True)
class Person:
    """A student; `identity` is None where nobody said who they are."""

    id: str
    pseudonym: str
    joined: datetime | None
    listed: bool
    factor: float
    identity: Identity | None
    plays: int


@router.get("/students/{student_id}")
def student_page(student_id: AnId, visitor: TheTeacher) -> Response:
    """Who it is, how much time they have."""
    return visitor.page("student.html", **_shown(visitor, student_id))


@router.post("/students/{student_id}/time")
def set_time(student_id: AnId, visitor: TheTeacher, form: TheForm) -> Response:
    """More time, or none at all; seen by the teacher alone."""
    now = visitor.house.clock.now()

    def work(session: Session, teacher: Teacher) -> None:
        accommodate(session, student_of_teacher(session, teacher, student_id)[0], _factor(form), now, teacher.id)

    return _done(visitor, student_id, form, work, "classpages.time_saved")


@router.post("/students/{student_id}/pseudonym")
def set_pseudonym(student_id: AnId, visitor: TheTeacher, form: TheForm) -> Response:
    """Another pseudonym: the one that they chose may not be shown to a class."""
    now = visitor.house.clock.now()

    def work(session: Session, teacher: Teacher) -> None:
        student, school_class = student_of_teacher(session, teacher, student_id)
        rename(session, student, form["pseudonym"])
        touch_class(session, school_class.id)
        note(session, now, "renamed", teacher=teacher.id, student=student_id)

    return _done(visitor, student_id, form, work, "classpages.saved")


@router.post("/students/{student_id}/rejoin")
def rejoin(student_id: AnId, visitor: TheTeacher, form: TheForm) -> Response:  # noqa: ARG001
    """A word for a student who changed machines."""
    now = visitor.house.clock.now()
    word = visitor.write(
        lambda session, teacher: let_rejoin(session, student_of_teacher(session, teacher, student_id)[0], now)
    )
    return visitor.away(_at(student_id), "classpages.rejoin_word", word=word)


@router.post("/students/{student_id}/export")
def export(student_id: AnId, visitor: TheTeacher, form: TheForm) -> Response:  # noqa: ARG001
    """Everything that is kept of them, as a file."""
    now = visitor.house.clock.now()

    def work(session: Session, teacher: Teacher) -> str:
        student, _ = student_of_teacher(session, teacher, student_id)
        note(session, now, "export", teacher=teacher.id, student=student_id)
        return as_text(student_record(session, student))

    return visitor.file(visitor.write(work), f"badbuzz-student-{now:%Y-%m-%d}.json", "application/json")


@router.post("/students/{student_id}/identity")
def forget_identity(student_id: AnId, visitor: TheTeacher, form: TheForm) -> Response:  # noqa: ARG001
    """Forget who it is; the pseudonym stays, with its plays."""
    now = visitor.house.clock.now()
    visitor.write(
        lambda session, teacher: erase_identity(
            session, student_of_teacher(session, teacher, student_id)[0], now, teacher.id
        )
    )
    return visitor.away(_at(student_id), "classpages.identity_erased")


@router.post("/students/{student_id}/erase")
def erase(student_id: AnId, visitor: TheTeacher, form: TheForm) -> Response:
    """Delete everything that is kept of a student, once their pseudonym was typed."""
    now = visitor.house.clock.now()

    def work(session: Session, teacher: Teacher) -> str:
        student, school_class = student_of_teacher(session, teacher, student_id)
        if " ".join(form["confirm"].split()).casefold() != student.pseudonym.casefold():
            raise Declined("name_differs")
        erase_student(session, student, now, teacher.id)
        return school_class.id

    try:
        class_id = visitor.write(work)
    except Declined as declined:
        return _again(visitor, student_id, form, declined)
    return visitor.away(f"/classes/{class_id}/students", "classpages.student_erased")


def student_of_teacher(session: Session, teacher: Teacher, student_id: str) -> tuple[Student, SchoolClass]:
    """A student of one of a teacher's own classes. Raises Declined (404) for another's, as for one that is not."""
    student = session.get(Student, student_id)
    school_class = session.get(SchoolClass, student.class_id) if student is not None else None
    if student is None or school_class is None or school_class.teacher_id != teacher.id:
        raise Declined("student_unknown", 404)
    return student, school_class


def _done(
    visitor: Visitor, student_id: str, form: Form, work: Callable[[Session, Teacher], None], code: str
) -> Response:
    try:
        visitor.write(work)
    except Declined as declined:
        return _again(visitor, student_id, form, declined)
    return visitor.away(_at(student_id), code)


def _again(visitor: Visitor, student_id: str, form: Form, declined: Declined) -> Response:
    if declined.status == 404:
        raise declined
    return visitor.again("student.html", form, declined, _FIELDS, at=_at(student_id), **_shown(visitor, student_id))


def _factor(form: Form) -> float:
    """How much longer everything lasts: as all, a third more, untimed, or what was typed ("1,5")."""
    known = {"all": 1.0, "third": THIRD, "untimed": UNTIMED}
    if form["time"] in known:
        return known[form["time"]]
    try:
        factor = float(form["factor"].replace(",", "."))
    except ValueError:
        factor = -1.0
    if not factor >= 1:  # 0 is a choice of its own, and NaN is none
        raise Declined("factor_bad", most=MOST_FACTOR)
    return factor


def _shown(visitor: Visitor, student_id: str) -> dict[str, Any]:
    def work(session: Session, teacher: Teacher) -> tuple[Head, Person]:
        student, school_class = student_of_teacher(session, teacher, student_id)
        plays = session.scalar(select(func.count()).where(Play.student_id == student.id)) or 0
        factor, identity = factor_of(session, student.id), session.get(Identity, student.id)
        return head_of(school_class), Person(
            student.id, student.pseudonym, student.joined, student.listed, factor, identity, plays
        )

    head, person = visitor.read(work)
    known = {1.0: "all", THIRD: "third", UNTIMED: "untimed"}
    time = known.get(person.factor, "other")
    factor = f"{person.factor:g}".replace(".", "," if visitor.language == "fr" else ".") if time == "other" else ""
    return {"head": head, "person": person, "time": time, "factor": factor}


def _at(student_id: str) -> str:
    return f"/students/{student_id}"
