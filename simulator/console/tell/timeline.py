"""A curve in words: what outrage was every half hour, between what was decided and what came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from simulator.console.tell.hours import Hours
from simulator.locale import Phrasebook
from simulator.play.presenters.curve_rows import MarkRow, Point, TimelineView


def timeline_lines(view: TimelineView, say: Phrasebook) -> Iterator[str]:
    """The timeline so far, in order of time, times as elapsed since the start; nothing where nothing happened yet."""
    top = max(view.curve, key=lambda point: (point[1], -point[0]), default=None)
    if top is not None and top[1] <= 0:
        if not view.injects and not view.decisions:
            return
        top = None
    yield from curve_lines(view.curve, top, view.injects, view.decisions, Hours(say))


def curve_lines(
    curve: Sequence[Point],
    peak: Point | None,
    injects: Iterable[MarkRow],
    decisions: Iterable[MarkRow],
    hours: Hours,
) -> Iterator[str]:
    """Outrage on each half hour and at its `peak`, injects and decisions where they fell."""
    say = hours.say
    lines: list[tuple[float, str]] = []
    if curve:
        regular = [(minute, _at(curve, minute)) for minute in hours.half_hours(curve[0][0], curve[-1][0])]
        for minute, value in regular:
            if peak is None or minute != peak[0]:
                lines.append((minute, say("console.timeline_outrage", outrage=round(value))))
    if peak is not None:
        lines.append((peak[0], say("console.timeline_peak", outrage=round(peak[1]))))
    lines += [(mark.minute, say("console.timeline_inject", label=mark.label)) for mark in injects]
    lines += [(mark.minute, say("console.timeline_decision", label=mark.label)) for mark in decisions]
    for minute, text in sorted(lines, key=lambda line: line[0]):
        yield say("console.timeline_line", time=hours.of(minute), text=text)


def _at(curve: Sequence[Point], minute: float) -> float:
    """The value of the curve between the points that are left of it."""
    before = next(point for point in reversed(curve) if point[0] <= minute)
    after = next(point for point in curve if point[0] >= minute)
    if after[0] == before[0]:
        return before[1]
    return before[1] + (after[1] - before[1]) * (minute - before[0]) / (after[0] - before[0])
