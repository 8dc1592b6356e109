"""A tip that is told once, with a cross to put it away."""

from __future__ import annotations

import pygame

from simulator.ui.spots import Command
from simulator.ui.widgets.painter import Painter

_PAD, _SIDE = 12, 24


def hint_height(painter: Painter, text: str, width: int) -> int:
    """Pixels that the tip takes within `width`, without the gap under it."""
    room = width - painter.px(2 * _PAD + 36 + _SIDE)
    return max(painter.px(_SIDE), painter.text_height(text, room, "small")) + 2 * painter.px(9)


def paint_hint(painter: Painter, text: str, x: int, y: int, width: int, put_away: Command) -> int:
    """The tip over what it is about; the row under it and a gap."""
    theme, pad, side = painter.look.theme, painter.px(_PAD), painter.px(_SIDE)
    left = x + pad + painter.px(30)
    room = width - painter.px(2 * _PAD + 36 + _SIDE)
    area = pygame.Rect(x, y, width, hint_height(painter, text, width))
    painter.box(area, theme.chosen, theme.accent)
    painter.icon("lightbulb_on_outline", x + pad, area.centery - painter.px(10), 20, theme.accent)
    top = area.centery - painter.text_height(text, room, "small") // 2
    painter.text(left, top, text, room, "small")
    cross = pygame.Rect(area.right - pad - side + painter.px(4), area.centery - side // 2, side, side)
    painter.icon("close", cross.x + painter.px(4), cross.y + painter.px(4), 16, theme.muted)
    painter.spot("hint", cross, put_away, painter.look.say("ui.put_away"), "", 12)
    return area.bottom + painter.px(10)
