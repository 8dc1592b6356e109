"""What a class plays, and what came of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from simulator.classroom.store.base import Base, key_column
from simulator.classroom.store.people import Student


class Pack(Base):
    """A scenario as it was when it was set, by the digest of its bytes. `titles` by language."""

    __tablename__ = "pack"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    scenario_id: Mapped[str] = mapped_column(String(60))
    scenario_digest: Mapped[str] = mapped_column(String(32))
    titles: Mapped[dict[str, Any]]
    created: Mapped[datetime]


class Assignment(Base):
    """A crisis that a class is to live through.

    `seed` is everybody's; None: each student has a world of their own, drawn from `seed_secret`. `opens` and `closes`
    None: at once, never. `attempts` None: any number. `started`: since when it may be played ("start all"), None: it
    is prepared only. `on_lost_connection` (exams): the clock `goes_on` or `waits`.
    """

    __tablename__ = "assignment"

    id: Mapped[str] = key_column()
    class_id: Mapped[str] = mapped_column(ForeignKey("class.id", ondelete="CASCADE"), index=True)
    title: Mapped[str] = mapped_column(String(200))
    pack_digest: Mapped[str] = mapped_column(ForeignKey("pack.digest"))
    engine_version: Mapped[int]
    mode: Mapped[str] = mapped_column(String(10))
    seed: Mapped[int | None] = mapped_column(BigInteger)
    seed_secret: Mapped[str] = mapped_column(String(64))
    opens: Mapped[datetime | None]
    closes: Mapped[datetime | None]
    attempts: Mapped[int | None]
    counting: Mapped[str] = mapped_column(String(10))
    rubric: Mapped[dict[str, Any] | None]
    students_see: Mapped[str] = mapped_column(String(10))
    on_lost_connection: Mapped[str] = mapped_column(String(10))
    choices_revealed: Mapped[bool] = mapped_column(default=False)
    debrief_open: Mapped[bool] = mapped_column(default=False)
    started: Mapped[datetime | None]
    created: Mapped[datetime]

    pack: Mapped[Pack] = relationship(lazy="joined", innerjoin=True)


class Play(Base):
    """A play received. `replay` is its record, compressed; `counts`: it is the one that its student is graded by.

    `grade` is what counts: the teacher's where there is one, else `overall`. `accepted`: late, and accepted.
    `lease_until` and `tries` are the verification's. `refusal` holds code and arguments of the sentence.
    """

    __tablename__ = "submission"
    __table_args__ = (
        UniqueConstraint("assignment_id", "student_id", "attempt"),
        UniqueConstraint("assignment_id", "student_id", "idempotency_key"),
        UniqueConstraint("assignment_id", "student_id", "body_sha256"),
        Index("ix_submission_board", "assignment_id", "counts", "grade"),
        Index("ix_submission_waiting", "state", "lease_until"),
        Index("ix_submission_alike", "assignment_id", "decisions_digest"),
    )

    id: Mapped[str] = key_column()
    assignment_id: Mapped[str] = mapped_column(ForeignKey("assignment.id", ondelete="CASCADE"))
    student_id: Mapped[str] = mapped_column(ForeignKey("student.id", ondelete="CASCADE"), index=True)
    attempt: Mapped[int]
    idempotency_key: Mapped[str] = mapped_column(String(80))
    body_sha256: Mapped[str] = mapped_column(String(64))
    replay: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    decisions_digest: Mapped[str] = mapped_column(String(64))
    received: Mapped[datetime]
    late: Mapped[bool]
    accepted: Mapped[bool] = mapped_column(default=False)
    state: Mapped[str] = mapped_column(String(10), default="waiting")
    refusal: Mapped[dict[str, Any] | None]
    lease_until: Mapped[datetime | None]
    tries: Mapped[int] = mapped_column(default=0)
    counts: Mapped[bool] = mapped_column(default=False)
    overall: Mapped[float | None]
    reactivity: Mapped[float | None]
    transparency: Mapped[float | None]
    tone: Mapped[float | None]
    band: Mapped[str | None] = mapped_column(String(20))
    grade: Mapped[float | None]
    first_message_minute: Mapped[int | None]
    choices: Mapped[dict[str, Any] | None]
    run_digest: Mapped[str | None] = mapped_column(String(32))
    verified_at: Mapped[datetime | None]

    assignment: Mapped[Assignment] = relationship(lazy="raise")
    student: Mapped[Student] = relationship(lazy="raise")


class TeamMember(Base):
    """Somebody who played along on a student's play."""

    __tablename__ = "team_member"

    play_id: Mapped[str] = mapped_column(ForeignKey("submission.id", ondelete="CASCADE"), primary_key=True)
    student_id: Mapped[str] = mapped_column(ForeignKey("student.id", ondelete="CASCADE"), primary_key=True, index=True)


class Comment(Base):
    """What a teacher wrote about a play."""

    __tablename__ = "comment"

    id: Mapped[str] = key_column()
    play_id: Mapped[str] = mapped_column(ForeignKey("submission.id", ondelete="CASCADE"), index=True)
    teacher_id: Mapped[str | None] = mapped_column(ForeignKey("teacher.id", ondelete="SET NULL"))
    text: Mapped[str] = mapped_column(Text)
    created: Mapped[datetime]


class Override(Base):
    """A grade that a teacher changed: who, when, from what to what (None: the computed one again), and why."""

    __tablename__ = "override"

    id: Mapped[str] = key_column()
    play_id: Mapped[str] = mapped_column(ForeignKey("submission.id", ondelete="CASCADE"), index=True)
    teacher_id: Mapped[str | None] = mapped_column(ForeignKey("teacher.id", ondelete="SET NULL"))
    at: Mapped[datetime]
    before: Mapped[float | None]
    after: Mapped[float | None]
    reason: Mapped[str] = mapped_column(Text)
