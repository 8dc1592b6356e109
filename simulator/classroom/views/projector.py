"""What hangs on the wall: how to join, and the board as far as the class may see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import segno
from sqlalchemy.orm import Session

from simulator.classroom.people.codes import shown_code
from simulator.classroom.plays.board import board
from simulator.classroom.store.people import SchoolClass
from simulator.classroom.store.work import Assignment
from simulator.classroom.views.charts import Dots, Histogram, first_messages, grades
from simulator.classroom.views.live import mean, progress
from simulator.classroom.views.words import BarRow, band_name, bars, figure, span
from simulator.classroom.work.assignments import standing
from simulator.locale import Phrasebook
from simulator.submission.address import join_link
from simulator.submission.wire.board import BoardRow

ROWS = 12
"""Of the ranking: what is read from the last row."""


@dataclass(frozen=True)
class QrCode:
    """A QR code as squares: `path` in the units of SVG, on a plane of `size` by `size` with its quiet zone."""

    path: str
    size: int


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
    """`joining`: people are still coming, and how to join takes the most room. `withheld` is why there is no ranking.

    `address` is the server's, `qr` leads there with the class's code, None once that is withdrawn.
    """

    revision: int
    progress: str
    joined: str
    address: str
    qr: QrCode | None
    joining: bool
    rows: tuple[WallRow, ...]
    more: str
    withheld: str
    mean: str
    grades: Histogram | None
    firsts: Dots | None


def wall(session: Session, assignment: Assignment, say: Phrasebook, now: datetime, url: str) -> WallView:
    """The board for everybody in the room; `url` is the server's."""
    seen = board(session, assignment, teacher=False)
    school_class = session.get_one(SchoolClass, assignment.class_id)
    where = standing(assignment, school_class, now)
    code = shown_code(school_class.code, school_class.language) if school_class.code else ""
    withheld = ""
    if not seen.rows:
        kept_back = assignment.students_see in ("none", "own")
        withheld = say("boards.wall_withheld") if kept_back else say("boards.wall_empty")
    return WallView(
        revision=seen.revision,
        progress=progress(seen, say),
        joined=say("boards.joined", count=seen.joined),
        address=url.partition("://")[2],
        qr=qr_code(join_link(url, code)) if code else None,
        joining=bool(code) and where != "closed" and seen.verified == 0,
        rows=tuple(_row(row, say) for row in seen.rows[:ROWS]),
        more=say("boards.wall_more", count=seen.ranked - ROWS) if seen.rows and seen.ranked > ROWS else "",
        withheld=withheld,
        mean=mean(seen, say),
        grades=grades(seen.distribution, say),
        firsts=first_messages(seen.first_messages, say),
    )


def qr_code(text: str) -> QrCode:
    """The QR code of `text`: dark squares, row by row."""
    rows = [list(row) for row in segno.make(text, error="m", micro=False).matrix_iter(border=3)]
    strokes = []
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            if row[x]:
                length = next((end for end in range(x, len(row)) if not row[end]), len(row)) - x
                strokes.append(f"M{x} {y}h{length}v1h-{length}z")
                x += length
            x += 1
    return QrCode("".join(strokes), len(rows))


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
