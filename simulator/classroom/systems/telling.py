"""What the school's systems are told, put into the outbox by the transaction in which it happened."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from simulator.classroom.store.people import Identity
from simulator.classroom.store.systems import Course, Placement, Platform
from simulator.classroom.store.work import Override, Play
from simulator.classroom.systems.grades import those_graded_by
from simulator.classroom.systems.outbox import put

_ASKED = text(
    "SELECT a.class_id, EXISTS (SELECT 1 FROM record_store r WHERE r.class_id = a.class_id) AS store, "
    "EXISTS (SELECT 1 FROM lti_placement p WHERE p.assignment_id = a.id) AS placed "
    "FROM assignment a WHERE a.id = :assignment"
)
"""Who wants to hear of it: one question for both, since most classes have neither and a class ends all at once."""


def tell_verified(session: Session, play: Play, course: dict[str, Any], now: datetime) -> None:
    """A play was verified. `course` is what only the run knew (`Verdict.course`)."""
    asked = session.execute(_ASKED, {"assignment": play.assignment_id}).one()
    if asked.store:
        payload = {"play": play.id, "course": course}
        put(session, "xapi", asked.class_id, play.student_id, f"play {play.id}", payload, now)
    if asked.placed:
        _tell_platforms(session, play, now)


def tell_override(session: Session, play: Play, made: Override, now: datetime) -> None:
    """A teacher gave another grade."""
    asked = session.execute(_ASKED, {"assignment": play.assignment_id}).one()
    if asked.store:
        payload = {"play": play.id, "override": made.id}
        put(session, "xapi", asked.class_id, play.student_id, f"override {made.id}", payload, now)
    if asked.placed:
        _tell_platforms(session, play, now)


def tell_grades(session: Session, play: Play, now: datetime) -> None:
    """Another play counts than before, or none."""
    if session.execute(_ASKED, {"assignment": play.assignment_id}).one().placed:
        _tell_platforms(session, play, now)


def _tell_platforms(session: Session, play: Play, now: datetime) -> None:
    """The grades of those who played `play` may be others now: platforms that have a place for them are told.

    The message says whose and where; the grade is looked up when it is sent, so that the last one arrives.
    """
    placed = session.execute(
        select(Placement, Course.class_id, Platform.issuer)
        .join(Course, Course.id == Placement.course_id)
        .join(Platform, Platform.id == Course.platform_id)
        .where(Placement.assignment_id == play.assignment_id)
    ).all()
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
