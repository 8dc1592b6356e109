"""What lies under the dots and never moves: the segments with their names, who follows whom, empty discs."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

import pygame

from simulator.play.presenters.network_rows import NetworkGround
from simulator.ui.theme import RADIUS
from simulator.ui.widgets.controls import mixed
from simulator.ui.widgets.network.dots import Rim
from simulator.ui.widgets.network.places import Places
from simulator.ui.widgets.painter import Painter

LABEL, PAD, GAP = 30, 10, 12
"""Points that a segment's label takes, that are kept free inside of a segment, and that lie between two."""
FIGURE = 46
"""Points kept for a figure and its arrow beside a label."""
_FAINT = 0.36
"""How much of a line's colour the links have: they tell where one can go, not what happens."""


def label_widths(painter: Painter, ground: NetworkGround) -> list[int]:
    """Pixels that each segment's label takes with its figure."""
    beside = 2 * painter.px(PAD) + painter.px(FIGURE + 3)
    return [painter.text_width(one.name, "small", "semibold") + beside for one in ground.segments]


def paint_land(painter: Painter, ground: NetworkGround, places: Places, rims: Sequence[Rim]) -> None:
    """Fill the painter's surface."""
    theme, pad = painter.look.theme, painter.px(PAD)
    painter.surface.fill(theme.ink)
    for area in places.segments:
        painter.box(area, theme.card, theme.line, RADIUS)
    thread = mixed(theme.line, theme.card, _FAINT)
    for followed, follower in ground.links:
        pygame.draw.aaline(painter.surface, thread, places.nodes[followed].tolist(), places.nodes[follower].tolist())
    for one, area in zip(ground.segments, places.segments, strict=True):
        room = area.width - 2 * pad - painter.px(FIGURE)
        painter.text(area.x + pad, area.y + painter.px(6), one.name, room, "small", "semibold", theme.muted, 1)
    middles = [(round(x), round(y)) for x, y in places.discs.tolist()]
    for middle, radius in zip(middles, places.radii, strict=True):
        pygame.draw.aacircle(painter.surface, theme.sunken, middle, ceil(radius) - 1)
    pixels = pygame.surfarray.pixels3d(painter.surface)
    for rim, middle in zip(rims, middles, strict=True):
        rim.fill(pixels, middle, 1.0, theme.line)
