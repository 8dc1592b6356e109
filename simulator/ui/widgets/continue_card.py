"""The play to continue, over the scenarios: what it is, where it stands, and the way back into it."""

from __future__ import annotations

import pygame

from simulator.play.presenters.pages import ContinueRow
from simulator.ui.spots import Command
from simulator.ui.theme import RADIUS_CARD
from simulator.ui.widgets.controls import button, button_width
from simulator.ui.widgets.painter import Painter

HEIGHT = 74
_EDGE = 5


def paint_continue(painter: Painter, area: pygame.Rect, row: ContinueRow, command: Command) -> None:
    """`row` in `area`, which does `command` wherever it is clicked."""
    theme, px = painter.look.theme, painter.px
    painter.shadow(area, RADIUS_CARD, 10, 120)
    painter.box(area, theme.raised, theme.accent, RADIUS_CARD)
    band = pygame.Rect(area.x + px(12), area.y + px(14), px(_EDGE), area.height - px(28))
    painter.box(band, theme.scenario(row.accent), None, _EDGE / 2)
    key = painter.look.cap("continue")
    wide = min(button_width(painter, row.label, key, "play"), area.width // 2)
    place = pygame.Rect(area.right - px(16) - wide, area.centery - px(18), wide, px(36))
    left = band.right + px(14)
    room = place.x - px(16) - left
    lines = painter.line_height("small"), painter.line_height("heading")
    y = area.centery - (2 * lines[0] + lines[1]) // 2 if area.height >= 2 * lines[0] + lines[1] else area.y
    painter.text(left, y, row.heading, room, "small", "semibold", theme.accent, 1)
    painter.text(left, y + lines[0], row.title, room, "heading", "bold", max_lines=1)
    painter.text(left, y + lines[0] + lines[1], row.detail, room, "small", colour=theme.muted, max_lines=1)
    painter.spot("continue", area, command, "", "continue", RADIUS_CARD)
    button(painter, place, row.label, "continue now", command, key=key, icon="play", kind="primary", group="continue")
