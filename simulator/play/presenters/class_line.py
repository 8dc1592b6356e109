"""Where a play stands in its class, in the debrief: how many spoke before, and the class's middle grade."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from simulator.engine.run import Run
from simulator.locale import Phrasebook
from simulator.play.presenters.rings import points
from simulator.submission.wire.board import Board

_LEAST = 2
"""Plays that count before one says anything of a class."""


def class_line(board: Board, run: Run, say: Phrasebook) -> str:
    """A sentence or two on the class of `board`; "" while it is too small, or shows nothing."""
    parts = []
    first = first_message(run)
    if board.verified >= _LEAST and board.first_messages:
        if first is None:
            parts.append(say("myclass.line_never"))
        else:
            before = sum(minute < first for minute in board.first_messages)
            share = round(100 * before / board.verified)
            parts.append(say("myclass.line_before", share=str(share)) if before else say("myclass.line_first"))
    middle = _middle(board)
    if middle is not None:
        parts.append(say("myclass.line_median", grade=str(points(middle))))
    elif board.mean is not None and board.ranked >= _LEAST:
        parts.append(say("myclass.line_mean", grade=str(points(board.mean))))
    return say("myclass.line", parts=" ".join(parts)) if parts else ""


def first_message(run: Run) -> int | None:
    """The minute at which the organisation first spoke where the public could hear it."""
    return min((message.minute for message in run.state.messages if message.is_public), default=None)


def _middle(board: Board) -> float | None:
    """The median grade, where every ranked play is on the board."""
    grades: Sequence[float] = [row.grade for row in board.rows if row.grade is not None]
    return median(grades) if len(grades) == board.ranked >= _LEAST else None
