"""The students of a class, and the list that says who they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from fastapi import APIRouter
from fastapi.responses import Response
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from simulator.classroom.api.plays import AnId
from simulator.classroom.declined import Declined
from simulator.classroom.pages.forms import TheForm
from simulator.classroom.pages.school_class import Head, head_of
from simulator.classroom.pages.visitor import TheTeacher
from simulator.classroom.people.classes import class_of_teacher
from simulator.classroom.people.roster import Entry, Reading, add_roster, is_known, known_of_roster, read_roster
from simulator.classroom.store.people import Accommodation, Identity, Student, Teacher
from simulator.classroom.store.work import Play

router = APIRouter(include_in_schema=False)
_FIELDS = {"roster_long": "list", "class_full": "list", "roster_nobody": "list"}


@dataclass(frozen=True)
class Row:
    """A student in the list. `factor` is 1 as for all, 0 untimed."""

    id: str
    pseudonym: str
    name: str
    email: str
    number: str
    joined: datetime | None
    listed: bool
    plays: int
    factor: float


@dataclass(frozen=True)
class Listed:
    """Somebody of a list that was pasted, and whether they are in the class already."""

    entry: Entry
    is_known: bool


@router.get("/classes/{class_id}/students")
def students_page(class_id: AnId, visitor: TheTeacher) -> Response:
    """Everybody, by their pseudonym."""

    def work(session: Session, teacher: Teacher) -> tuple[Head, list[Row]]:
        return head_of(class_of_teacher(session, teacher, class_id)), _rows(session, class_id)

    head, rows = visitor.read(work)
    return visitor.page("students.html", head=head, rows=rows)


@router.get("/classes/{class_id}/roster")
def roster_page(class_id: AnId, visitor: TheTeacher) -> Response:
    """A list to paste or to send as a file."""
    head = visitor.read(lambda session, teacher: head_of(class_of_teacher(session, teacher, class_id)))
    return visitor.page("roster.html", head=head, reading=None, people=())


@router.post("/classes/{class_id}/roster")
def look_at_roster(class_id: AnId, visitor: TheTeacher, form: TheForm) -> Response:
    """Look at a list, or save it: what cannot be taken is said line by line, before and without saving it."""
    text = _text_of(form.files["file"]) if form.files.get("file") else form.typed.get("list", "")
    shown = {"list": text, "joining": form["joining"]}
    now, saves = visitor.house.clock.now(), form["step"] == "save"

    def work(session: Session, teacher: Teacher) -> tuple[Head, Reading, list[Listed], int]:
        school_class = class_of_teacher(session, teacher, class_id)
        reading = read_roster(text)
        if not reading.entries and not reading.problems:
            raise Declined("roster_nobody")
        known = known_of_roster(session, class_id)
        people = [Listed(one, is_known(one, known)) for one in reading.entries]
        added = add_roster(session, school_class, reading.entries, now, teacher.id) if saves else 0
        return head_of(school_class), reading, people, added

    try:
        head, reading, people, added = visitor.write(work) if saves else visitor.read(work)
    except Declined as declined:
        if declined.code not in _FIELDS:
            raise
        head = visitor.read(lambda session, teacher: head_of(class_of_teacher(session, teacher, class_id)))
        errors = {_FIELDS[declined.code]: declined.message}
        return visitor.page(
            "roster.html", status=declined.status, typed=shown, errors=errors, head=head, reading=None, people=()
        )
    if saves:
        return visitor.away(f"/classes/{class_id}/students", "classpages.roster_saved", count=added)
    return visitor.page("roster.html", typed=shown, head=head, reading=reading, people=people)


def _rows(session: Session, class_id: str) -> list[Row]:
    counts: dict[str, int] = {
        row[0]: row[1]
        for row in session.execute(
            select(Play.student_id, func.count())
            .join(Student, Student.id == Play.student_id)
            .where(Student.class_id == class_id)
            .group_by(Play.student_id)
        )
    }
    found = session.execute(
        select(Student, Identity, Accommodation.factor)
        .outerjoin(Identity, Identity.student_id == Student.id)
        .outerjoin(Accommodation, Accommodation.student_id == Student.id)
        .where(Student.class_id == class_id)
        .order_by(Student.folded)
    ).all()
    return [
        Row(
            id=student.id,
            pseudonym=student.pseudonym,
            name=(identity.name if identity else None) or "",
            email=(identity.email if identity else None) or "",
            number=(identity.roster_number if identity else None) or "",
            joined=student.joined,
            listed=student.listed,
            plays=counts.get(student.id, 0),
            factor=1.0 if factor is None else factor,
        )
        for student, identity, factor in found
    ]


def _text_of(content: bytes) -> str:
    """A file's text: in UTF-8, or as older spreadsheets write it."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
