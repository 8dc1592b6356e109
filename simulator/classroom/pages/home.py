"""The first page: a teacher's classes, and a new one in a minute."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter
from fastapi.responses import Response
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from simulator.classroom.declined import Declined
from simulator.classroom.pages.forms import Form, TheForm
from simulator.classroom.pages.visitor import TheTeacher, Visitor
from simulator.classroom.people.classes import classes_of, open_class
from simulator.classroom.people.codes import shown_code
from simulator.classroom.store.people import SchoolClass, Student, Teacher
from simulator.classroom.store.work import Assignment

router = APIRouter(include_in_schema=False)
_FIELDS = {"class_name": "name", "language_bad": "language"}


@dataclass(frozen=True)
class ClassRow:
    """A class as the list shows it; `code` as students read it, "" where nobody can join."""

    id: str
    name: str
    code: str
    paused: bool
    students: int
    assignments: int


@router.get("/")
def classes_page(visitor: TheTeacher) -> Response:
    """The list of classes."""
    return visitor.page("home.html", classes=_rows(visitor))


@router.post("/classes")
def new_class(visitor: TheTeacher, form: TheForm) -> Response:
    """Open a class."""
    now = visitor.house.clock.now()

    def work(session: Session, teacher: Teacher) -> str:
        return open_class(session, teacher, form["name"], form["language"], now).id

    try:
        made = visitor.write(work)
    except Declined as declined:
        return _again(visitor, form, declined)
    return visitor.away(f"/classes/{made}", "classpages.class_made")


def _again(visitor: Visitor, form: Form, declined: Declined) -> Response:
    rows = _rows(visitor)
    return visitor.again("home.html", form, declined, _FIELDS, at="/", classes=rows)


def _rows(visitor: Visitor) -> list[ClassRow]:
    def work(session: Session, teacher: Teacher) -> list[ClassRow]:
        def counts(of: type[Student] | type[Assignment]) -> dict[str, int]:
            mine = select(of.class_id, func.count()).join(SchoolClass, SchoolClass.id == of.class_id)
            found = session.execute(mine.where(SchoolClass.teacher_id == teacher.id).group_by(of.class_id))
            return {row[0]: row[1] for row in found}

        students, assignments = counts(Student), counts(Assignment)
        return [
            ClassRow(
                one.id,
                one.name,
                shown_code(one.code, one.language) if one.code else "",
                one.paused,
                students.get(one.id, 0),
                assignments.get(one.id, 0),
            )
            for one in classes_of(session, teacher)
        ]

    return visitor.read(work)
