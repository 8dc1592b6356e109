"""What may be changed of an assignment that was set: not its world, which plays depend on, but the rules around it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from simulator.classroom.audit import note
from simulator.classroom.declined import Declined
from simulator.classroom.live.revisions import tell_class
from simulator.classroom.plays.counting import recount
from simulator.classroom.store.keeping import Revision
from simulator.classroom.store.people import SchoolClass, Teacher
from simulator.classroom.store.work import Assignment, Pack, Play
from simulator.classroom.work.assignments import Plan, check, clean_title, tell_of

_CHANGED = ("opens", "closes", "attempts", "counting", "students_see", "on_lost_connection")


def assignment_of_teacher(session: Session, teacher: Teacher, assignment_id: str) -> tuple[Assignment, SchoolClass]:
    """An assignment of one of a teacher's own classes. Raises Declined (404) for another's, as for one that is not."""
    found = session.get(Assignment, assignment_id)
    school_class = session.get(SchoolClass, found.class_id) if found is not None else None
    if found is None or school_class is None or school_class.teacher_id != teacher.id:
        raise Declined("assignment_unknown", 404)
    return found, school_class


def edit(session: Session, assignment: Assignment, title: str, plan: Plan) -> None:
    """Take title, window, attempts, counting, and what students see from `plan`; its world stays. Raises Declined."""
    check(plan)
    name = clean_title(title)
    counted_by = assignment.counting
    assignment.title = name
    for about in _CHANGED:
        if about != "attempts" or assignment.mode != "exam":
            setattr(assignment, about, getattr(plan, about))
    session.flush()
    if assignment.counting != counted_by:
        students = select(Play.student_id).where(Play.assignment_id == assignment.id).distinct()
        for student in session.scalars(students).all():
            recount(session, assignment.id, student)
    tell_of(session, assignment)


def close_now(session: Session, assignment: Assignment, now: datetime) -> None:
    """Nothing that comes from now on is in time; exams are handed in as far as they went."""
    assignment.closes = now
    if assignment.opens is not None and assignment.opens >= now:
        assignment.opens = None
    tell_of(session, assignment)


def delete_assignment(session: Session, assignment: Assignment, teacher: Teacher, now: datetime) -> None:
    """Delete an assignment with all its plays; its pack too where nothing else uses it."""
    name, pack, class_id = assignment.id, assignment.pack_digest, assignment.class_id
    note(session, now, "assignment_deleted", teacher=teacher.id, school_class=assignment.class_id, assignment=name)
    session.execute(delete(Revision).where(Revision.topic == name))
    session.execute(delete(Assignment).where(Assignment.id == name))
    if session.scalar(select(Assignment.id).where(Assignment.pack_digest == pack).limit(1)) is None:
        session.execute(delete(Pack).where(Pack.digest == pack))
    tell_class(session, class_id)
