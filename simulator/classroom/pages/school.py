"""A class and the school's systems: the gradebook file, the record store, the platform that it is a course of."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi.responses import Response
from sqlalchemy.orm import Session

from simulator.classroom.api.plays import AnId
from simulator.classroom.audit import note
from simulator.classroom.declined import Declined
from simulator.classroom.pages.forms import TheForm
from simulator.classroom.pages.school_class import head_of
from simulator.classroom.pages.visitor import TheTeacher, Visitor
from simulator.classroom.people.classes import class_of_teacher
from simulator.classroom.store.people import SchoolClass, Teacher
from simulator.classroom.store.systems import Course, RecordStore
from simulator.classroom.store.work import Assignment
from simulator.classroom.systems.gradebook import gradebook
from simulator.classroom.systems.lti.courses import courses_of_class
from simulator.classroom.systems.lti.speaking import speaks_lti, toolkit_of
from simulator.classroom.systems.outbox import standing, try_again
from simulator.classroom.systems.xapi.store import Wanted, forget_store, keep_store

router = APIRouter(include_in_schema=False)
_FIELDS = {
    "endpoint_bad": "endpoint",
    "endpoint_https": "endpoint",
    "endpoint_inside": "endpoint",
    "store_key": "key",
    "store_secret": "secret",
}


@router.get("/classes/{class_id}/grades.csv")
def grades(
    class_id: AnId,
    visitor: TheTeacher,
    assignment: Annotated[str | None, Query(max_length=40)] = None,
    known: bool = False,
) -> Response:
    """A class's grades as a file that Moodle imports."""

    def work(session: Session, teacher: Teacher) -> str:
        school_class = class_of_teacher(session, teacher, class_id)
        one = None
        if assignment is not None:
            one = session.get(Assignment, assignment)
            if one is None or one.class_id != class_id:
                raise Declined("assignment_unknown", 404)
        note(session, visitor.house.clock.now(), "grades", teacher=teacher.id, school_class=class_id)
        return gradebook(session, school_class, assignment=one, known_only=known)

    headers = {"Content-Disposition": 'attachment; filename="grades.csv"', "Cache-Control": "no-store"}
    return Response(visitor.write(work), media_type="text/csv; charset=utf-8", headers=headers)


@router.get("/classes/{class_id}/school")
def school_page(class_id: AnId, visitor: TheTeacher) -> Response:
    """What goes to the school's systems, and what comes from them."""
    return visitor.page("school.html", **_found(visitor, class_id))


@router.post("/classes/{class_id}/school/store")
def set_store(class_id: AnId, visitor: TheTeacher, form: TheForm) -> Response:
    """Where the class's statements go."""
    now, house = visitor.house.clock.now(), visitor.house

    def work(session: Session, teacher: Teacher) -> None:
        school_class = class_of_teacher(session, teacher, class_id)
        kept = session.get(RecordStore, class_id)
        same = kept is not None and kept.trusted and kept.endpoint == form["endpoint"].rstrip("/")
        wanted = Wanted(
            endpoint=form["endpoint"],
            key=form["key"],
            secret=form.typed.get("secret") or None,
            home=visitor.base,
            names=form.has("names"),
            trusted=same,  # whoever runs the server said so of this very address
        )
        keep_store(session, school_class, wanted, house.seal, now, teacher.id)

    try:
        visitor.write(work)
    except Declined as declined:
        if declined.code not in _FIELDS:
            raise
        found = _found(visitor, class_id)
        return visitor.again("school.html", form, declined, _FIELDS, at=f"/classes/{class_id}/school", **found)
    return visitor.away(f"/classes/{class_id}/school", "classplatform.store_set")


@router.post("/classes/{class_id}/school/forget")
def unset_store(class_id: AnId, visitor: TheTeacher, form: TheForm) -> Response:  # noqa: ARG001
    """Send nothing more."""
    now = visitor.house.clock.now()
    visitor.write(
        lambda session, teacher: forget_store(session, class_of_teacher(session, teacher, class_id), now, teacher.id)
    )
    return visitor.away(f"/classes/{class_id}/school", "classplatform.store_forgotten")


@router.post("/classes/{class_id}/school/again")
def send_again(class_id: AnId, visitor: TheTeacher, form: TheForm) -> Response:  # noqa: ARG001
    """Send what was given up."""
    now = visitor.house.clock.now()
    count = visitor.write(
        lambda session, teacher: try_again(session, class_of_teacher(session, teacher, class_id).id, now)
    )
    return visitor.away(f"/classes/{class_id}/school", "classplatform.sent_again", count=count)


@router.post("/classes/{class_id}/school/roster")
def fetch_roster(class_id: AnId, visitor: TheTeacher, form: TheForm) -> Response:  # noqa: ARG001
    """Ask the platform who follows the course."""
    toolkit, now = toolkit_of(visitor.house), visitor.house.clock.now()
    from simulator.classroom.systems.lti.roster import enter_members, members

    def courses(session: Session, teacher: Teacher) -> list[Course]:
        found = courses_of_class(session, class_of_teacher(session, teacher, class_id).id)
        return [one for one in found if one.memberships_url]

    asked = [(one, members(toolkit, one.platform, one.memberships_url or "")) for one in visitor.read(courses)]
    if not asked:
        raise Declined("lti_no_roster", 409)

    def work(session: Session, teacher: Teacher) -> int:
        class_of_teacher(session, teacher, class_id)
        return sum(
            enter_members(session, session.get_one(Course, one.id), one.platform.issuer, found, now, teacher.id)
            for one, found in asked
        )

    return visitor.away(f"/classes/{class_id}/school", "classplatform.roster_fetched", count=visitor.write(work))


def _found(visitor: Visitor, class_id: str) -> dict[str, Any]:
    def work(session: Session, teacher: Teacher) -> dict[str, Any]:
        school_class: SchoolClass = class_of_teacher(session, teacher, class_id)
        return {
            "head": head_of(school_class),
            "store": session.get(RecordStore, class_id),
            "standing": standing(session, class_id),
            "courses": courses_of_class(session, class_id),
        }

    return {**visitor.read(work), "speaks_lti": speaks_lti(), "base": visitor.base}
