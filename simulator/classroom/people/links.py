"""One-time links: good once, for a while, and kept as a digest only."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from simulator.classroom.declined import Declined
from simulator.classroom.people.secret import digest
from simulator.classroom.store.people import OneTimeLink

Purpose = Literal["account", "rejoin", "session", "platform"]
_LIVES: dict[Purpose, timedelta] = {
    "account": timedelta(days=3),
    "rejoin": timedelta(days=7),
    "session": timedelta(minutes=5),
    "platform": timedelta(days=3),
}


def new_link(
    session: Session, purpose: Purpose, now: datetime, *, teacher: str | None = None, student: str | None = None
) -> str:
    """The token of a new link for a teacher or a student; older ones for the same purpose are void."""
    whose = OneTimeLink.teacher_id == teacher if teacher else OneTimeLink.student_id == student
    session.execute(delete(OneTimeLink).where(OneTimeLink.purpose == purpose, whose))
    token = secrets.token_urlsafe(24) if purpose == "account" else secrets.token_hex(6)
    session.add(
        OneTimeLink(
            token_hash=digest(token),
            purpose=purpose,
            teacher_id=teacher,
            student_id=student,
            expires=now + _LIVES[purpose],
        )
    )
    return token


def is_good(session: Session, token: str, purpose: Purpose, now: datetime) -> bool:
    """Whether the link may still be used."""
    link = session.get(OneTimeLink, digest(token))
    return link is not None and link.purpose == purpose and link.used is None and link.expires > now


def use_link(session: Session, token: str, purpose: Purpose, now: datetime) -> OneTimeLink:
    """The link that `token` opens, used up. Raises Declined (410): of two at once, one gets it."""
    used = session.execute(
        update(OneTimeLink)
        .where(
            OneTimeLink.token_hash == digest(token),
            OneTimeLink.purpose == purpose,
            OneTimeLink.used.is_(None),
            OneTimeLink.expires > now,
        )
        .values(used=now)
        .returning(OneTimeLink)
    ).scalar_one_or_none()
    if used is None:
        raise Declined("link_over", 410)
    return used
