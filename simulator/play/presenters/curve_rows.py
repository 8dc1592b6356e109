"""Outrage and trust: the gauge, the segments, the curve and what is marked on it. See `rows`."""

from __future__ import annotations

from dataclasses import dataclass

Point = tuple[float, float]
"""(scenario minute, value 0..100)."""


@dataclass(frozen=True)
class GaugeView:
    """Outrage and trust now. `change` is "+9 / 10 min", `word` "élevée"; `history` is for the small curve."""

    outrage: int
    arrow: int
    change: str
    word: str
    trust: int
    trust_arrow: int
    reach: str
    posts_per_minute: str
    history: tuple[Point, ...] = ()


@dataclass(frozen=True)
class SegmentRow:
    segment_id: str
    name: str
    outrage: int
    arrow: int = 0


@dataclass(frozen=True)
class MarkRow:
    """A moment on a curve; `featured` marks the few to name where there is no room for all."""

    minute: float
    label: str
    clock: str = ""
    featured: bool = False


@dataclass(frozen=True)
class TimelineView:
    """Outrage over the whole run; `clocks` are the hours written under it."""

    start: float
    end: float
    now: float
    curve: tuple[Point, ...]
    decisions: tuple[MarkRow, ...] = ()
    injects: tuple[MarkRow, ...] = ()
    clocks: tuple[MarkRow, ...] = ()
