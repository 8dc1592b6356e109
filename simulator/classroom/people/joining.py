"""Joining a class, and proving afterwards that one did."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from simulator.classroom.declined import Declined
from simulator.classroom.live.revisions import PEOPLE, touch, touch_class
from simulator.classroom.people.codes import code_meant
from simulator.classroom.people.links import new_link, use_link
from simulator.classroom.people.names import clean_name, folded
from simulator.classroom.people.secret import digest
from simulator.classroom.people.tokens import Bearer, Kind
from simulator.classroom.store.people import Identity, SchoolClass, Student
from simulator.submission.wire.joining import Join

MOST_STUDENTS = 1000
"""Of a class."""


class Wrong(Exception):
    """A guess that counts against whoever made it; `why` is the answer that they get."""

    def __init__(self, why: Declined) -> None:
        super().__init__(why.code)
        self.why = why


def join(session: Session, asked: Join, key: str | None, now: datetime) -> Student:
    """The student who joins, new, from the roster, or come again with the same idempotency `key`.

    Raises Declined, or Wrong where the code, the roster number or the rejoin word is none.
    """
    school_class = _class(session, asked.code)
    key_digest = None if key is None else digest(key)
    again = _by_key(session, school_class, key_digest)
    if again is not None:
        return again
    if asked.rejoin is not None:
        student = _rejoined(session, school_class, asked.rejoin, now)
    elif asked.roster_number is not None:
        student = _from_roster(session, school_class, asked.roster_number)
    elif school_class.roster_only:
        raise Declined("roster_number_needed")
    else:
        student = _new(session, school_class, now)
    if asked.rejoin is None:
        rename(session, student, asked.pseudonym)
    student.listed = asked.listed
    student.join_key = key_digest
    student.joined = student.joined or now
    session.flush()
    touch_class(session, school_class.id)
    return student


def rename(session: Session, student: Student, pseudonym: str) -> None:
    """Give a student a pseudonym that is free in their class. Raises Declined."""
    name = clean_name(pseudonym)
    taken = session.scalar(
        select(Student.id).where(
            Student.class_id == student.class_id, Student.folded == folded(name), Student.id != student.id
        )
    )
    if taken is not None:
        raise Declined("name_taken", 409, name=name)
    student.pseudonym, student.folded = name, folded(name)
    session.add(student)
    session.flush()


def bearer_of(student: Student, kind: Kind) -> Bearer:
    """What a student's tokens say."""
    return Bearer(kind, student.id, str(student.key_generation))


def student_of(session: Session, bearer: Bearer) -> Student:
    """Whose token it is. Raises Declined (401) for somebody erased, or whose tokens were voided."""
    student = session.get(Student, bearer.subject)
    if student is None or str(student.key_generation) != bearer.generation:
        raise Declined("token_unknown", 401)
    return student


def let_rejoin(session: Session, student: Student, now: datetime) -> str:
    """The word by which a student who lost their token joins again; every token given so far is void."""
    student.key_generation += 1
    touch(session, PEOPLE)
    student.join_key = None
    return new_link(session, "rejoin", now, student=student.id)


def _class(session: Session, typed: str) -> SchoolClass:
    code = code_meant(typed)
    found = None if code is None else session.scalar(select(SchoolClass).where(SchoolClass.code == code))
    if found is None:
        raise Wrong(Declined("code_unknown", 404))
    return found


def _by_key(session: Session, school_class: SchoolClass, key: str | None) -> Student | None:
    if key is None:
        return None
    return session.scalar(select(Student).where(Student.class_id == school_class.id, Student.join_key == key))


def _rejoined(session: Session, school_class: SchoolClass, word: str, now: datetime) -> Student:
    try:
        link = use_link(session, word.strip().lower(), "rejoin", now)
    except Declined as declined:
        raise Wrong(declined) from None
    student = session.get(Student, link.student_id)
    if student is None or student.class_id != school_class.id:
        raise Wrong(Declined("link_over", 410))
    return student


def _from_roster(session: Session, school_class: SchoolClass, number: str) -> Student:
    student = session.scalar(
        select(Student)
        .join(Identity, Identity.student_id == Student.id)
        .where(Student.class_id == school_class.id, Identity.roster_number == number.strip())
    )
    if student is None:
        raise Wrong(Declined("roster_number_unknown", 404))
    if student.joined is not None:
        raise Declined("roster_number_taken", 409)
    return student


def _new(session: Session, school_class: SchoolClass, now: datetime) -> Student:
    here = session.scalar(select(func.count()).where(Student.class_id == school_class.id)) or 0
    if here >= MOST_STUDENTS:
        raise Declined("class_full", 409, most=MOST_STUDENTS)
    return Student(class_id=school_class.id, created=now, key_generation=0)
