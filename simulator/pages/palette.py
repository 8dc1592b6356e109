"""How series are told apart: by colour, by stroke and by mark, so that no one of them is needed alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.pages.chart import Series

INK, MUTED, GRID = "#1d2433", "#4a5468", "#d9dee8"

Stroke = str | tuple[int, tuple[int, ...]]


@dataclass(frozen=True)
class Look:
    """A colour (#rrggbb), a stroke and a mark in the words of matplotlib."""

    colour: str
    stroke: Stroke
    mark: str


LOOKS = (
    Look("#0072b2", "solid", "o"),
    Look("#d55e00", (0, (6, 2)), "s"),
    Look("#008560", (0, (1, 1)), "^"),
    Look("#b0568c", (0, (6, 2, 1, 2)), "D"),
    Look("#1d2433", (0, (3, 1)), "v"),
    Look("#8f6a00", (0, (8, 2, 1, 2, 1, 2)), "P"),
    Look("#3a7ca5", (0, (2, 3)), "X"),
    Look("#7d3c00", (0, (10, 3)), "h"),
)
"""The colours of Okabe and Ito 2008, those too pale for white paper darkened until they stand out 3 to 1."""

_LINES = ("line", "step")


def looks(series: Sequence[Series]) -> list[Look]:
    """The look of each series; a band shares that of its line.

    Its line is the one before it, or the one after it if there is none before or that one has a band already.
    """
    owners: list[int] = []
    for place, one in enumerate(series):
        owners.append(_line_of(place, series, owners) if one.style == "band" else place)
    order = {owner: LOOKS[rank % len(LOOKS)] for rank, owner in enumerate(sorted(set(owners)))}
    return [order[owner] for owner in owners]


def _line_of(place: int, series: Sequence[Series], owners: Sequence[int]) -> int:
    before = place - 1
    if before >= 0 and series[before].style in _LINES and owners.count(before) == 1:
        return before
    after = place + 1
    if after < len(series) and series[after].style in _LINES:
        return after
    return place
