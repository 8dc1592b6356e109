"""Where a class stands, counted in the database: a board of a hundred thousand plays costs no more than its rows."""

from __future__ import annotations

from typing import Any, cast

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, defer

from simulator.classroom.live.revisions import revision
from simulator.classroom.store.people import Student
from simulator.classroom.store.work import Assignment, Play, TeamMember
from simulator.submission.wire.base import Sees
from simulator.submission.wire.board import Board, BoardRow

MOST_ROWS = 250
_MOST_FIRSTS = 2000
_TENS = 10


def board(session: Session, assignment: Assignment, *, teacher: bool) -> Board:
    """The board as the teacher sees it, with every pseudonym, or as students may."""
    sees = None if teacher else cast(Sees, assignment.students_see)
    number = revision(session, assignment.id)  # first: what is read after it is at least as new
    counted = (Play.assignment_id == assignment.id, Play.counts.is_(True))
    graded, mean = session.execute(select(func.count(Play.grade), func.avg(Play.grade)).where(*counted)).one()
    verified = session.scalar(select(func.count()).where(*counted)) or 0
    shows_grades = sees != "none"
    return Board(
        assignment=assignment.id,
        revision=number,
        sees="names" if sees is None else sees,
        joined=_count(
            session,
            select(func.count()).where(Student.class_id == assignment.class_id, Student.joined.is_not(None)),
        ),
        played=_count(
            session,
            select(func.count(func.distinct(Play.student_id))).where(
                Play.assignment_id == assignment.id, Play.state != "refused"
            ),
        ),
        waiting=_count(
            session, select(func.count()).where(Play.assignment_id == assignment.id, Play.state == "waiting")
        ),
        verified=verified,
        ranked=graded,
        mean=round(float(mean), 2) if mean is not None and shows_grades else None,
        distribution=_distribution(session, assignment) if shows_grades else (),
        rows=_rows(session, assignment, sees) if sees in (None, "board", "names") else (),
        first_messages=_firsts(session, assignment) if shows_grades else (),
    )


def place_of(session: Session, play: Play) -> tuple[int, int] | None:
    """(place from 1, ranked plays) of a counted play; equal grades share a place. None where it is not ranked."""
    if not play.counts or play.grade is None:
        return None
    counted = (Play.assignment_id == play.assignment_id, Play.counts.is_(True), Play.grade.is_not(None))
    better = _count(session, select(func.count()).where(*counted, Play.grade > play.grade))
    return better + 1, _count(session, select(func.count()).where(*counted))


def mates_of(session: Session, plays: list[str]) -> dict[str, list[str]]:
    """The ids of those who played along, by play."""
    found = session.execute(
        select(TeamMember.play_id, TeamMember.student_id)
        .join(Student, Student.id == TeamMember.student_id)
        .where(TeamMember.play_id.in_(plays))
        .order_by(Student.pseudonym)
    )
    mates: dict[str, list[str]] = {}
    for play, student in found:
        mates.setdefault(play, []).append(student)
    return mates


def _rows(session: Session, assignment: Assignment, sees: Sees | None) -> tuple[BoardRow, ...]:
    best = session.execute(
        select(Play, Student.pseudonym, Student.listed)
        .join(Student, Student.id == Play.student_id)
        .where(Play.assignment_id == assignment.id, Play.counts.is_(True))
        .order_by(Play.grade.desc().nulls_last(), Play.received, Play.id)
        .limit(MOST_ROWS)
        .options(defer(Play.replay), defer(Play.choices))
    ).all()
    mates = _mates(session, [play.id for play, _, _ in best]) if sees != "board" else {}
    rows: list[BoardRow] = []
    last: float | None = None
    for number, (play, pseudonym, listed) in enumerate(best, start=1):
        everybody = [(pseudonym, listed), *mates.get(play.id, [])]
        names = tuple(name for name, shown in everybody if sees is None or (sees == "names" and shown))
        same = bool(rows) and last == play.grade
        last = play.grade
        rows.append(
            BoardRow(
                place=rows[-1].place if same else number,
                names=names,
                grade=_rounded(play.grade),
                reactivity=_rounded(play.reactivity),
                transparency=_rounded(play.transparency),
                tone=_rounded(play.tone),
                band=play.band,
                first_message_minute=play.first_message_minute,
            )
        )
    return tuple(rows)


def _mates(session: Session, plays: list[str]) -> dict[str, list[tuple[str, bool]]]:
    found = session.execute(
        select(TeamMember.play_id, Student.pseudonym, Student.listed)
        .join(Student, Student.id == TeamMember.student_id)
        .where(TeamMember.play_id.in_(plays))
        .order_by(Student.pseudonym)
    )
    mates: dict[str, list[tuple[str, bool]]] = {}
    for play, pseudonym, listed in found:
        mates.setdefault(play, []).append((pseudonym, listed))
    return mates


def _distribution(session: Session, assignment: Assignment) -> tuple[int, ...]:
    ten = func.floor(Play.grade / _TENS)
    found = session.execute(
        select(ten, func.count())
        .where(Play.assignment_id == assignment.id, Play.counts.is_(True), Play.grade.is_not(None))
        .group_by(ten)
    )
    tens = [0] * _TENS
    for which, count in found:
        tens[min(int(which), _TENS - 1)] += count
    return tuple(tens)


def _firsts(session: Session, assignment: Assignment) -> tuple[int, ...]:
    return tuple(
        session.scalars(
            select(Play.first_message_minute)
            .where(Play.assignment_id == assignment.id, Play.counts.is_(True), Play.first_message_minute.is_not(None))
            .order_by(Play.first_message_minute)
            .limit(_MOST_FIRSTS)
        )
    )


def _rounded(mark: float | None) -> float | None:
    """Two decimals: a board is sent to everybody, twice a second."""
    return None if mark is None else round(mark, 2)


def _count(session: Session, query: Select[Any]) -> int:
    return session.scalar(query) or 0
