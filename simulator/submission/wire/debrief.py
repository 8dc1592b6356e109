"""A class looked back on together, once its teacher has opened that."""

from __future__ import annotations

from typing import Literal

from simulator.submission.wire.base import Answer, Id
from simulator.submission.wire.board import Choices
from simulator.submission.wire.plays import PlayView

Criterion = Literal["overall", "reactivity", "transparency", "tone"]


class Spread(Answer):
    """How counted plays did by one criterion, 0..100. `graded` is how many have a mark.

    `median` is told from three of them on: of two, it would tell the other's. `mine` is my counted play's mark, `place`
    (from 1) where that stands, told where the assignment lets students see it; equal marks share a place.
    """

    criterion: Criterion
    graded: int
    median: float | None
    mine: float | None
    place: int | None


class ClassDebrief(Answer):
    """`GET /assignments/{id}/debrief`. `mine` is my play that counts, or else my last one, with what was said of it.

    `chosen` is what stood at the end of it, by inject: a response's id, "watch", "" for none.
    """

    assignment: Id
    revision: int
    plays: int
    spreads: tuple[Spread, ...]
    choices: Choices
    mine: PlayView | None
    chosen: dict[str, str]
