"""The server's own books: what changed, who did what, what is still to be sent, who tried too often."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from simulator.classroom.store.base import Base, key_column


class Revision(Base):
    """How often something changed that others look at; workers ask for it instead of speaking to each other."""

    __tablename__ = "revision"

    topic: Mapped[str] = mapped_column(String(40), primary_key=True)
    number: Mapped[int]


class Outbox(Base):
    """A message for a school's system (`kind`: xapi, lti): sent after its transaction, and again until it arrives.

    `state` is waiting, sent or dead. `about`: what the message is of; a later one of the same replaces it.
    """

    __tablename__ = "outbox"
    __table_args__ = (Index("ix_outbox_due", "state", "next_try"),)

    id: Mapped[str] = key_column()
    kind: Mapped[str] = mapped_column(String(10))
    class_id: Mapped[str | None] = mapped_column(ForeignKey("class.id", ondelete="CASCADE"))
    student_id: Mapped[str | None] = mapped_column(ForeignKey("student.id", ondelete="CASCADE"), index=True)
    about: Mapped[str] = mapped_column(String(60))
    payload: Mapped[dict[str, Any]]
    state: Mapped[str] = mapped_column(String(10), default="waiting")
    tries: Mapped[int] = mapped_column(default=0)
    next_try: Mapped[datetime]
    problem: Mapped[str | None] = mapped_column(Text)
    created: Mapped[datetime]


class Audit(Base):
    """Something that a teacher or the command line did to somebody else's data; `about` holds ids, never names."""

    __tablename__ = "audit"

    id: Mapped[str] = key_column()
    at: Mapped[datetime] = mapped_column(index=True)
    teacher_id: Mapped[str | None] = mapped_column(ForeignKey("teacher.id", ondelete="SET NULL"))
    what: Mapped[str] = mapped_column(String(40))
    about: Mapped[dict[str, Any]]


class Attempts(Base):
    """Failures from one place in one stretch of time; `key` is a digest, so that no address is kept."""

    __tablename__ = "attempts"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    expires: Mapped[datetime] = mapped_column(index=True)
    count: Mapped[int]
