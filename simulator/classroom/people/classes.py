"""Classes: opened in a minute, paused, renewed, kept for a year unless the teacher says otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.classroom.audit import note
from simulator.classroom.declined import Declined
from simulator.classroom.exam.clock import pause_exams
from simulator.classroom.live.revisions import tell_class, touch_class
from simulator.classroom.people.codes import new_code
from simulator.classroom.store.people import SchoolClass, Teacher
from simulator.locale import LANGUAGES

KEPT = timedelta(days=365)
_MOST_NAME = 80
_TRIES = 40


def open_class(session: Session, teacher: Teacher, name: str, language: str, now: datetime) -> SchoolClass:
    """A new class with a code of its own. Raises Declined."""
    made = SchoolClass(
        teacher_id=teacher.id,
        name=_name(name),
        code=_free_code(session),
        language=_language(language),
        created=now,
        keep_until=now + KEPT,
    )
    session.add(made)
    session.flush()
    return made


def classes_of(session: Session, teacher: Teacher) -> Sequence[SchoolClass]:
    """A teacher's classes, newest first."""
    return session.scalars(
        select(SchoolClass).where(SchoolClass.teacher_id == teacher.id).order_by(SchoolClass.id.desc())
    ).all()


def class_of_teacher(session: Session, teacher: Teacher, class_id: str) -> SchoolClass:
    """One of a teacher's own classes. Raises Declined (404) for another's, as for one that is not."""
    found = session.get(SchoolClass, class_id)
    if found is None or found.teacher_id != teacher.id:
        raise Declined("class_unknown", 404)
    return found


def rename(session: Session, school_class: SchoolClass, name: str) -> None:
    """Another name. Raises Declined."""
    school_class.name = _name(name)
    touch_class(session, school_class.id)
    tell_class(session, school_class.id)


def speak(school_class: SchoolClass, language: str) -> None:
    """Another language for the code and for invented pseudonyms. Raises Declined."""
    school_class.language = _language(language)


def pause(session: Session, school_class: SchoolClass, paused: bool, steady: float) -> None:
    """Stop the class, or let it go on: nothing is sent and no exam's clock runs while it is paused.

    `steady` is the server clock's.
    """
    if school_class.paused == paused:
        return
    pause_exams(session, school_class, paused, steady)
    school_class.paused = paused
    touch_class(session, school_class.id)
    tell_class(session, school_class.id)


def renew_code(session: Session, school_class: SchoolClass) -> str:
    """Another code; the old one opens nothing any more."""
    school_class.code = _free_code(session)
    return school_class.code


def withdraw_code(school_class: SchoolClass) -> None:
    """Nobody joins any more."""
    school_class.code = None


def keep_until(
    session: Session, school_class: SchoolClass, until: datetime, now: datetime, teacher: str | None = None
) -> None:
    """Purge the class at another date, at most five years from now. Raises Declined."""
    if not now < until <= now + 5 * KEPT:
        raise Declined("keep_too_long")
    note(session, now, "keep_until", teacher=teacher, school_class=school_class.id, until=until.isoformat())
    school_class.keep_until = until


def _name(name: str) -> str:
    text = " ".join(name.split())
    if not 0 < len(text) <= _MOST_NAME or not text.isprintable():
        raise Declined("class_name", most=_MOST_NAME)
    return text


def _language(language: str) -> str:
    if language not in LANGUAGES:
        raise Declined("language_bad")
    return language


def _free_code(session: Session) -> str:
    for _ in range(_TRIES):
        code = new_code()
        if session.scalar(select(SchoolClass.id).where(SchoolClass.code == code)) is None:
            return code
    raise Declined("codes_used_up", 503)
