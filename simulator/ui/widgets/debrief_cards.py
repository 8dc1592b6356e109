"""The cards of the debrief's first page: rings, what counted, what to remember."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from simulator.play.presenters.hindsight import DebriefView, EvidenceRow, RingRow
from simulator.ui.spots import Command
from simulator.ui.theme import RADIUS_CARD
from simulator.ui.widgets import shapes
from simulator.ui.widgets.controls import button, button_width
from simulator.ui.widgets.evidence_row import evidence_columns, paint_evidence
from simulator.ui.widgets.painter import Painter

_RING = 88
_COUNTED = 5
"""Rows that say what counted most; all of them have a page of their own."""


def rings(painter: Painter, view: DebriefView, x: int, y: int, width: int, more: Callable[[str], Command]) -> int:
    """One card a score, the same height; the row under them."""
    gap = painter.px(14)
    columns = len(view.rings) if width > painter.px(900) else 2 if width > painter.px(480) else 1
    wide = (width - (columns - 1) * gap) // columns
    room = wide - painter.px(_RING + 54)
    tall = painter.px(43) + max(painter.text_height(row.sentence, room, "small") for row in view.rings)
    height = max(painter.px(_RING), tall) + painter.px(28)
    for rank, row in enumerate(view.rings):
        left = x + rank % columns * (width + gap) // columns
        area = pygame.Rect(left, y + rank // columns * (height + gap), wide, height)
        _ring(painter, row, area, area.centery - tall // 2)
        tip = painter.look.say("ui.where_from")
        painter.spot(f"ring {row.criterion}", area, more(row.criterion), tip, "rings", RADIUS_CARD)
    return y + -(-len(view.rings) // columns) * (height + gap) - gap


def _ring(painter: Painter, row: RingRow, area: pygame.Rect, words: int) -> None:
    """A score in `area`; what it says begins at the row `words`, the same in every card."""
    theme = painter.look.theme
    ink = theme.criterion(row.criterion)
    painter.shadow(area, RADIUS_CARD, 8, 110)
    painter.box(area, theme.card, theme.line, RADIUS_CARD)
    side = painter.px(_RING)
    place = (area.x + painter.px(18), area.centery - side // 2)
    painter.paste(shapes.ring(side, painter.px(9), row.value / 100, theme.solid(ink), theme.sunken), place)
    top = area.centery - painter.line_height("title") // 2
    painter.text(place[0], top, str(row.value), side, "title", "bold", align="centre")
    left = place[0] + side + painter.px(18)
    room = area.right - left - painter.px(16)
    top = painter.caption(left, words, row.name, room).bottom
    top = painter.text(left, top, row.band_name, room, "heading", "bold", theme.band(row.band, row.criterion), 1).bottom
    painter.text(left, top, row.sentence, room, "small", colour=theme.muted)


def closing(painter: Painter, text: str, x: int, y: int, width: int) -> int:
    """What is particular about this play; the row under it."""

    def content(on: Painter, left: int, top: int, room: int) -> int:
        return on.text(left, top, text, room, colour=on.look.theme.muted).bottom

    return painter.card(x, y, width, content, 12)


def evidence(painter: Painter, rows: tuple[EvidenceRow, ...], x: int, y: int, width: int, more: Command) -> int:
    """What counted most, with its reason, and the way to the rest; the row under it and a gap."""
    if not rows:
        return y

    def content(on: Painter, left: int, top: int, room: int) -> int:
        say = on.look.say
        top = on.caption(left, top, say("ui.what_counted"), room).bottom + on.px(2)
        columns = evidence_columns(on, rows[:_COUNTED], room, exact=False)
        for rank, row in enumerate(rows[:_COUNTED]):
            if rank:
                on.rule(left, top, room)
            top = paint_evidence(on, row, columns, left, top + on.px(7), room) + on.px(7)
        label = say("ui.all_evidence")
        wide = min(room, button_width(on, label, "", "arrow_right"))
        area = pygame.Rect(left, top + on.px(4), wide, on.px(30))
        button(on, area, label, "more evidence", more, icon="arrow_right")
        return area.bottom

    return painter.card(x, y, width, content) + painter.px(14)


def next_time(painter: Painter, view: DebriefView, x: int, y: int, width: int) -> int:
    """What a second play could bring, and how the last challenge ended; the row under it and a gap."""
    if not view.next_time and not view.challenge:
        return y

    def content(on: Painter, left: int, top: int, room: int) -> int:
        theme, indent = on.look.theme, on.px(29)
        top = on.caption(left, top, on.look.say("ui.next_time"), room).bottom + on.px(6)
        if view.challenge:
            on.icon("flag_checkered", left, top + on.px(1), 19, theme.muted)
            top = on.text(left + indent, top, view.challenge, room - indent, colour=theme.muted).bottom + on.px(9)
        for rank, text in enumerate(view.next_time):
            if not rank:
                on.icon("flag_outline", left, top + on.px(1), 19, theme.accent)
                top = on.text(left + indent, top, text, room - indent, weight="semibold").bottom + on.px(9)
            else:
                shown = on.text(left + indent, top, text, room - indent, "small", colour=theme.muted)
                top = shown.bottom + on.px(4)
        return top

    return painter.card(x, y, width, content) + painter.px(14)


def takeaways(painter: Painter, view: DebriefView, x: int, y: int, width: int) -> int:
    """What to remember, and how this play stands among the others; the row under it and a gap."""
    if not view.takeaways and not view.standing:
        return y

    def content(on: Painter, left: int, top: int, room: int) -> int:
        theme = on.look.theme
        top = on.caption(left, top, on.look.say("ui.to_remember"), room).bottom + on.px(6)
        for text in view.takeaways:
            on.icon("lightbulb_on_outline", left, top + on.px(1), 19, theme.warm)
            top = on.text(left + on.px(29), top, text, room - on.px(29)).bottom + on.px(9)
        if view.standing:
            top = on.text(left, top + on.px(3), view.standing, room, "small", colour=theme.muted).bottom + on.px(9)
        return top - on.px(9)

    return painter.card(x, y, width, content) + painter.px(14)
