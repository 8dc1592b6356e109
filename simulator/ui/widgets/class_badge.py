"""The class in the sidebar: a sign of how it stands, and a box with its name."""

from __future__ import annotations

import pygame

from simulator.play.presenters.class_rows import ClassBadge, Tone
from simulator.ui.spots import Command
from simulator.ui.theme import Colour, Theme
from simulator.ui.widgets import shapes
from simulator.ui.widgets.painter import Painter

_ICONS: dict[Tone, str] = {
    "good": "check_circle_outline",
    "news": "progress_clock",
    "bad": "alert_circle_outline",
    "off": "minus_circle_outline",
}


def tone_ink(theme: Theme, tone: Tone) -> Colour:
    """The colour of a tone; a word or a sign says the same."""
    return {"good": theme.good, "news": theme.warm, "bad": theme.hot}.get(tone, theme.muted)


def tone_icon(tone: Tone) -> str:
    """The sign of a tone."""
    return _ICONS[tone]


def paint_state(painter: Painter, area: pygame.Rect, badge: ClassBadge, *, corner: bool) -> None:
    """How the class stands, at the right of its entry `area`: a disc when all is well, else a sign of its own.

    In the upper `corner` where the entry has room for an icon alone.
    """
    if badge.tone == "off":
        return
    ink = tone_ink(painter.look.theme, badge.tone)
    side = painter.px(11)
    x = area.right - painter.px(12 if corner else 25)
    middle = area.top + side // 2 if corner else area.centery
    if badge.tone == "good":
        painter.paste(shapes.disc(side, ink), (x, middle - side // 2))
    else:
        painter.icon(tone_icon(badge.tone), x - painter.px(3), middle - painter.px(8), 16, ink)


def paint_box(painter: Painter, badge: ClassBadge, top: int, bottom: int, command: Command) -> None:
    """The class's name and what is to be known of it, above row `bottom` and below `top`, where there is room."""
    theme = painter.look.theme
    left, pad = painter.px(16), painter.px(12)
    room = painter.width - 2 * left - 2 * pad
    lines = min(2, max(1, painter.text_height(badge.line, room, "small") // painter.line_height("small")))
    height = painter.line_height() + lines * painter.line_height("small") + 2 * painter.px(9)
    area = pygame.Rect(left, bottom - height - painter.px(10), painter.width - 2 * left, height)
    if area.top < top:
        return
    painter.box(area, theme.raised, theme.line)
    y = area.y + painter.px(8)
    painter.text(area.x + pad, y, badge.name, room, "body", "semibold", max_lines=1)
    y += painter.line_height()
    painter.text(area.x + pad, y, badge.line, room, "small", colour=theme.muted, max_lines=lines)
    painter.spot("class box", area, command, badge.state, "sidebar")
