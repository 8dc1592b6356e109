"""The fact ledger in time: a lane a fact, with what became of it told by shape and word."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from simulator.play.presenters.hindsight import DebriefView, FactTimeRow
from simulator.ui.theme import Colour, Theme
from simulator.ui.widgets.lines import capitalised
from simulator.ui.widgets.painter import Painter
from simulator.ui.widgets.plot import Plot

_ICONS = {
    "verifiable": "clock_start",
    "verified": "check_circle_outline",
    "published": "check_decagram",
    "leaked": "water_alert",
}
_SIDE = 19


@dataclass(frozen=True)
class _Mark:
    kind: str
    minute: float
    label: str


def _ink(theme: Theme, kind: str) -> Colour:
    inks = {"verifiable": theme.muted, "verified": theme.accent, "published": theme.good, "leaked": theme.hot}
    return inks[kind]


def paint_lanes(painter: Painter, view: DebriefView, x: int, y: int, width: int) -> int:
    """A card with every fact; the row under it."""

    def content(on: Painter, left: int, top: int, room: int) -> int:
        say, theme = on.look.say, on.look.theme
        top = on.caption(left, top, say("ui.facts_in_time"), room).bottom + on.px(2)
        top = on.text(left, top, say("ui.facts_lead"), room, "small", colour=theme.muted).bottom + on.px(8)
        top = _legend(on, left, top, room)
        top = _hours(on, view, left, top, room)
        for row in view.facts:
            on.rule(left, top, room)
            top = _lane(on, row, view, left, top + on.px(10), room) + on.px(10)
        return top - on.px(6)

    return painter.card(x, y, width, content)


def _legend(on: Painter, x: int, y: int, room: int) -> int:
    """What each sign means."""
    left, side = x, on.px(_SIDE)
    for kind, icon in _ICONS.items():
        word = on.look.say(f"ui.fact_{kind}")
        wide = side + on.px(6) + on.text_width(word, "small")
        if left + wide > x + room and left > x:
            left, y = x, y + on.px(24)
        on.icon(icon, left, y, _SIDE, _ink(on.look.theme, kind))
        on.text(left + side + on.px(6), y, word, wide, "small", colour=on.look.theme.muted, max_lines=1)
        left += wide + on.px(22)
    return y + on.px(28)


def _plot(on: Painter, view: DebriefView, x: int, y: int, room: int) -> Plot:
    side = on.px(_SIDE)
    return Plot(pygame.Rect(x + side // 2, y, room - side, side), view.start, view.end)


def _hours(on: Painter, view: DebriefView, x: int, y: int, room: int) -> int:
    """The hours over the lanes; the row under them."""
    plot, free = _plot(on, view, x, y, room), x
    for clock in view.clocks:
        wide = on.text_width(clock.label, "small") + 2
        left = min(max(x, plot.column(clock.minute) - wide // 2), x + room - wide)
        if left < free:
            continue
        on.text(left, y, clock.label, wide, "small", colour=on.look.theme.faint)
        free = left + wide + on.px(10)
    return y + on.line_height("small") + on.px(5)


def _marks(on: Painter, row: FactTimeRow) -> list[_Mark]:
    """What is known of the fact's hours, in time; that it could be verified only where it was not at once."""
    say = on.look.say
    at_once = row.verifiable_minute is not None and row.verifiable_minute == row.verified_minute
    found = [
        _Mark(kind, minute, label)
        for kind, minute, label in (
            ("verifiable", None if at_once else row.verifiable_minute, say("ui.fact_verifiable")),
            ("verified", row.verified_minute, say("ui.was_verified", clock=row.verified)),
            ("leaked", row.leaked_minute, say("ui.was_leaked", clock=row.leaked)),
            ("published", row.published_minute, say("ui.was_published", clock=row.published)),
        )
        if minute is not None
    ]
    return sorted(found, key=lambda mark: mark.minute)


def _lane(on: Painter, row: FactTimeRow, view: DebriefView, x: int, y: int, room: int) -> int:
    """A fact: its text, its track, its marks with their words, and what that made of it; the row under it."""
    theme = on.look.theme
    y = on.text(x, y, row.text, room, "body", "semibold").bottom + on.px(5)
    side = on.px(_SIDE)
    plot = _plot(on, view, x, y, room)
    middle, thick = y + side // 2, max(2, on.px(3))
    on.box(pygame.Rect(x, middle - thick // 2, room, thick), theme.line, None, 2)
    for clock in view.clocks:
        on.box(pygame.Rect(plot.column(clock.minute), middle - on.px(5), thick, on.px(10)), theme.line, None, 1)
    placed = _placed(on, plot, _marks(on, row), x + room)
    _kept(on, row, {mark.kind: left + side // 2 for mark, left in placed}, plot, middle)
    for mark, left in placed:
        on.box(pygame.Rect(left, y, side, side), theme.card, None, _SIDE / 2)
        on.icon(_ICONS[mark.kind], left, y, _SIDE, _ink(theme, mark.kind))
    y += side + on.px(2)
    y = _labels(on, placed, x, y, room)
    if row.sentence:
        y = on.text(x, y + on.px(3), capitalised(row.sentence), room, "small", colour=theme.muted).bottom
    return y


def _placed(on: Painter, plot: Plot, marks: list[_Mark], right: int) -> list[tuple[_Mark, int]]:
    """Where each sign begins: at its minute, moved on where it would cover another, none beyond `right`."""
    side, free = on.px(_SIDE), 0
    placed: list[tuple[_Mark, int]] = []
    for mark in marks:
        left = max(free, plot.column(min(plot.end, max(plot.start, mark.minute))) - side // 2)
        placed.append((mark, left))
        free = left + side + on.px(2)
    over = max(0, free - on.px(2) - right)
    return [(mark, left - over) for mark, left in placed]


def _kept(on: Painter, row: FactTimeRow, middles: dict[str, int], plot: Plot, middle: int) -> None:
    """A thicker stretch from verified to made public, or to the end; `middles` are the signs' columns."""
    if row.verified_minute is None or (row.published_minute or plot.end) <= row.verified_minute:
        return
    start, end = middles["verified"], middles.get("published", plot.area.right)
    thick = max(4, on.px(7))
    if end > start:
        on.box(
            pygame.Rect(start, middle - thick // 2, end - start, thick),
            on.look.theme.solid(on.look.theme.notable),
            None,
            4,
        )


def _labels(on: Painter, placed: list[tuple[_Mark, int]], x: int, y: int, room: int) -> int:
    """The word of each mark under it, on the first line where it touches no other; the row under them."""
    high = on.line_height("small")
    ends: list[int] = []
    for mark, left in placed:
        wide = min(room, on.text_width(mark.label, "small") + 2)
        start = max(x, min(left, x + room - wide))
        line = next((rank for rank, end in enumerate(ends) if end + on.px(12) <= start), len(ends))
        if line == len(ends):
            ends.append(0)
        ends[line] = start + wide
        on.text(start, y + line * high, mark.label, wide, "small", colour=_ink(on.look.theme, mark.kind), max_lines=1)
    if not placed:
        on.text(x, y, on.look.say("ui.never_verified"), room, "small", colour=on.look.theme.faint, max_lines=1)
    return y + max(1, len(ends)) * high
