"""The curve of outrage under the crisis, with what was decided and what came."""

from __future__ import annotations

from simulator.debrief.timeline import decisions_of, injects_of, outrage_curve
from simulator.play.presenters.curve_rows import MarkRow, TimelineView
from simulator.play.presenters.deeds import deed, is_mark, landmarks
from simulator.play.presenters.gauge import thinned
from simulator.play.presenters.telling import Telling
from simulator.play.presenters.times import Times

CURVE_POINTS = 240
_STEPS = (15, 30, 60, 120, 240)
_CLOCKS_AT_MOST = 8


def timeline(telling: Telling) -> TimelineView:
    """The whole run's axis, filled up to now."""
    return TimelineView(
        start=0.0,
        end=float(telling.scenario.length),
        now=float(telling.minute),
        curve=thinned(outrage_curve(telling.run), CURVE_POINTS),
        decisions=decision_marks(telling),
        injects=inject_marks(telling),
        clocks=clock_marks(telling),
    )


def decision_marks(telling: Telling) -> tuple[MarkRow, ...]:
    """What was decided, at its minute."""
    shown = [decision for decision in decisions_of(telling.run) if is_mark(decision)]
    featured = landmarks(telling, shown)
    return tuple(
        MarkRow(
            float(decision.minute), deed(telling, decision), telling.times.clock(decision.minute), place in featured
        )
        for place, decision in enumerate(shown)
    )


def inject_marks(telling: Telling) -> tuple[MarkRow, ...]:
    """What came, at its minute."""
    return tuple(
        MarkRow(float(minute), telling.injects[name].title, telling.times.clock(minute))
        for minute, name in injects_of(telling.run)
    )


def clock_marks(telling: Telling) -> tuple[MarkRow, ...]:
    """Round hours of the axis: as many as can be read, at most eight."""
    return round_hours(telling.times, telling.scenario.length)


def round_hours(times: Times, length: int) -> tuple[MarkRow, ...]:
    """Round hours of a scenario of `length` minutes: as many as can be read, at most eight."""
    step = next((step for step in _STEPS if length / step <= _CLOCKS_AT_MOST), _STEPS[-1])
    begins = times.moment(0)
    first = -(begins.hour * 60 + begins.minute) % step
    return tuple(MarkRow(float(minute), times.round_clock(minute)) for minute in range(first, length + 1, step))
