"""Counters of change: a transaction that changes what others look at raises one; whoever looks asks for it.

So several workers need not know of each other, and both databases work alike.
"""

from __future__ import annotations

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from simulator.classroom.store.keeping import Revision
from simulator.classroom.store.work import Assignment

_RAISE = text(
    "INSERT INTO revision (topic, number) VALUES (:topic, 1) "
    "ON CONFLICT (topic) DO UPDATE SET number = revision.number + 1"
)


def touch(session: Session, topic: str) -> None:
    """Something about `topic` (an assignment's id, or PEOPLE) is another now."""
    session.execute(_RAISE, {"topic": topic})


PEOPLE = "people"
"""The topic of proofs: somebody's tokens were voided."""


def touch_class(session: Session, class_id: str) -> None:
    """Every board of a class is another now."""
    for assignment in session.scalars(select(Assignment.id).where(Assignment.class_id == class_id)).all():
        touch(session, assignment)


def news_of(class_id: str) -> str:
    """The topic of what the students of a class are told of it: what is set, opened, paused, said of their plays."""
    return f"class {class_id}"


def tell_class(session: Session, class_id: str) -> None:
    """The students of a class have something to look at anew; after whatever else is touched, so that none waits."""
    touch(session, news_of(class_id))


def revision(session: Session, topic: str) -> int:
    """How often `topic` changed."""
    return session.scalar(select(Revision.number).where(Revision.topic == topic)) or 0


def revisions(session: Session, *topics: str) -> tuple[int, ...]:
    """The same of several topics, in one question."""
    found = select(Revision.topic, Revision.number).where(Revision.topic.in_(topics))
    numbers = dict(session.execute(found).all())
    return tuple(numbers.get(topic, 0) for topic in topics)
