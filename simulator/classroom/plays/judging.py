"""The transactions around a play's verification: taking it up, and entering what it came to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session, undefer

from simulator.classroom.live.revisions import touch
from simulator.classroom.plays.counting import recount
from simulator.classroom.plays.verdict import Verdict, as_record
from simulator.classroom.store.work import Assignment, Play, TeamMember
from simulator.classroom.systems.telling import tell_verified
from simulator.locale import Message

LEASE = timedelta(seconds=60)
"""How long a worker may take before another one does the same play."""
_MOST_TRIES = 3
"""A play that ended so many workers is not tried again."""
_TELLING_LOG = 8
"""Decisions from which on two logs alike to the minute are no accident."""


@dataclass(frozen=True)
class Claimed:
    """A play taken up."""

    play: str
    pack: str
    rubric: dict[str, Any] | None
    replay: bytes


def claim(session: Session, most: int, now: datetime) -> Sequence[Claimed]:
    """Take up to `most` waiting plays, oldest first: nobody else gets them until the lease is over."""
    free = or_(Play.lease_until.is_(None), Play.lease_until < now)
    plays = session.scalars(
        select(Play)
        .where(Play.state == "waiting", free)
        .order_by(Play.id)
        .limit(most)
        .options(undefer(Play.replay))
        .with_for_update(skip_locked=True, of=Play)
    ).all()
    claimed = []
    for play in plays:
        assignment = session.get_one(Assignment, play.assignment_id)
        play.tries += 1
        if play.tries > _MOST_TRIES:
            _refuse(session, play, as_record(Message("classroom.play_unverifiable")), now)
            continue
        play.lease_until = now + LEASE
        claimed.append(Claimed(play.id, assignment.pack_digest, assignment.rubric, play.replay))
    return claimed


def hold(session: Session, plays: Sequence[str], now: datetime) -> None:
    """Keep plays that are still being judged for another lease."""
    session.execute(update(Play).where(Play.id.in_(plays), Play.state == "waiting").values(lease_until=now + LEASE))


def give_back(session: Session, plays: Sequence[str]) -> None:
    """Let others take up plays that were not done, as if nobody had tried."""
    session.execute(
        update(Play).where(Play.id.in_(plays), Play.state == "waiting").values(lease_until=None, tries=Play.tries - 1)
    )


def enter(session: Session, verdict: Verdict, now: datetime) -> bool:
    """Enter what a play came to; False where it was entered already, or the play is gone."""
    play = session.scalar(select(Play).where(Play.id == verdict.play, Play.state == "waiting").with_for_update(of=Play))
    if play is None:
        return False
    if verdict.refusal is not None:
        _refuse(session, play, verdict.refusal, now)
        return True
    for name in ("overall", "reactivity", "transparency", "tone", "band", "first_message_minute", "run_digest"):
        setattr(play, name, getattr(verdict, name))
    play.choices = dict(verdict.choices or {})
    play.grade = play.overall
    if _is_copied(session, play, verdict.decisions):
        _refuse(session, play, as_record(Message("classroom.play_copied")), now)
        return True
    play.state, play.verified_at, play.lease_until = "verified", now, None
    session.flush()
    recount(session, play.assignment_id, play.student_id)
    tell_verified(session, play, verdict.course or {}, now)
    touch(session, play.assignment_id)
    return True


def _refuse(session: Session, play: Play, refusal: dict[str, Any], now: datetime) -> None:
    play.state, play.refusal, play.verified_at, play.lease_until = "refused", refusal, now, None
    touch(session, play.assignment_id)


def _is_copied(session: Session, play: Play, decisions: int) -> bool:
    """Whether somebody else, no team mate, sent the same decisions at the same minutes before."""
    if decisions < _TELLING_LOG:
        return False
    mates = select(TeamMember.student_id).where(TeamMember.play_id == play.id)
    mine = select(TeamMember.play_id).where(TeamMember.student_id == play.student_id)
    found = select(Play.id).where(
        Play.assignment_id == play.assignment_id,
        Play.decisions_digest == play.decisions_digest,
        Play.student_id != play.student_id,
        Play.student_id.not_in(mates),
        Play.id.not_in(mine),
        Play.id < play.id,
        Play.state != "refused",
    )
    return session.scalar(found.limit(1)) is not None
