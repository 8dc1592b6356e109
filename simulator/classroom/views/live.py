"""The live board: everybody's place and state, and the shapes of the class beside it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from simulator.classroom.plays.board import board
from simulator.classroom.plays.counting import ACCEPTABLE
from simulator.classroom.plays.roll import UNFINISHED, Entry, roll
from simulator.classroom.store.work import Assignment
from simulator.classroom.views.charts import Dots, Histogram, first_messages, grades
from simulator.classroom.views.words import (
    BarRow,
    StateRow,
    band_name,
    bars,
    figure,
    span,
    state_row,
    together,
)
from simulator.locale import Phrasebook
from simulator.submission.wire.board import Board


@dataclass(frozen=True)
class LiveRow:
    """A line of the board; `play` is the id of the play that it leads to, "" where there is none.

    `attempts` says how many were sent, "" for one.
    """

    place: str
    name: str
    grade: str
    overridden: str
    bars: tuple[BarRow, ...]
    band: str
    band_key: str
    first_message: str
    attempts: str
    state: StateRow
    play: str = ""


@dataclass(frozen=True)
class LiveView:
    """`progress` is "24 / 27 parties vérifiées · 2 en vérification". `roster`: rows say who people are.

    `has_roster`: somebody's name is known; `finished`: nobody has still to play; `left` says how many have.
    """

    revision: int
    progress: str
    mean: str
    rows: tuple[LiveRow, ...]
    empty: str
    grades: Histogram | None
    firsts: Dots | None
    finished: bool
    left: str
    roster: bool
    has_roster: bool


def live(session: Session, assignment: Assignment, say: Phrasebook, *, roster: bool) -> LiveView:
    """The board for the teacher; with `roster` by the names of the class's list."""
    whole = board(session, assignment, teacher=True)
    entries = roll(session, assignment)
    left = sum(entry.state in UNFINISHED for entry in entries)
    return LiveView(
        revision=whole.revision,
        progress=progress(whole, say),
        mean=mean(whole, say),
        rows=tuple(_row(entry, say, roster=roster) for entry in entries),
        empty="" if entries else say("boards.nobody"),
        grades=grades(whole.distribution, say),
        firsts=first_messages(whole.first_messages, say),
        finished=whole.verified > 0 and not left,
        left=say("boards.left", count=left) if left else "",
        roster=roster,
        has_roster=any(any(entry.people) for entry in entries),
    )


def progress(whole: Board, say: Phrasebook) -> str:
    """`24 / 27 parties vérifiées`, and how many wait."""
    parts = [say("boards.verified", verified=str(whole.verified), count=whole.joined)]
    if whole.waiting:
        parts.append(say("boards.waiting", count=whole.waiting))
    return " · ".join(parts)


def mean(whole: Board, say: Phrasebook) -> str:
    """The mean of the counted grades in a sentence, "" without any."""
    return "" if whole.mean is None else say("boards.mean", grade=figure(whole.mean, say), count=whole.ranked)


def _row(entry: Entry, say: Phrasebook, *, roster: bool) -> LiveRow:
    why = ""
    if entry.state == "refused" and entry.refusal is not None:
        why = say("boards.refused_copied") if entry.refusal in ACCEPTABLE else say("boards.refused_other")
    return LiveRow(
        place=str(entry.place) if entry.place is not None else "",
        name=together(entry.names, entry.people, roster=roster),
        grade=figure(entry.grade, say),
        overridden=say("boards.overridden") if entry.overridden and entry.grade is not None else "",
        bars=bars(entry.reactivity, entry.transparency, entry.tone, say),
        band=band_name(entry.grade, say),
        band_key=entry.band or "",
        first_message=span(entry.first_message_minute, say),
        attempts=say("boards.attempts", count=entry.attempts) if entry.attempts > 1 else "",
        state=state_row(entry.state, say, why),
        play=entry.play or "",
    )
