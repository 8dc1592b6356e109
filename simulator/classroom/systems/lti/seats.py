"""Students who come from a platform: a pseudonym like everybody's; the platform's name for them is kept apart."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from simulator.classroom.declined import Declined
from simulator.classroom.live.revisions import touch_class
from simulator.classroom.people.joining import MOST_STUDENTS
from simulator.classroom.people.links import new_link
from simulator.classroom.people.names import folded
from simulator.classroom.people.roster import free_name
from simulator.classroom.people.secret import digest
from simulator.classroom.store.people import Identity, OneTimeLink, SchoolClass, Student, Teacher

_DOOR = timedelta(minutes=5)


def seat_of(session: Session, school_class: SchoolClass, issuer: str, subject: str, now: datetime) -> Student:
    """The student whom the platform calls `subject`; new ones get an invented pseudonym. Raises Declined."""
    kept = session.scalar(
        select(Student)
        .join(Identity, Identity.student_id == Student.id)
        .where(Student.class_id == school_class.id, Identity.lti_issuer == issuer, Identity.lti_subject == subject)
    )
    if kept is not None:
        return kept
    here = session.scalar(select(func.count()).where(Student.class_id == school_class.id)) or 0
    if here >= MOST_STUDENTS:
        raise Declined("class_full", 409, most=MOST_STUDENTS)
    names = set(session.scalars(select(Student.folded).where(Student.class_id == school_class.id)))
    pseudonym = free_name(school_class.language, names)
    made = Student(class_id=school_class.id, pseudonym=pseudonym, folded=folded(pseudonym), created=now)
    session.add(made)
    session.flush()
    session.add(Identity(student_id=made.id, lti_issuer=issuer, lti_subject=subject))
    touch_class(session, school_class.id)
    return made


def word_for(session: Session, student: Student, now: datetime) -> str:
    """What opens the student's seat in the game, once; a game that is in already stays in."""
    return new_link(session, "rejoin", now, student=student.id)


def door_for(session: Session, teacher: Teacher, token: str, now: datetime) -> None:
    """Let `token` open a session of the teacher once, within minutes: a frame cannot hold the cookie itself."""
    session.add(OneTimeLink(token_hash=digest(token), purpose="session", teacher_id=teacher.id, expires=now + _DOOR))
