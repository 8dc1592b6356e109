"""By which play somebody is graded: their own that counts, or else one that they played along in."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session, defer

from simulator.classroom.store.work import Play, TeamMember


def graded_plays(session: Session, assignment_id: str) -> Mapping[str, Play]:
    """By student, of all who have one."""
    counted = session.scalars(
        select(Play)
        .where(Play.assignment_id == assignment_id, Play.counts.is_(True))
        .options(defer(Play.choices))
        .order_by(Play.id)
    ).all()
    along = session.execute(
        select(TeamMember.student_id, TeamMember.play_id).where(TeamMember.play_id.in_([play.id for play in counted]))
    ).all()
    by_id = {play.id: play for play in counted}
    graded = {student: by_id[play] for student, play in sorted(along, key=lambda row: row[1])}
    graded |= {play.student_id: play for play in counted}
    return graded


def graded_play(session: Session, assignment_id: str, student_id: str) -> Play | None:
    """The same of one student, None where they have none."""
    counted = select(Play).where(Play.assignment_id == assignment_id, Play.counts.is_(True))
    own = session.scalar(counted.where(Play.student_id == student_id))
    if own is not None:
        return own
    along = select(TeamMember.play_id).where(TeamMember.student_id == student_id)
    return session.scalar(counted.where(Play.id.in_(along)).order_by(Play.id.desc()).limit(1))


def those_graded_by(session: Session, play: Play) -> list[str]:
    """Whose grade may be another when this play's is: its student, and who played along."""
    mates = session.scalars(select(TeamMember.student_id).where(TeamMember.play_id == play.id)).all()
    return [play.student_id, *mates]
