"""Exams that live on the server: where each run's clock stands, and every decision, so that a restart resumes them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from simulator.classroom.store.base import Base, key_column


class ExamRun(Base):
    """A student's run. `minute`, `fraction` and `read` are its clock as it stood at `steady` seconds.

    `contact` is when the student was last heard of (steady seconds).
    """

    __tablename__ = "exam_run"
    __table_args__ = (UniqueConstraint("assignment_id", "student_id"),)

    id: Mapped[str] = key_column()
    assignment_id: Mapped[str] = mapped_column(ForeignKey("assignment.id", ondelete="CASCADE"))
    student_id: Mapped[str] = mapped_column(ForeignKey("student.id", ondelete="CASCADE"), index=True)
    seed: Mapped[int] = mapped_column(BigInteger)
    factor: Mapped[float]
    begun: Mapped[datetime]
    minute: Mapped[int] = mapped_column(default=0)
    fraction: Mapped[float] = mapped_column(default=0.0)
    read: Mapped[dict[str, Any]]
    attending: Mapped[bool] = mapped_column(default=False)
    threshold: Mapped[int | None]
    steady: Mapped[float]
    contact: Mapped[float]
    last_order: Mapped[int] = mapped_column(default=0)
    over: Mapped[bool] = mapped_column(default=False, index=True)
    abandoned: Mapped[bool] = mapped_column(default=False)
    play_id: Mapped[str | None] = mapped_column(ForeignKey("submission.id", ondelete="SET NULL"))


class ExamOrder(Base):
    """An order as it was taken, and the records of what was decided since the last one; `refusal` says why not."""

    __tablename__ = "exam_order"

    exam_id: Mapped[str] = mapped_column(ForeignKey("exam_run.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    command_sha256: Mapped[str] = mapped_column(String(64))
    minute: Mapped[int]
    decisions: Mapped[list[dict[str, Any]]]
    refusal: Mapped[str | None] = mapped_column(String(500))
    received: Mapped[datetime]
