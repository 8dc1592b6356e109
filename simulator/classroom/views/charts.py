"""Figures of a class as shapes on a plane of 0..1, for a template to draw."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from simulator.classroom.views.words import span
from simulator.locale import Phrasebook
from simulator.play.presenters.pages import Band
from simulator.scoring import band_of

_TENS = 10
_STEPS = (5, 10, 15, 30, 60, 120, 240, 480, 1440)
"""Minutes that two marks of an axis, or the ends of a bar, may be apart."""
_MARKS = 5
_BINS = 14
_COLUMNS = 34
"""Of dots beside each other: their width is what a narrow panel has room for."""
_MOST_LEVEL = 9


@dataclass(frozen=True)
class Column:
    """A bar of a histogram: `height` is 0..1 of the highest, `figure` its count, "" for none."""

    name: str
    figure: str
    height: float
    band: Band | None = None


@dataclass(frozen=True)
class Dot:
    """A first message: `x` is 0..1 of the axis, `level` counts from the axis up where several stand together."""

    x: float
    level: int


@dataclass(frozen=True)
class Tick:
    """A mark of an axis."""

    x: float
    text: str


@dataclass(frozen=True)
class Dots:
    """First messages over the time of the scenario; `alt` says it in a sentence."""

    dots: tuple[Dot, ...]
    ticks: tuple[Tick, ...]
    levels: int
    alt: str


@dataclass(frozen=True)
class Histogram:
    """Counts as columns; `alt` says them in a sentence."""

    columns: tuple[Column, ...]
    alt: str


def grades(distribution: Sequence[int], say: Phrasebook) -> Histogram | None:
    """How many grades lie in each ten, coloured by the band of its middle; None where there are none."""
    if not any(distribution):
        return None
    most = max(distribution)
    columns = tuple(
        Column(str(_TENS * rank), say.number(count) if count else "", count / most, band_of(_TENS * rank + _TENS / 2))
        for rank, count in enumerate(distribution)
    )
    told = [
        say("boards.grades_from", count=count, low=str(_TENS * rank), high=str(_TENS * (rank + 1)))
        for rank, count in enumerate(distribution)
        if count
    ]
    return Histogram(columns, say("boards.grades_alt", grades=", ".join(told)))


def first_messages(minutes: Sequence[int], say: Phrasebook) -> Dots | None:
    """A dot for each first message, those at about the same time above each other."""
    if not minutes:
        return None
    end = _end(max(minutes))
    taken: Counter[int] = Counter()
    dots = []
    for minute in minutes:
        column = round(minute / end * _COLUMNS)
        dots.append(Dot(round(column / _COLUMNS, 4), min(taken[column], _MOST_LEVEL)))
        taken[column] += 1
    return Dots(tuple(dots), _ticks(end, say), min(max(taken.values()), _MOST_LEVEL + 1), _alt(minutes, say))


def first_message_columns(minutes: Sequence[int], say: Phrasebook) -> Histogram | None:
    """How many spoke first in each stretch of time."""
    if not minutes:
        return None
    last = max(minutes)
    step = next((step for step in _STEPS if last / step < _BINS), _STEPS[-1])
    counts = Counter(minute // step for minute in minutes)
    most = max(counts.values())
    columns = tuple(
        Column(span(rank * step, say), say.number(counts[rank]) if counts[rank] else "", counts[rank] / most)
        for rank in range(last // step + 1)
    )
    return Histogram(columns, _alt(minutes, say))


def _alt(minutes: Sequence[int], say: Phrasebook) -> str:
    ordered = sorted(minutes)
    middle = ordered[(len(ordered) - 1) // 2]
    return say(
        "boards.firsts_alt",
        count=len(ordered),
        first=span(ordered[0], say),
        middle=span(middle, say),
        last=span(ordered[-1], say),
    )


def _step(last: int) -> int:
    return next((step for step in _STEPS if last / step <= _MARKS), _STEPS[-1])


def _end(last: int) -> int:
    step = _step(last)
    return max(step, -(-last // step) * step)


def _ticks(end: int, say: Phrasebook) -> tuple[Tick, ...]:
    return tuple(Tick(round(minute / end, 4), span(minute, say)) for minute in range(0, end + 1, _step(end)))
