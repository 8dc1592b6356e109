"""The class looked back on with one of its students: how all did, what all chose, and where this one stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session, defer

from simulator.classroom.declined import Declined
from simulator.classroom.live.revisions import revision
from simulator.classroom.plays.choices import choices
from simulator.classroom.plays.mine import play_view
from simulator.classroom.store.people import Student
from simulator.classroom.store.work import Assignment, Play, TeamMember
from simulator.locale import Phrasebook
from simulator.submission.wire.debrief import ClassDebrief, Criterion, Spread

LEAST = 3
"""Marks that a median is told of: of two, it would tell each the other's."""
_MARKS: Mapping[Criterion, InstrumentedAttribute[float | None]] = {
    "overall": Play.grade,
    "reactivity": Play.reactivity,
    "transparency": Play.transparency,
    "tone": Play.tone,
}


def class_debrief(
    session: Session,
    student: Student,
    assignment: Assignment,
    order: Sequence[str],
    recommended: Mapping[str, str],
    say: Phrasebook,
) -> ClassDebrief:
    """What `student` sees of it; injects in the scenario's `order`. Raises Declined while it is not open."""
    if not assignment.debrief_open:
        raise Declined("debrief_closed", 403)
    number = revision(session, assignment.id)
    play = _play_of(session, student, assignment)
    counted = (Play.assignment_id == assignment.id, Play.counts.is_(True))
    shows_places = assignment.students_see != "none"
    return ClassDebrief(
        assignment=assignment.id,
        revision=number,
        plays=session.scalar(select(func.count()).where(*counted)) or 0,
        spreads=tuple(
            _spread(session, criterion, counted, play if play is not None and play.counts else None, shows_places)
            for criterion in _MARKS
        ),
        choices=choices(session, assignment, order, recommended),
        mine=play_view(session, student, play.id, say) if play is not None else None,
        chosen=dict(play.choices or {}) if play is not None else {},
    )


def _play_of(session: Session, student: Student, assignment: Assignment) -> Play | None:
    """The student's play that counts, alone or in a team; else the last that was verified."""
    played_along = select(TeamMember.play_id).where(TeamMember.student_id == student.id)
    return session.scalar(
        select(Play)
        .where(
            Play.assignment_id == assignment.id,
            Play.state == "verified",
            or_(Play.student_id == student.id, Play.id.in_(played_along)),
        )
        .order_by(Play.counts.desc(), (Play.student_id == student.id).desc(), Play.id.desc())
        .options(defer(Play.replay))
        .limit(1)
    )


def _spread(
    session: Session, criterion: Criterion, counted: tuple[ColumnElement[bool], ...], play: Play | None, places: bool
) -> Spread:
    mark = _MARKS[criterion]
    graded = (*counted, mark.is_not(None))
    count = session.scalar(select(func.count()).where(*graded)) or 0
    mine: Any = getattr(play, mark.key) if play is not None else None
    place = None
    if places and mine is not None:
        place = 1 + (session.scalar(select(func.count()).where(*graded, mark > mine)) or 0)
    return Spread(
        criterion=criterion,
        graded=count,
        median=_median(session, mark, graded, count) if count >= LEAST else None,
        mine=None if mine is None else round(mine, 2),
        place=place,
    )


def _median(
    session: Session, mark: InstrumentedAttribute[float | None], graded: tuple[ColumnElement[bool], ...], count: int
) -> float:
    """The middle mark, or the mean of the two in the middle."""
    middle = session.scalars(
        select(mark).where(*graded).order_by(mark).offset((count - 1) // 2).limit(2 - count % 2)
    ).all()
    return round(sum(value for value in middle if value is not None) / len(middle), 2)
