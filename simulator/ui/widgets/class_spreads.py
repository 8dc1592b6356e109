"""How one stands in the class by each criterion: a bar of one's own mark, with the class's median on it."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from simulator.play.presenters.class_rows import SpreadRow
from simulator.ui.widgets.painter import Painter

_TRACK = 10
_MARK = 3
_OVER = 5
"""Points by which the median's mark stands out of the bar, above and below."""


def paint_spreads(on: Painter, rows: Sequence[SpreadRow], x: int, y: int, room: int) -> int:
    """A row a criterion: its name and my grade, the bar, the median and my place in words; the row under them."""
    for rank, row in enumerate(rows):
        y = _spread(on, row, x, y + (on.px(16) if rank else 0), room)
    return y


def _spread(on: Painter, row: SpreadRow, x: int, y: int, room: int) -> int:
    theme = on.look.theme
    grade = on.text_width(row.grade, "heading", "bold") + 2
    on.text(x + room - grade, y - on.px(2), row.grade, grade, "heading", "bold", max_lines=1)
    area = on.text(x, y, row.name, room - grade - on.px(12), "body", "semibold", max_lines=1)
    track = pygame.Rect(x, area.bottom + on.px(6), room, on.px(_TRACK))
    on.bar(track, row.mine_at or 0.0, theme.criterion(row.criterion))
    if row.median_at is not None:
        wide = max(2, on.px(_MARK))
        left = x + round((room - wide) * row.median_at)
        on.box(pygame.Rect(left, track.y - on.px(_OVER), wide, track.height + 2 * on.px(_OVER)), theme.text, None, 1)
    y = track.bottom + on.px(6)
    place = on.text_width(row.place, "small", "semibold") + 2 if row.place else 0
    if place:
        on.text(x + room - place, y, row.place, place, "small", "semibold", max_lines=1)
    if row.median:
        on.text(x, y, row.median, room - place - on.px(10), "small", colour=theme.muted, max_lines=1)
    return y + on.line_height("small") if place or row.median else track.bottom
