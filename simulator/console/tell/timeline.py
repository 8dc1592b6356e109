"""A curve in words: what outrage was every half hour, between what was decided and what came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from simulator.locale import Phrasebook
from simulator.play.presenters.rows import MarkRow, Point, TimelineView

_EVERY = 30


def timeline_lines(view: TimelineView, say: Phrasebook) -> Iterator[str]:
    """The timeline so far, in order of time, times as elapsed since the start."""
    yield from curve_lines(view.curve, view.injects, view.decisions, say)


def curve_lines(
    curve: tuple[Point, ...], injects: Iterable[MarkRow], decisions: Iterable[MarkRow], say: Phrasebook
) -> Iterator[str]:
    """Outrage on each half hour and at its peak, injects and decisions where they fell."""
    lines = [(mark.minute, 1, say("console.timeline_inject", label=mark.label)) for mark in injects]
    lines += [(mark.minute, 2, say("console.timeline_decision", label=mark.label)) for mark in decisions]
    if curve:
        peak = max(curve, key=lambda point: (point[1], -point[0]))
        lines.append((peak[0], 0, say("console.timeline_peak", outrage=round(peak[1]))))
        regular = [point for point in curve if point[0] % _EVERY == 0 and point is not peak]
        lines += [(minute, 0, say("console.timeline_outrage", outrage=round(value))) for minute, value in regular]
    for minute, _, text in sorted(lines):
        yield say("console.timeline_line", time=say.elapsed(int(minute)), text=text)
