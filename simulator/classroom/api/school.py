"""What a teacher fetches for the school's systems."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response
from sqlalchemy.orm import Session

from simulator.classroom.api.callers import TheHouse, TheViewer
from simulator.classroom.audit import note
from simulator.classroom.declined import Declined
from simulator.classroom.people.classes import class_of_teacher
from simulator.classroom.people.teachers import teacher_of
from simulator.classroom.store.work import Assignment
from simulator.classroom.systems.gradebook import gradebook

router = APIRouter(include_in_schema=False)


@router.get("/classes/{class_id}/grades.csv")
def grades(
    class_id: str,
    house: TheHouse,
    viewer: TheViewer,
    assignment: Annotated[str | None, Query(max_length=40)] = None,
    known: bool = False,
) -> Response:
    """A class's grades as a file that Moodle imports."""
    if viewer.kind != "teacher":
        raise Declined("class_unknown", 404)
    now = house.clock.now()

    def work(session: Session) -> str:
        teacher = teacher_of(session, viewer)
        school_class = class_of_teacher(session, teacher, class_id)
        one = None
        if assignment is not None:
            one = session.get(Assignment, assignment)
            if one is None or one.class_id != class_id:
                raise Declined("assignment_unknown", 404)
        note(session, now, "grades", teacher=teacher.id, school_class=class_id)
        return gradebook(session, school_class, assignment=one, known_only=known)

    headers = {"Content-Disposition": 'attachment; filename="grades.csv"', "Cache-Control": "no-store"}
    return Response(house.database.write(work), media_type="text/csv; charset=utf-8", headers=headers)
