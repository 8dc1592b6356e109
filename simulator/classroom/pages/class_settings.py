"""The settings of a class: its name, who may join, how long it is kept; its data, given out or erased."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from fastapi.responses import Response
from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.classroom.api.plays import AnId
from simulator.classroom.declined import Declined
from simulator.classroom.pages.forms import Form, TheForm
from simulator.classroom.pages.school_class import Head, head_of
from simulator.classroom.pages.visitor import TheTeacher, Visitor
from simulator.classroom.people.classes import (
    class_of_teacher,
    keep_until,
    rename,
    renew_code,
    speak,
    withdraw_code,
)
from simulator.classroom.people.codes import shown_code
from simulator.classroom.privacy.erasing import erase_identity
from simulator.classroom.privacy.exporting import as_text, export_class
from simulator.classroom.privacy.purging import delete_class
from simulator.classroom.store.people import Identity, Student, Teacher

router = APIRouter(include_in_schema=False)
_FIELDS = {
    "class_name": "name",
    "language_bad": "language",
    "keep_too_long": "keep_until",
    "moment_bad": "keep_until",
    "name_differs": "confirm",
}


@router.get("/classes/{class_id}/settings")
def settings_page(class_id: AnId, visitor: TheTeacher) -> Response:
    """The settings."""
    return visitor.page("class_settings.html", **_shown(visitor, class_id))


@router.post("/classes/{class_id}/settings")
def set_settings(class_id: AnId, visitor: TheTeacher, form: TheForm) -> Response:
    """Save them."""
    now = visitor.house.clock.now()

    def work(session: Session, teacher: Teacher) -> None:
        school_class = class_of_teacher(session, teacher, class_id)
        until = visitor.zone.moment(f"{form['keep_until']}T23:59" if form["keep_until"] else "", "keep_until")
        rename(session, school_class, form["name"])
        speak(school_class, form["language"])
        school_class.roster_only = form["joining"] == "roster"
        if until is None:
            raise Declined("moment_bad", field="keep_until")
        if until.date() != school_class.keep_until.astimezone(until.tzinfo).date():
            keep_until(session, school_class, until, now, teacher.id)

    try:
        visitor.write(work)
    except Declined as declined:
        return _again(visitor, class_id, form, declined)
    return visitor.away(_at(class_id), "classpages.saved")


@router.post("/classes/{class_id}/code")
def change_code(class_id: AnId, visitor: TheTeacher, form: TheForm) -> Response:
    """Another code, or none."""

    def work(session: Session, teacher: Teacher) -> str | None:
        school_class = class_of_teacher(session, teacher, class_id)
        if form["to"] == "none":
            withdraw_code(school_class)
            return None
        return shown_code(renew_code(session, school_class), school_class.language)

    code = visitor.write(work)
    if code is None:
        return visitor.away(_at(class_id), "classpages.code_withdrawn")
    return visitor.away(_at(class_id), "classpages.code_renewed", code=code)


@router.post("/classes/{class_id}/export")
def export(class_id: AnId, visitor: TheTeacher, form: TheForm) -> Response:  # noqa: ARG001
    """Everything that is kept of the class, as a file."""
    now = visitor.house.clock.now()

    def work(session: Session, teacher: Teacher) -> str:
        return as_text(export_class(session, class_of_teacher(session, teacher, class_id).id, now, teacher.id))

    return visitor.file(visitor.write(work), f"badbuzz-class-{now:%Y-%m-%d}.json", "application/json")


@router.post("/classes/{class_id}/identities")
def erase_identities(class_id: AnId, visitor: TheTeacher, form: TheForm) -> Response:  # noqa: ARG001
    """Forget who everybody is; pseudonyms, plays and grades stay."""
    now = visitor.house.clock.now()

    def work(session: Session, teacher: Teacher) -> int:
        class_of_teacher(session, teacher, class_id)
        known = select(Student).join(Identity, Identity.student_id == Student.id).where(Student.class_id == class_id)
        students = session.scalars(known).all()
        for student in students:
            erase_identity(session, student, now, teacher.id)
        return len(students)

    return visitor.away(_at(class_id), "classpages.identities_erased", count=visitor.write(work))


@router.post("/classes/{class_id}/delete")
def delete_whole(class_id: AnId, visitor: TheTeacher, form: TheForm) -> Response:
    """Delete the class, once its name was typed."""
    now = visitor.house.clock.now()

    def work(session: Session, teacher: Teacher) -> str:
        school_class = class_of_teacher(session, teacher, class_id)
        name = school_class.name
        if " ".join(form["confirm"].split()).casefold() != name.casefold():
            raise Declined("name_differs")
        delete_class(session, class_id, now, teacher.id)
        return name

    try:
        name = visitor.write(work)
    except Declined as declined:
        return _again(visitor, class_id, form, declined)
    return visitor.away("/", "classpages.class_deleted", name=name)


def _shown(visitor: Visitor, class_id: str) -> dict[str, Any]:
    def work(session: Session, teacher: Teacher) -> Head:
        return head_of(class_of_teacher(session, teacher, class_id))

    head = visitor.read(work)
    return {"head": head, "keep_until": visitor.zone.typed(head.keep_until)[:10]}


def _again(visitor: Visitor, class_id: str, form: Form, declined: Declined) -> Response:
    if declined.status == 404:
        raise declined
    return visitor.again("class_settings.html", form, declined, _FIELDS, at=_at(class_id), **_shown(visitor, class_id))


def _at(class_id: str) -> str:
    return f"/classes/{class_id}/settings"
