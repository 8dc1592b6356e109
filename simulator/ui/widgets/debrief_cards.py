"""The cards of the debrief: rings, evidence, what to remember, the facts in time."""

from __future__ import annotations

import pygame

from simulator.play.presenters.hindsight import DebriefView, EvidenceRow, FactTimeRow, RingRow
from simulator.ui.theme import RADIUS_CARD
from simulator.ui.widgets import shapes
from simulator.ui.widgets.lines import Span
from simulator.ui.widgets.painter import Painter

_RING = 88


def rings(painter: Painter, view: DebriefView, x: int, y: int, width: int) -> int:
    """One card a score, the same height; the row under them."""
    if not view.rings:
        return y
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
    return y + -(-len(view.rings) // columns) * (height + gap) - gap


def _ring(painter: Painter, row: RingRow, area: pygame.Rect, words: int) -> None:
    """A score in `area`; what it says begins at the row `words`, the same in every card."""
    theme = painter.look.theme
    ink = theme.criterion(row.criterion)
    painter.shadow(area, RADIUS_CARD, 8, 110)
    painter.box(area, theme.card, theme.line, RADIUS_CARD)
    side = painter.px(_RING)
    place = (area.x + painter.px(18), area.centery - side // 2)
    painter.paste(shapes.ring(side, painter.px(9), row.value / 100, ink, theme.sunken), place)
    top = area.centery - painter.line_height("title") // 2
    painter.text(place[0], top, str(row.value), side, "title", "bold", align="centre")
    left = place[0] + side + painter.px(18)
    room = area.right - left - painter.px(16)
    top = painter.caption(left, words, row.name, room).bottom
    top = painter.text(left, top, row.band_name, room, "heading", "bold", ink, 1).bottom
    painter.text(left, top, row.sentence, room, "small", colour=theme.muted)


def closing(painter: Painter, text: str, x: int, y: int, width: int) -> int:
    """What is particular about this play; the row under it."""

    def content(on: Painter, left: int, top: int, room: int) -> int:
        return on.text(left, top, text, room, colour=on.look.theme.muted).bottom

    return painter.card(x, y, width, content, 12)


def evidence(painter: Painter, rows: tuple[EvidenceRow, ...], x: int, y: int, width: int) -> int:
    """Every point won or lost, with its reason; the row under them."""
    if not rows:
        return y

    def content(on: Painter, left: int, top: int, room: int) -> int:
        top = on.caption(left, top, on.look.say("ui.what_counted"), room).bottom + on.px(2)
        clocks = max(on.text_width(row.clock, "small") for row in rows) + on.px(12)
        sources = min(room // 4, max(on.text_width(row.source, "small") for row in rows))
        for rank, row in enumerate(rows):
            if rank:
                on.rule(left, top, room)
            top = _evidence(on, row, left, top + on.px(7), room, clocks, sources) + on.px(7)
        return top

    return painter.card(x, y, width, content)


def _evidence(on: Painter, row: EvidenceRow, x: int, y: int, width: int, clocks: int, sources: int) -> int:
    theme = on.look.theme
    on.text(x, y, row.clock, clocks, "small", colour=theme.muted, max_lines=1)
    side = on.px(11)
    ink = theme.good if row.sign > 0 else theme.hot if row.sign < 0 else theme.warm
    left = x + clocks
    if row.sign:
        on.triangle(left, y + on.px(4), side, row.sign > 0, ink)
    else:
        on.paste(shapes.disc(side, ink), (left, y + on.px(4)))
    left += side + on.px(12)
    room = x + width - sources - on.px(14) - left
    spans = (Span(f"{row.points}\u00a0{row.criterion}", "bold"), Span(f" · {row.text}"))
    area = on.text(left, y, spans, room, "small")
    on.text(x + width - sources, y, row.source, sources, "small", colour=theme.faint, max_lines=2, align="right")
    return max(area.bottom, y + on.text_height(row.source, sources, "small", max_lines=2))


def right_column(painter: Painter, view: DebriefView, x: int, y: int, width: int) -> int:
    """What to remember, then the facts; the row under them."""

    def takeaways(on: Painter, left: int, top: int, room: int) -> int:
        theme = on.look.theme
        top = on.caption(left, top, on.look.say("ui.to_remember"), room).bottom + on.px(6)
        for text in view.takeaways:
            on.icon("lightbulb_on_outline", left, top + on.px(1), 19, theme.warm)
            top = on.text(left + on.px(29), top, text, room - on.px(29)).bottom + on.px(9)
        return top - on.px(9)

    if view.takeaways:
        y = painter.card(x, y, width, takeaways) + painter.px(14)
    if view.facts:
        y = painter.card(x, y, width, lambda on, left, top, room: _facts(on, view.facts, left, top, room))
    return y


def _facts(on: Painter, rows: tuple[FactTimeRow, ...], x: int, y: int, width: int) -> int:
    """Each fact with the hours at which it was verified, published, leaked."""
    say, theme = on.look.say, on.look.theme
    y = on.caption(x, y, say("ui.facts_in_time"), width).bottom + on.px(2)
    for rank, row in enumerate(rows):
        if rank:
            on.rule(x, y, width)
        y = on.text(x, y + on.px(6), row.text, width, "small", "semibold").bottom
        left = x
        for icon, ink, clock, code in (
            ("check_circle_outline", theme.accent, row.verified, "ui.was_verified"),
            ("check_decagram", theme.good, row.published, "ui.was_published"),
            ("water_alert", theme.hot, row.leaked, "ui.was_leaked"),
        ):
            text = say(code, clock=clock) if clock else ""
            if not text:
                continue
            wide = on.text_width(text, "small") + on.px(22)
            if left + wide > x + width and left > x:
                left, y = x, y + on.line_height("small")
            on.icon(icon, left, y + on.px(2), 15, ink)
            on.text(left + on.px(20), y, text, x + width - left - on.px(20), "small", colour=theme.muted, max_lines=1)
            left += wide + on.px(14)
        if left == x:
            on.text(x, y, say("ui.never_verified"), width, "small", colour=theme.faint, max_lines=1)
        y += on.line_height("small") + on.px(6)
    return y
