"""More time for a student who needs it; nobody else is told."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from simulator.classroom.audit import note
from simulator.classroom.declined import Declined
from simulator.classroom.store.people import Accommodation, Student

THIRD = 1.33
UNTIMED = 0.0
MOST_FACTOR = 5.0


def factor_of(session: Session, student_id: str) -> float:
    """How much longer everything lasts for a student: 1 as for all, 0 untimed."""
    found = session.get(Accommodation, student_id)
    return 1.0 if found is None else found.factor


def accommodate(session: Session, student: Student, factor: float, now: datetime, teacher: str | None = None) -> None:
    """Give a student `factor` times the time (1 to 5; 0: untimed). An exam that runs keeps the one it began with.

    Raises Declined.
    """
    if factor != UNTIMED and not 1 <= factor <= MOST_FACTOR:
        raise Declined("factor_bad", most=MOST_FACTOR)
    found = session.get(Accommodation, student.id)
    if factor == 1:
        if found is not None:
            session.delete(found)
    elif found is None:
        session.add(Accommodation(student_id=student.id, factor=factor))
    else:
        found.factor = factor
    note(session, now, "accommodation", teacher=teacher, student=student.id)
