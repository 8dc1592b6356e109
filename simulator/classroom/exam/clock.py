"""What time an exam counts: not while its class is paused, not past its closing, not while a connection was lost."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from simulator.classroom.store.exams import ExamRun
from simulator.classroom.store.people import SchoolClass
from simulator.classroom.store.work import Assignment

LOST_SECONDS = 20.0
"""A student of whom nothing was heard for so long has lost the connection."""
HEARD_SECONDS = 5.0
"""How exactly it is written down when somebody was heard of."""


def counted_until(
    exam: ExamRun, assignment: Assignment, school_class: SchoolClass, now: datetime, steady: float
) -> float:
    """The instant (steady seconds) up to which an exam's clock runs, asked at `now`."""
    until = steady
    if school_class.paused and school_class.paused_steady is not None:
        until = min(until, school_class.paused_steady)
    if assignment.closes is not None:
        until = min(until, steady - (now - assignment.closes).total_seconds())
    if assignment.on_lost_connection == "waits":
        until = min(until, exam.contact + LOST_SECONDS)
    return max(until, exam.steady)


def hear(exam: ExamRun, assignment: Assignment, steady: float) -> bool:
    """The student is heard of: time for which they were away is left out where the assignment says so.

    True where that changed something worth writing down.
    """
    away = steady - exam.contact
    if assignment.on_lost_connection != "waits" or away < HEARD_SECONDS:
        return False
    if away > LOST_SECONDS:
        exam.steady += away - LOST_SECONDS
    exam.contact = steady
    return True


def pause_exams(session: Session, school_class: SchoolClass, paused: bool, steady: float) -> None:
    """Stop the clock of every exam of a class, or let them go on as if no time had passed."""
    if paused:
        school_class.paused_steady = steady
    elif school_class.paused_steady is not None:
        stood = steady - school_class.paused_steady
        mine = select(Assignment.id).where(Assignment.class_id == school_class.id)
        session.execute(
            update(ExamRun)
            .where(ExamRun.assignment_id.in_(mine), ExamRun.over.is_(False))
            .values(steady=ExamRun.steady + stood, contact=ExamRun.contact + stood)
        )
        school_class.paused_steady = None


def resume_all(session: Session, steady: float) -> None:
    """The server begins: no exam's clock ran while it was down, for that is nobody's fault."""
    session.execute(update(ExamRun).where(ExamRun.over.is_(False)).values(steady=steady, contact=steady))
    session.execute(update(SchoolClass).where(SchoolClass.paused.is_(True)).values(paused_steady=steady))
