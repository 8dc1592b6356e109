"""What the school's systems are told, put into the outbox by the transaction in which it happened."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.classroom.store.people import Identity
from simulator.classroom.store.systems import Course, Placement, Platform, RecordStore
from simulator.classroom.store.work import Assignment, Override, Play
from simulator.classroom.systems.grades import those_graded_by
from simulator.classroom.systems.outbox import put


def tell_play(session: Session, play: Play, course_of_play: dict[str, Any], now: datetime) -> None:
    """A play was verified: its statements go to the class's record store, if it has one.

    `course_of_play` is what only the run knew (`Verdict.course`).
    """
    class_id = _class_of(session, play)
    if session.get(RecordStore, class_id) is not None:
        payload = {"play": play.id, "course": course_of_play}
        put(session, "xapi", class_id, play.student_id, f"play {play.id}", payload, now)


def tell_override(session: Session, play: Play, made: Override, now: datetime) -> None:
    """A teacher gave another grade."""
    class_id = _class_of(session, play)
    if session.get(RecordStore, class_id) is not None:
        payload = {"play": play.id, "override": made.id}
        put(session, "xapi", class_id, play.student_id, f"override {made.id}", payload, now)


def tell_grades(session: Session, play: Play, now: datetime) -> None:
    """The grades of those who played `play` may be others now: platforms that have a place for them are told.

    The message says whose and where; the grade is looked up when it is sent, so that the last one arrives.
    """
    placed = session.execute(
        select(Placement, Course.class_id, Platform.issuer)
        .join(Course, Course.id == Placement.course_id)
        .join(Platform, Platform.id == Course.platform_id)
        .where(Placement.assignment_id == play.assignment_id)
    ).all()
    if not placed:
        return
    students = those_graded_by(session, play)
    known = session.execute(
        select(Identity.student_id, Identity.lti_issuer).where(
            Identity.student_id.in_(students), Identity.lti_subject.is_not(None)
        )
    ).all()
    for placement, class_id, issuer in placed:
        if not placement.service.get("lineitem") and not placement.service.get("lineitems"):
            continue  # it takes no grades
        for student, theirs in known:
            if theirs == issuer:
                put(session, "lti", class_id, student, f"grade {placement.id}", {"placement": placement.id}, now)


def _class_of(session: Session, play: Play) -> str:
    return session.get_one(Assignment, play.assignment_id).class_id
