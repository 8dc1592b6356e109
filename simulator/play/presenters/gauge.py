"""Outrage and trust, each with its figure, its arrow and a word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from simulator.engine.state import RunState
from simulator.play.presenters.audience import people_by_segment
from simulator.play.presenters.curve_rows import GaugeView, Point
from simulator.scenario.model import Audience

if TYPE_CHECKING:
    from simulator.play.presenters.telling import Telling

WINDOW = 10
"""Minutes over which a change is told."""
STEADY = 2
"""A change of outrage smaller than this over the window is no change, points of 100."""
HISTORY_POINTS = 120
_WORDS = (
    (20, "play.outrage_calm"),
    (35, "play.outrage_moderate"),
    (60, "play.outrage_lively"),
    (80, "play.outrage_high"),
    (101, "play.outrage_extreme"),
)


def gauge(telling: Telling) -> GaugeView:
    """The gauge at the minute played last."""
    state = telling.run.state
    outrage = outrage_at(state, telling.minute)
    change = outrage - outrage_at(state, telling.minute - WINDOW)
    trust = trust_at(state, telling.scenario.audience, telling.minute)
    before = trust_at(state, telling.scenario.audience, telling.minute - WINDOW)
    reach = state.reach[-1] if state.reach else 0
    return GaugeView(
        outrage=outrage,
        arrow=arrow(change, STEADY),
        change=telling.say("play.change_ten_minutes", change=signed(change)),
        word=outrage_word(telling, outrage),
        trust=trust,
        trust_arrow=arrow(trust - before, 1),
        reach=telling.phrases.short_number(reach),
        posts_per_minute=telling.phrases.short_number(_posts_per_minute(telling)),
        history=thinned([(float(minute), value / 10) for minute, value in enumerate(state.outrage)], HISTORY_POINTS),
    )


def outrage_at(state: RunState, minute: int) -> int:
    """Outrage 0..100 at a minute; before the first one, the first one's."""
    return _at(state.outrage, minute)


def trust_at(state: RunState, audience: Audience, minute: int) -> int:
    """Trust 0..100 at a minute, each segment in proportion to its people; bots trust nobody and do not count."""
    if not state.trust:
        return 50
    trust = state.trust[max(0, min(minute, len(state.trust) - 1))]
    people = {segment: count for segment, count in people_by_segment(audience).items() if segment != "bots"}
    total = sum(people.values())
    return round(sum(trust.get(segment, 0) * count for segment, count in people.items()) / total / 10) if total else 50


def outrage_word(telling: Telling, outrage: int) -> str:
    """The word for an outrage: `élevée`."""
    return telling.say(next(code for limit, code in _WORDS if outrage < limit))


def arrow(change: float, steady: float) -> int:
    """1, 0 or -1: a change smaller than `steady` is none."""
    return 0 if abs(change) < steady else (1 if change > 0 else -1)


def signed(change: int) -> str:
    """`+9`, `−3`, `0`."""
    return f"+{change}" if change > 0 else f"−{-change}" if change < 0 else "0"


def thinned(points: Sequence[Point], limit: int) -> tuple[Point, ...]:
    """At most `limit` of `points`, evenly spread, the last one kept."""
    if len(points) <= limit:
        return tuple(points)
    step = (len(points) - 1) / (limit - 1)
    return tuple(points[round(place * step)] for place in range(limit))


def _at(values: Sequence[int], minute: int) -> int:
    if not values:
        return 0
    return round(values[max(0, min(minute, len(values) - 1))] / 10)


def _posts_per_minute(telling: Telling) -> float:
    state = telling.run.state
    return state.volume[-1] / 60 * telling.scenario.audience.people_per_user if state.volume else 0.0
