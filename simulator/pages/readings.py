"""A chart's numbers as tables, for those who cannot see it or want the figures."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from simulator.locale import Phrasebook
from simulator.pages.chart import Chart, Series
from simulator.pages.numbers import significant
from simulator.pages.text import worded

MOST_ROWS = 24
"""Rows that a reader takes in; a longer series is thinned evenly, its ends and its highest point kept."""


@dataclass(frozen=True)
class Readings:
    """One table: the names of its columns, and rows of written numbers."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def readings(chart: Chart, say: Phrasebook) -> list[Readings]:
    """The numbers of `chart`; series over the same places stand in one table, side by side."""
    return [_at_ticks(chart, say)] if chart.ticks else _grouped(chart, say)


def _at_ticks(chart: Chart, say: Phrasebook) -> Readings:
    return Readings(
        (worded(chart.x_name, say), *(worded(one.name, say) for one in chart.series)),
        tuple(
            (worded(label, say), *(_between(one, place, say) for one in chart.series)) for place, label in chart.ticks
        ),
    )


def _between(one: Series, place: float, say: Phrasebook) -> str:
    """The value at `place`, on the straight line between its neighbours; a dash beyond the ends."""
    after = bisect_right(one.x, place)
    if after == 0 or (after == len(one.x) and place > one.x[-1]):
        return "–"
    before = after - 1
    step = one.x[after] - one.x[before] if after < len(one.x) else 0.0
    share = (place - one.x[before]) / step if step and one.style != "step" else 0.0

    def value(edge: Sequence[float]) -> str:
        return significant(edge[before] + (share * (edge[after] - edge[before]) if share else 0.0), say)

    return value(one.y) if one.upper is None else f"{value(one.y)} – {value(one.upper)}"


def _grouped(chart: Chart, say: Phrasebook) -> list[Readings]:
    groups: dict[tuple[float, ...], list[Series]] = {}
    for one in chart.series:
        groups.setdefault(tuple(one.x), []).append(one)
    x_name = worded(chart.x_name, say)
    return [
        Readings(
            (x_name, *(worded(one.name, say) for one in group)),
            tuple(
                (_place(places[row], chart, say), *(_reading(one, row, say) for one in group))
                for row in _kept(len(places), group)
            ),
        )
        for places, group in groups.items()
    ]


def _place(x: float, chart: Chart, say: Phrasebook) -> str:
    return say.elapsed(round(x)) if chart.x_scale == "time" else significant(x, say, 4)


def _reading(one: Series, row: int, say: Phrasebook) -> str:
    if one.upper is None:
        return significant(one.y[row], say)
    return f"{significant(one.y[row], say)} – {significant(one.upper[row], say)}"


def _kept(length: int, group: Sequence[Series]) -> list[int]:
    if length <= MOST_ROWS:
        return list(range(length))
    even = {round(step * (length - 1) / (MOST_ROWS - 1)) for step in range(MOST_ROWS)}
    highest = {max(range(length), key=one.y.__getitem__) for one in group}
    return sorted(even | highest)
