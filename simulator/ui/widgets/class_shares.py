"""What the class chose in an inject, as bars: all of one colour until the teacher reveals what is recommended."""

from __future__ import annotations

import pygame

from simulator.play.presenters.class_rows import InjectShares, ShareRow
from simulator.ui.theme import Colour
from simulator.ui.widgets.painter import Painter

_SIGN = 18


def paint_shares(on: Painter, inject: InjectShares, x: int, y: int, room: int) -> int:
    """The title of an inject and a bar a response, one's own named; the row under them.

    Once revealed, what is recommended has another colour, a sign and a word, and one's own is named only.
    """
    y = on.text(x, y, inject.title, room, "body", "semibold").bottom + on.px(6)
    for row in inject.rows:
        y = _share(on, row, inject.is_revealed, x, y, room) + on.px(9)
    return y - on.px(9)


def _share(on: Painter, row: ShareRow, is_revealed: bool, x: int, y: int, room: int) -> int:
    theme, say = on.look.theme, on.look.say
    figure = on.text_width(row.figure, "body", "semibold") + 2
    mark = say("myclass.mine_mark") if row.is_mine else ""
    taken = on.text_width(mark, "small", "semibold") + on.px(12) if mark else 0
    on.text(x + room - figure, y, row.figure, figure, "body", "semibold", max_lines=1)
    area = on.text(x, y, row.text, room - figure - taken - on.px(14), "small", max_lines=3)
    if mark:
        on.text(x + room - figure - taken, y + on.px(1), mark, taken, "small", "semibold", theme.accent, 1)
    bottom = area.bottom
    if row.is_recommended:
        on.icon("check_circle_outline", x, bottom + on.px(2), _SIGN, theme.good)
        side = on.px(_SIGN + 6)
        word = say("myclass.recommended")
        bottom = on.text(x + side, bottom + on.px(2), word, room - side, "small", "semibold", theme.good).bottom
    ink: Colour = theme.accent if row.is_mine else theme.muted
    if is_revealed:
        ink = theme.good if row.is_recommended else theme.muted
    track = pygame.Rect(x, max(bottom, y + on.line_height()) + on.px(3), room, on.px(8))
    on.bar(track, row.share, ink)
    return track.bottom
