"""What a chart shows, apart from how it is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from simulator.locale import Message

Scale = Literal["linear", "log", "time"]
"""A time is in minutes, and read as hours and minutes."""

Style = Literal["line", "step", "points", "bars", "band"]


@dataclass(frozen=True)
class Series:
    """One curve: `y` over `x`, of the same length; a band lies between `y` and `upper`.

    ValueError if the lengths differ, or if a band has no upper edge.
    """

    name: Message
    x: Sequence[float]
    y: Sequence[float]
    style: Style = "line"
    upper: Sequence[float] | None = None

    def __post_init__(self) -> None:
        if len(self.x) != len(self.y) or (self.upper is not None and len(self.upper) != len(self.x)):
            raise ValueError("a series needs as many values as places")
        if (self.style == "band") != (self.upper is not None):
            raise ValueError("a band, and only a band, has an upper edge")


@dataclass(frozen=True)
class Chart:
    """Some series over the same axes; `alt` says in a sentence what is to be seen."""

    title: Message
    x_name: Message
    y_name: Message
    series: Sequence[Series]
    alt: Message
    x_scale: Scale = "linear"
    y_scale: Scale = "linear"
