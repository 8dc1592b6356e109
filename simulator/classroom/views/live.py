"""The live board: everybody's place and state, and the shapes of the class beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from simulator.classroom.plays.board import board
from simulator.classroom.plays.counting import ACCEPTABLE
from simulator.classroom.plays.roll import Entry, everybody_finished, roll
from simulator.classroom.store.people import SchoolClass
from simulator.classroom.store.work import Assignment
from simulator.classroom.views.charts import Dots, Histogram, first_messages, grades
from simulator.classroom.views.words import (
    NOTHING,
    BarRow,
    StateRow,
    band_name,
    bars,
    figure,
    span,
    state_row,
    together,
)
from simulator.classroom.work.assignments import standing
from simulator.locale import Phrasebook
from simulator.submission.wire.board import Board


@dataclass(frozen=True)
class LiveRow:
    """A line of the board; `play` is the id of the play that it leads to, "" where there is none."""

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
    """`standing` is a word ("ouvert") with its key; `progress` is "24 / 27 parties vérifiées · 2 en vérification"."""

    revision: int
    title: str
    subtitle: str
    progress: str
    code: str
    standing: str
    standing_key: str
    mean: str
    rows: tuple[LiveRow, ...]
    empty: str
    grades: Histogram | None
    firsts: Dots | None
    finished: bool
    can_start: bool
    paused: bool
    debrief_open: bool
    choices_revealed: bool
    roster: bool


def live(session: Session, assignment: Assignment, say: Phrasebook, now: datetime, *, roster: bool) -> LiveView:
    """The board for the teacher; with `roster` by the names of the class's list."""
    whole = board(session, assignment, teacher=True)
    entries = roll(session, assignment)
    school_class = session.get_one(SchoolClass, assignment.class_id)
    where = standing(assignment, school_class, now)
    return LiveView(
        revision=whole.revision,
        title=school_class.name,
        subtitle=subtitle(assignment, say),
        progress=progress(whole, say),
        code=school_class.code or "",
        standing=say(f"boards.standing_{where}"),
        standing_key=where,
        mean=mean(whole, say),
        rows=tuple(_row(entry, say, roster=roster) for entry in entries),
        empty="" if entries else say("boards.nobody"),
        grades=grades(whole.distribution, say),
        firsts=first_messages(whole.first_messages, say),
        finished=bool(entries) and everybody_finished(entries),
        can_start=assignment.started is None and where != "closed",
        paused=school_class.paused,
        debrief_open=assignment.debrief_open,
        choices_revealed=assignment.choices_revealed,
        roster=roster,
    )


def subtitle(assignment: Assignment, say: Phrasebook) -> str:
    """`Rappel tardif · tirage commun 4821`, `… · examen`."""
    parts = [assignment.title]
    if assignment.mode == "exam":
        parts.append(say("boards.exam"))
    if assignment.seed is None:
        parts.append(say("boards.seed_individual"))
    else:
        parts.append(say("boards.seed_common", seed=str(assignment.seed)))
    return " · ".join(parts)


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
        attempts=str(entry.attempts) if entry.attempts else NOTHING,
        state=state_row(entry.state, say, why),
        play=entry.play or "",
    )
