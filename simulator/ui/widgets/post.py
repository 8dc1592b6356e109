"""One post: in the feed with its line below and its mark, elsewhere in a frame of whoever shows it."""

from __future__ import annotations

import pygame

from simulator.play.presenters.post_rows import FeedRow
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


def paint_row(painter: Painter, row: FeedRow, area: pygame.Rect) -> None:
    """`row` in `area`."""
    left, top = painter.px(LEFT), painter.px(TOP)
    paint_look(painter, row, Place(area.x + left, area.y + top, area.width - 2 * left))


def paint_in_feed(painter: Painter, row: FeedRow, width: int, rolled: list[Figure] | None = None) -> int:
    """`row` at the top of a surface, on its ground and with its line below; the pixels that it takes downwards.

    The places of its figures are added to `rolled`. What the surface has no room for is left out.
    """
    theme = painter.look.theme
    left, top = painter.px(LEFT), painter.px(TOP)
    painter.surface.fill(ground(theme, row))
    height = paint_look(painter, row, Place(left, top, width - 2 * left), rolled) + top
    if row.highlighted:
        painter.surface.fill(theme.accent, (0, 0, painter.px(3), height))
    painter.rule(0, height - max(1, painter.px(1)), width)
    return height


def ground(theme: Theme, row: FeedRow) -> Colour:
    """What a post of the feed stands on."""
    return theme.raised if row.highlighted else theme.card
