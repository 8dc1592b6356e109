"""Who takes part: teachers, classes, and students, of whom no more is kept than a pseudonym.

What names a person (`Identity`) and what is nobody else's business (`Accommodation`) stand in tables of their own.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from simulator.classroom.store.base import Base, key_column


class Teacher(Base):
    """`password_hash` is argon2's, None until the first link was used."""

    __tablename__ = "teacher"

    id: Mapped[str] = key_column()
    login: Mapped[str] = mapped_column(String(100), unique=True)
    password_hash: Mapped[str | None] = mapped_column(String(200))
    language: Mapped[str] = mapped_column(String(2))
    created: Mapped[datetime]


class OneTimeLink(Base):
    """What opens once: a teacher's account, or a student's place for somebody who lost their token.

    Of the link itself only the digest is kept.
    """

    __tablename__ = "one_time_link"

    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    purpose: Mapped[str] = mapped_column(String(10))
    teacher_id: Mapped[str | None] = mapped_column(ForeignKey("teacher.id", ondelete="CASCADE"))
    student_id: Mapped[str | None] = mapped_column(ForeignKey("student.id", ondelete="CASCADE"))
    expires: Mapped[datetime]
    used: Mapped[datetime | None]


class SchoolClass(Base):
    """A class. `code` is what students type, None once it is withdrawn; `keep_until` is when it is purged.

    `roster_only`: whoever joins says a number of the roster. `paused_steady`: since when it is paused (steady seconds).
    """

    __tablename__ = "class"

    id: Mapped[str] = key_column()
    teacher_id: Mapped[str] = mapped_column(ForeignKey("teacher.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    code: Mapped[str | None] = mapped_column(String(40), unique=True)
    language: Mapped[str] = mapped_column(String(2))
    paused: Mapped[bool] = mapped_column(default=False)
    paused_steady: Mapped[float | None]
    roster_only: Mapped[bool] = mapped_column(default=False)
    created: Mapped[datetime]
    keep_until: Mapped[datetime] = mapped_column(index=True)


class Student(Base):
    """A pseudonym in a class. `folded` is the pseudonym as it is compared, `key_generation` rises to void tokens.

    `listed`: others may see the pseudonym. `joined` is None for somebody on the roster who has not come yet;
    `join_key` the digest of the idempotency key of their joining.
    """

    __tablename__ = "student"
    __table_args__ = (UniqueConstraint("class_id", "folded"), UniqueConstraint("class_id", "join_key"))

    id: Mapped[str] = key_column()
    class_id: Mapped[str] = mapped_column(ForeignKey("class.id", ondelete="CASCADE"))
    pseudonym: Mapped[str] = mapped_column(String(80))
    folded: Mapped[str] = mapped_column(String(160))
    key_generation: Mapped[int] = mapped_column(default=0)
    listed: Mapped[bool] = mapped_column(default=False)
    join_key: Mapped[str | None] = mapped_column(String(64))
    joined: Mapped[datetime | None]
    created: Mapped[datetime]

    school_class: Mapped[SchoolClass] = relationship(lazy="raise")


class Identity(Base):
    """Who a student is, where a roster or a school's platform said so. Erasable alone."""

    __tablename__ = "identity"

    student_id: Mapped[str] = mapped_column(ForeignKey("student.id", ondelete="CASCADE"), primary_key=True)
    name: Mapped[str | None] = mapped_column(String(200))
    email: Mapped[str | None] = mapped_column(String(254))
    roster_number: Mapped[str | None] = mapped_column(String(60), index=True)
    lti_issuer: Mapped[str | None] = mapped_column(String(300))
    lti_subject: Mapped[str | None] = mapped_column(String(255), index=True)


class Accommodation(Base):
    """How much more time a student has: `factor` 1.33 is a third more, 0 untimed."""

    __tablename__ = "accommodation"

    student_id: Mapped[str] = mapped_column(ForeignKey("student.id", ondelete="CASCADE"), primary_key=True)
    factor: Mapped[float]
