"""What a chart shows, apart from how it is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from simulator.pages.text import Text

Scale = Literal["linear", "log", "time"]
"""A time is in minutes, and read as hours and minutes."""

Style = Literal["line", "step", "points", "bars", "band"]

Tick = tuple[float, Text]
"""A place on an axis, and how it is called there."""


@dataclass(frozen=True)
class Series:
    """One curve: `y` over `x`, of the same length; a band lies between `y` and `upper`.

    What is not `in_legend` is named in the table of the chart only.
    ValueError if the lengths differ, or if a band has no upper edge.
    """

    name: Text
    x: Sequence[float]
    y: Sequence[float]
    style: Style = "line"
    upper: Sequence[float] | None = None
    in_legend: bool = True

    def __post_init__(self) -> None:
        if len(self.x) != len(self.y) or (self.upper is not None and len(self.upper) != len(self.x)):
            raise ValueError("a series needs as many values as places")
        if (self.style == "band") != (self.upper is not None):
            raise ValueError("a band, and only a band, has an upper edge")


@dataclass(frozen=True)
class Mark:
    """Something that happened at `x`: `label` (one to three characters) stands there; a table says what it was."""

    x: float
    label: str


@dataclass(frozen=True)
class Marks:
    """Marks of one kind, on a line of their own below the axis."""

    name: Text
    marks: Sequence[Mark]


@dataclass(frozen=True)
class Chart:
    """Some series over the same axes; `alt` says in a sentence what is to be seen, `y_top` where the values end.

    With `ticks` the horizontal axis is marked at these places and with these words, and its numbers are read there.
    `height` is in inches, without its marks, where it is 8 wide.
    """

    title: Text
    x_name: Text
    y_name: Text
    series: Sequence[Series]
    alt: Text
    x_scale: Scale = "linear"
    y_scale: Scale = "linear"
    ticks: Sequence[Tick] = ()
    marks: Sequence[Marks] = ()
    y_top: float | None = None
    height: float = 4.4


@dataclass(frozen=True)
class Moment:
    """A point of a lane: `kind` is its place in `Timeline.kinds`."""

    x: float
    kind: int


@dataclass(frozen=True)
class Lane:
    """What became of one thing: its moments, and the `spans` (from, to) between some of them."""

    name: Text
    moments: Sequence[Moment]
    spans: Sequence[tuple[float, float]] = ()


@dataclass(frozen=True)
class Timeline:
    """A lane for each thing, over the same hours from `start` to `end`; each kind has a shape and a colour.

    It is a picture of a table, and stands beside that table.
    """

    title: Text
    x_name: Text
    kinds: Sequence[Text]
    lanes: Sequence[Lane]
    alt: Text
    ticks: Sequence[Tick]
    start: float
    end: float
