"""A class and the school's systems: the gradebook file, the record store, the platform that it is a course of."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response
from sqlalchemy.orm import Session

from simulator.classroom.audit import note
from simulator.classroom.declined import Declined
from simulator.classroom.pages.visitor import TheTeacher
from simulator.classroom.people.classes import class_of_teacher
from simulator.classroom.store.people import Teacher
from simulator.classroom.store.work import Assignment
from simulator.classroom.systems.gradebook import gradebook

router = APIRouter(include_in_schema=False)


@router.get("/classes/{class_id}/grades.csv")
def grades(
    class_id: str,
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
