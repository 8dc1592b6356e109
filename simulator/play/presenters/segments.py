"""How outraged each audience segment is."""

from __future__ import annotations

from simulator.play.presenters.audience import people_by_segment, segment_name
from simulator.play.presenters.curve_rows import SegmentRow
from simulator.play.presenters.gauge import STEADY, WINDOW, arrow
from simulator.play.presenters.telling import Telling
from simulator.scenario.base import Segment

_SHOWN: tuple[Segment, ...] = ("customers", "public", "employees", "journalists", "authorities")
_FEWEST = 5.0
"""A segment's half-way volume is never below so many posts an hour: one angry inspector is no storm."""


def segments(telling: Telling) -> tuple[SegmentRow, ...]:
    """The segments that have people, with the change over the last minutes."""
    people = people_by_segment(telling.scenario.audience)
    rows = []
    for segment in _SHOWN:
        if people.get(segment, 0):
            now = segment_outrage(telling, segment, telling.minute)
            before = segment_outrage(telling, segment, telling.minute - WINDOW)
            name = segment_name(segment, telling.scenario.audience, telling.phrases)
            rows.append(SegmentRow(segment, name, now, arrow(now - before, STEADY)))
    return tuple(rows)


def segment_outrage(telling: Telling, segment: Segment, minute: int) -> int:
    """A segment's outrage 0..100: the index of the whole audience, with the half-way volume cut to its share."""
    history = telling.run.state.segment_volume
    if not history:
        return 0
    volume = history[max(0, min(minute, len(history) - 1))].get(segment, 0)
    return segment_heat(telling, volume, people_by_segment(telling.scenario.audience).get(segment, 0))


def segment_heat(telling: Telling, volume: int, users: int) -> int:
    """The outrage 0..100 of `users` of the audience who posted `volume` in the last hour."""
    half = max(telling.scenario.outbreak.v_half * users / telling.scenario.audience.size, _FEWEST)
    return round(100 * volume / (volume + half))
