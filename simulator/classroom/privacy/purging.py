"""Nothing is kept for ever: classes end at their date, and what nobody needs any more goes with them."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete, exists, select
from sqlalchemy.orm import Session

from simulator.classroom.audit import note
from simulator.classroom.live.revisions import PEOPLE, news_of, touch
from simulator.classroom.store.keeping import Attempts, Audit, Outbox, Revision
from simulator.classroom.store.people import OneTimeLink, SchoolClass, Teacher
from simulator.classroom.store.systems import PlatformLogin
from simulator.classroom.store.work import Assignment, Pack

AUDIT_KEPT = timedelta(days=3 * 365)
_SENT_KEPT = timedelta(days=30)


def purge(session: Session, now: datetime) -> int:
    """Delete every class whose date has come, with all that belongs to it; how many."""
    over = session.scalars(select(SchoolClass.id).where(SchoolClass.keep_until <= now)).all()
    for class_id in over:
        delete_class(session, class_id, now)
    empty = Teacher.login.startswith("lti-"), ~exists().where(SchoolClass.teacher_id == Teacher.id)
    session.execute(delete(Teacher).where(Teacher.password_hash.is_(None), *empty))  # courses that are over
    session.execute(delete(OneTimeLink).where(OneTimeLink.expires <= now))
    session.execute(delete(Attempts).where(Attempts.expires <= now))
    session.execute(delete(PlatformLogin).where(PlatformLogin.expires <= now))
    session.execute(delete(Audit).where(Audit.at <= now - AUDIT_KEPT))
    session.execute(delete(Outbox).where(Outbox.state != "waiting", Outbox.created <= now - _SENT_KEPT))
    return len(over)


def delete_class(session: Session, class_id: str, now: datetime, teacher: str | None = None) -> None:
    """Delete a class with its students, assignments and plays; packs that nothing else uses go too."""
    assignments = select(Assignment.id).where(Assignment.class_id == class_id)
    session.execute(delete(Revision).where(Revision.topic.in_(assignments) | (Revision.topic == news_of(class_id))))
    touch(session, PEOPLE)
    note(session, now, "class_deleted", teacher=teacher, school_class=class_id)
    session.execute(delete(SchoolClass).where(SchoolClass.id == class_id))
    session.execute(delete(Pack).where(~exists().where(Assignment.pack_digest == Pack.digest)))
