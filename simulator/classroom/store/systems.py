"""The school's systems: the record store of a class, and the platforms (LTI) from which people come."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from simulator.classroom.store.base import Base, key_column


class RecordStore(Base):
    """Where a class's xAPI statements go. `secret` is sealed, and never shown again.

    `home` is this server's address as statements name it. `names`: actors are called by their roster name too.
    `trusted`: whoever runs the server chose the endpoint, so that it may stand in the school's own network.
    """

    __tablename__ = "record_store"

    class_id: Mapped[str] = mapped_column(ForeignKey("class.id", ondelete="CASCADE"), primary_key=True)
    endpoint: Mapped[str] = mapped_column(String(500))
    key: Mapped[str] = mapped_column(String(200))
    secret: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    home: Mapped[str] = mapped_column(String(300))
    names: Mapped[bool] = mapped_column(default=False)
    trusted: Mapped[bool] = mapped_column(default=False)


class Platform(Base):
    """A learning platform that this server is a tool of. `deployments`: its deployment ids; empty: any."""

    __tablename__ = "lti_platform"
    __table_args__ = (UniqueConstraint("issuer", "client_id"),)

    id: Mapped[str] = key_column()
    issuer: Mapped[str] = mapped_column(String(300))
    client_id: Mapped[str] = mapped_column(String(200))
    login_url: Mapped[str] = mapped_column(String(500))
    token_url: Mapped[str] = mapped_column(String(500))
    keys_url: Mapped[str] = mapped_column(String(500))
    audience: Mapped[str | None] = mapped_column(String(500))
    deployments: Mapped[list[str]] = mapped_column(JSON)
    created: Mapped[datetime]


class PlatformLogin(Base):
    """A login that a platform began and that its launch uses up. Of state and nonce the digests are kept."""

    __tablename__ = "lti_login"

    state: Mapped[str] = mapped_column(String(64), primary_key=True)
    nonce: Mapped[str] = mapped_column(String(64))
    platform_id: Mapped[str] = mapped_column(ForeignKey("lti_platform.id", ondelete="CASCADE"))
    expires: Mapped[datetime] = mapped_column(index=True)


class Course(Base):
    """A course of a platform, and the class that it is here. `memberships_url`: where its roster is asked for."""

    __tablename__ = "lti_course"
    __table_args__ = (UniqueConstraint("platform_id", "deployment_id", "context_id"),)

    id: Mapped[str] = key_column()
    platform_id: Mapped[str] = mapped_column(ForeignKey("lti_platform.id", ondelete="CASCADE"))
    deployment_id: Mapped[str] = mapped_column(String(255))
    context_id: Mapped[str] = mapped_column(String(255))
    class_id: Mapped[str] = mapped_column(ForeignKey("class.id", ondelete="CASCADE"), index=True)
    memberships_url: Mapped[str | None] = mapped_column(String(1000))

    platform: Mapped[Platform] = relationship(lazy="raise")


class Placement(Base):
    """A link in a course to an assignment. `service`: how its platform takes grades (the claim of the launch)."""

    __tablename__ = "lti_placement"
    __table_args__ = (UniqueConstraint("course_id", "resource_link_id"),)

    id: Mapped[str] = key_column()
    course_id: Mapped[str] = mapped_column(ForeignKey("lti_course.id", ondelete="CASCADE"))
    resource_link_id: Mapped[str] = mapped_column(String(255))
    assignment_id: Mapped[str] = mapped_column(ForeignKey("assignment.id", ondelete="CASCADE"), index=True)
    service: Mapped[dict[str, Any]]

    course: Mapped[Course] = relationship(lazy="raise")
