"""A decision of the play in a list, and what unfolds under it."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from simulator.play.presenters.hindsight import ChoiceRow, CurveRow
from simulator.ui.spots import Command
from simulator.ui.theme import Weight
from simulator.ui.widgets.controls import button, button_width
from simulator.ui.widgets.painter import Painter

_PAD = 12


def paint_choice(
    on: Painter, row: ChoiceRow, x: int, y: int, width: int, is_open: bool, command: Command,
    inside: Callable[[Painter, int, int, int], int] | None = None,
) -> int:  # fmt: skip
    """The hour and the decision, with what `inside` paints under it when it is open; the row under it."""
    theme, pad = on.look.theme, on.px(_PAD)
    clocks = on.text_width("00\u00a0h\u00a000", "small") + on.px(12)
    side = on.px(18)
    room = width - 2 * pad - clocks - side - on.px(6)
    weight: Weight = "semibold" if is_open else "regular"
    head = on.text_height(row.text, room, "small", weight) + on.px(16)
    area = pygame.Rect(x, y, width, head)
    if is_open:
        tall = head
        if inside is not None:
            probe = Painter(on.look, pygame.Surface((1, 1)), on.panel, on.origin, scrolled=-1_000_000)
            tall = inside(probe, x + pad, y + head, width - 2 * pad) + pad - y
        on.box(pygame.Rect(x, y, width, tall), theme.raised, theme.line_strong)
    else:
        tall = head
    top = y + on.px(8)
    ink = theme.text if is_open else theme.muted
    on.text(x + pad, top, row.clock, clocks, "small", colour=theme.muted, max_lines=1)
    on.text(x + pad + clocks, top, row.text, room, "small", weight, theme.text)
    if row.words:
        on.icon("pencil", x + width - pad - 2 * side, top, 14, theme.accent)
    on.icon("chevron_up" if is_open else "chevron_down", x + width - pad - side, top, 18, ink)
    on.spot(f"choice {row.place}", area, command, "", "choices")
    if is_open and inside is not None:
        inside(on, x + pad, y + head, width - 2 * pad)
    return y + tall


def paint_alternatives(
    on: Painter, row: ChoiceRow, curves: dict[str, CurveRow], x: int, y: int, width: int,
    ask: Callable[[str], Command], branch: Command,
) -> int:  # fmt: skip
    """What else could have been decided, and the way back into the play; the row under it."""
    theme, say = on.look.theme, on.look.say
    if row.alternatives:
        y = on.text(x, y + on.px(4), say("ui.what_else"), width, "small", colour=theme.muted).bottom + on.px(4)
    for other in row.alternatives:
        curve = curves.get(other.key)
        state, icon = "", "plus_circle_outline"
        if curve is not None:
            state = say("ui.on_the_chart") if curve.done >= 1 else say("ui.percent", value=round(100 * curve.done))
            icon = "chart_line"
        wide = on.text_width(state, "small") + 2 if state else 0
        pad = on.px(10)
        room = width - 2 * pad - on.px(26) - (wide + on.px(8) if wide else 0)
        result = curve.sentence if curve is not None else ""
        tall = on.text_height(other.text, room, "small")
        below = on.text_height(result, room + wide, "small") if result else 0
        area = pygame.Rect(x, y, width, tall + below + on.px(12))
        on.box(area, theme.card, theme.accent if curve is not None else theme.line_strong, 8)
        on.icon(icon, x + pad, y + on.px(7), 17, theme.accent)
        on.text(x + pad + on.px(26), y + on.px(6), other.text, room, "small")
        if result:
            on.text(x + pad + on.px(26), y + on.px(6) + tall, result, room + wide, "small", colour=theme.muted)
        if state:
            on.text(area.right - pad - wide, y + on.px(6), state, wide, "small", colour=theme.muted, max_lines=1)
        on.spot(f"ask {other.key}", area, ask(other.key), "", f"others {row.place}", 8)
        y = area.bottom + on.px(6)
    if row.returns:
        label = say("ui.play_from_here")
        wide = min(width, button_width(on, label, "", "play_outline"))
        area = pygame.Rect(x, y + on.px(4), wide, on.px(30))
        button(on, area, label, f"branch {row.place}", branch, icon="play_outline", tip=say("ui.not_ranked"))
        y = area.bottom
    return y
