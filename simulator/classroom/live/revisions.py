"""Counters of change: a transaction that changes what others look at raises one; whoever looks asks for it.

So several workers need not know of each other, and both databases work alike.
"""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from simulator.classroom.store.keeping import Revision
from simulator.classroom.store.work import Assignment


def touch(session: Session, topic: str) -> None:
    """Something about `topic` (an assignment's id) is another now."""
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    session.execute(
        insert(Revision)
        .values(topic=topic, number=1)
        .on_conflict_do_update(index_elements=[Revision.topic], set_={"number": Revision.number + 1})
    )


def touch_class(session: Session, class_id: str) -> None:
    """Every board of a class is another now."""
    for assignment in session.scalars(select(Assignment.id).where(Assignment.class_id == class_id)).all():
        touch(session, assignment)


def revision(session: Session, topic: str) -> int:
    """How often `topic` changed."""
    return session.scalar(select(Revision.number).where(Revision.topic == topic)) or 0
