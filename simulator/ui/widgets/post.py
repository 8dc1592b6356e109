"""One post: in the feed with its line below and its mark, elsewhere in a frame of whoever shows it."""

from __future__ import annotations

import pygame

from simulator.play.presenters.rows import FeedRow
from simulator.ui.theme import Colour, Theme
from simulator.ui.widgets.painter import Painter
from simulator.ui.widgets.post_looks import paint_look
from simulator.ui.widgets.post_parts import Figure, Place

LEFT, TOP = 14, 11
_FAR = 1_000_000


def row_height(painter: Painter, row: FeedRow, width: int) -> int:
    """Pixels that `row` takes in a column of `width`: painted on a scrap, far out of sight."""
    scrap = Painter(painter.look, pygame.Surface((1, 1)), painter.panel, (0, 0), scrolled=-_FAR, marked=painter.marked)
    top, left = scrap.px(TOP), scrap.px(LEFT)
    return paint_look(scrap, row, Place(left, top, width - 2 * left)) + top


def paint_row(
    painter: Painter, row: FeedRow, area: pygame.Rect, in_feed: bool = True, rolled: list[Figure] | None = None
) -> None:
    """`row` in `area`; the places of its figures are added to `rolled`."""
    theme = painter.look.theme
    left, top = painter.px(LEFT), painter.px(TOP)
    if row.highlighted and in_feed:
        painter.surface.fill(ground(theme, row), area.move(0, -painter.scrolled))
        painter.surface.fill(theme.accent, (area.x, area.y - painter.scrolled, painter.px(3), area.height))
    paint_look(painter, row, Place(area.x + left, area.y + top, area.width - 2 * left), rolled)
    if in_feed:
        painter.rule(area.x, area.bottom - max(1, painter.px(1)), area.width)


def ground(theme: Theme, row: FeedRow) -> Colour:
    """What a post of the feed stands on."""
    return theme.raised if row.highlighted else theme.card
