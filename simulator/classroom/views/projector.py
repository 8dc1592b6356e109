"""What hangs on the wall: how to join, and the board as far as the class may see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from simulator.classroom.plays.board import board
from simulator.classroom.store.people import SchoolClass
from simulator.classroom.store.work import Assignment
from simulator.classroom.views.charts import Dots, Histogram, first_messages, grades
from simulator.classroom.views.live import mean, progress
from simulator.classroom.views.words import BarRow, band_name, bars, figure, span
from simulator.classroom.work.assignments import standing
from simulator.locale import Phrasebook
from simulator.submission.wire.board import BoardRow

ROWS = 12
"""Of the ranking: what is read from the last row."""


@dataclass(frozen=True)
class WallRow:
    """A line of the ranking; `named` is False for somebody whose pseudonym is not shown."""

    place: str
    name: str
    named: bool
    grade: str
    bars: tuple[BarRow, ...]
    band: str
    first_message: str


@dataclass(frozen=True)
class WallView:
    """`joining`: people still come, and how to join takes the most room. `withheld` is why there is no ranking."""

    revision: int
    progress: str
    joined: str
    joining: bool
    rows: tuple[WallRow, ...]
    more: str
    withheld: str
    mean: str
    grades: Histogram | None
    firsts: Dots | None


def wall(session: Session, assignment: Assignment, say: Phrasebook, now: datetime) -> WallView:
    """The board for everybody in the room."""
    seen = board(session, assignment, teacher=False)
    school_class = session.get_one(SchoolClass, assignment.class_id)
    where = standing(assignment, school_class, now)
    withheld = ""
    if not seen.rows:
        kept_back = assignment.students_see in ("none", "own")
        withheld = say("boards.wall_withheld") if kept_back else say("boards.wall_empty")
    return WallView(
        revision=seen.revision,
        progress=progress(seen, say),
        joined=say("boards.joined", count=seen.joined),
        joining=school_class.code is not None and where != "closed" and seen.verified == 0,
        rows=tuple(_row(row, say) for row in seen.rows[:ROWS]),
        more=say("boards.wall_more", count=seen.ranked - ROWS) if seen.rows and seen.ranked > ROWS else "",
        withheld=withheld,
        mean=mean(seen, say),
        grades=grades(seen.distribution, say),
        firsts=first_messages(seen.first_messages, say),
    )


def _row(row: BoardRow, say: Phrasebook) -> WallRow:
    return WallRow(
        place=str(row.place),
        name=", ".join(row.names) or say("boards.anonymous"),
        named=bool(row.names),
        grade=figure(row.grade, say),
        bars=bars(row.reactivity, row.transparency, row.tone, say),
        band=band_name(row.grade, say),
        first_message=span(row.first_message_minute, say),
    )
