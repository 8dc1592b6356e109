"""Making somebody disappear: who they are alone, or everything."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from simulator.classroom.audit import note
from simulator.classroom.live.revisions import PEOPLE, touch
from simulator.classroom.store.keeping import Outbox
from simulator.classroom.store.people import Identity, OneTimeLink, Student
from simulator.classroom.store.work import Play, TeamMember


def erase_identity(session: Session, student: Student, now: datetime, teacher: str | None = None) -> None:
    """Forget who a student is: name, address, numbers, platform. Pseudonym, plays and grades stay."""
    session.execute(delete(Identity).where(Identity.student_id == student.id))
    session.execute(delete(Outbox).where(Outbox.student_id == student.id, Outbox.kind == "lti"))
    note(session, now, "identity_erased", teacher=teacher, student=student.id)


def erase_student(session: Session, student: Student, now: datetime, teacher: str | None = None) -> None:
    """Delete everything that is kept of a student; their tokens open nothing from then on.

    A play that they only played along in stays, without them.
    """
    along = select(TeamMember.play_id).where(TeamMember.student_id == student.id)
    touched = session.scalars(
        select(Play.assignment_id).where((Play.student_id == student.id) | Play.id.in_(along)).distinct()
    ).all()
    session.execute(delete(Outbox).where(Outbox.student_id == student.id))
    session.execute(delete(OneTimeLink).where(OneTimeLink.student_id == student.id))
    session.execute(delete(Student).where(Student.id == student.id))
    note(session, now, "student_erased", teacher=teacher, student=student.id)
    touch(session, PEOPLE)
    for assignment in touched:
        touch(session, assignment)
