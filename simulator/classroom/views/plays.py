"""The plays of an assignment as a list, by state and by name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from typing import Literal, get_args

from sqlalchemy import select
from sqlalchemy.orm import Session, defer

from simulator.classroom.people.names import folded
from simulator.classroom.plays.board import mates_of
from simulator.classroom.store.people import Identity, Student
from simulator.classroom.store.work import Assignment, Play
from simulator.classroom.views.words import StateRow, figure, state_row, together, when
from simulator.locale import Phrasebook

Which = Literal["all", "counts", "waiting", "late", "refused"]
WHICH: tuple[Which, ...] = get_args(Which)


@dataclass(frozen=True)
class PlayRow:
    """A play received. `note` says what is particular about it."""

    play: str
    name: str
    attempt: str
    received: str
    state: StateRow
    grade: str
    counts: bool
    note: str


@dataclass(frozen=True)
class Choice:
    """A way to filter: how many plays pass it, and whether it is the one that is on."""

    key: Which
    text: str
    count: int
    current: bool


@dataclass(frozen=True)
class PlaysView:
    """`searched` is what the names are searched for."""

    rows: tuple[PlayRow, ...]
    filters: tuple[Choice, ...]
    searched: str
    empty: str


def plays(
    session: Session,
    assignment: Assignment,
    say: Phrasebook,
    zone: tzinfo,
    which: Which,
    searched: str,
    *,
    roster: bool,
) -> PlaysView:
    """Every play received, newest first."""
    found = session.scalars(
        select(Play)
        .where(Play.assignment_id == assignment.id)
        .options(defer(Play.replay), defer(Play.choices))
        .order_by(Play.received.desc(), Play.id.desc())
    ).all()
    people = who(session, assignment)
    mates = mates_of(session, [play.id for play in found])
    wanted = folded(searched)
    named = []
    for play in found:
        pairs = [people[one] for one in (play.student_id, *mates.get(play.id, [])) if one in people]
        if not wanted or any(wanted in folded(f"{name} {person}") for name, person in pairs):
            named.append((play, pairs))
    rows = [_row(play, pairs, say, zone, roster=roster) for play, pairs in named if _passes(play, which)]
    filters = tuple(
        Choice(key, say(f"boards.filter_{key}"), sum(_passes(play, key) for play, _ in named), key == which)
        for key in WHICH
    )
    return PlaysView(tuple(rows), filters, searched, "" if rows else say("boards.no_plays"))


def who(session: Session, assignment: Assignment) -> dict[str, tuple[str, str]]:
    """(pseudonym, name on the roster or "") of everybody of the class, by id."""
    found = session.execute(
        select(Student.id, Student.pseudonym, Identity.name)
        .outerjoin(Identity, Identity.student_id == Student.id)
        .where(Student.class_id == assignment.class_id)
    )
    return {student: (pseudonym, name or "") for student, pseudonym, name in found}


def names_of(pairs: Iterable[tuple[str, str]], *, roster: bool) -> str:
    """Those of a play, for a line."""
    pairs = list(pairs)
    return together([name for name, _ in pairs], [person for _, person in pairs], roster=roster)


def play_state(play: Play, say: Phrasebook) -> StateRow:
    """How a play stands."""
    if play.state == "waiting":
        return state_row("waiting", say)
    if play.state == "refused":
        return state_row("refused", say)
    return state_row("late" if play.late and not play.accepted else "verified", say)


def _passes(play: Play, which: Which) -> bool:
    match which:
        case "counts":
            return play.counts
        case "late":
            return play.late
        case "waiting" | "refused":
            return play.state == which
    return True


def _row(play: Play, pairs: Sequence[tuple[str, str]], say: Phrasebook, zone: tzinfo, *, roster: bool) -> PlayRow:
    notes = []
    if play.late:
        notes.append(say("boards.late_accepted" if play.accepted else "boards.late_waits"))
    elif play.accepted:
        notes.append(say("boards.accepted"))
    return PlayRow(
        play=play.id,
        name=names_of(pairs, roster=roster),
        attempt=str(play.attempt),
        received=when(play.received, say, zone),
        state=play_state(play, say),
        grade=figure(play.grade if play.state == "verified" else None, say),
        counts=play.counts,
        note=" · ".join(notes),
    )
