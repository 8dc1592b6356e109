"""Where the names on a chart stand: beside their mark, on no curve, on no other name."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pygame

from simulator.ui.widgets.painter import Painter

Heights = npt.NDArray[np.float64]
"""A curve as a row for each of the plot's columns, from its top; shape (width,)."""
Line = tuple[tuple[int, int], tuple[int, int]]
_RINGS = 9


def heights(points: Sequence[tuple[float, float]], width: int) -> Heights:
    """The curve through `points` (pixels of the plot, from left to right), a row for each column."""
    across, down = zip(*points, strict=True)
    rows: Heights = np.interp(np.arange(width), across, down)
    return rows


def places(
    painter: Painter,
    area: pygame.Rect,
    marks: Sequence[tuple[tuple[int, int], int]],
    curves: Sequence[Heights],
    taken: Sequence[pygame.Rect],
) -> list[pygame.Rect | None]:
    """Where each name goes: `marks` are (middle of the mark, width of its name), `taken` what is already there.

    None where there is no room near the mark. All in pixels of the panel, `curves` in those of `area`.
    """
    occupied, threads = list(taken), list[Line]()
    found: list[pygame.Rect | None] = []
    for middle, width in marks:
        place = None
        for tried in _around(painter, area, middle, width):
            line = thread(painter, middle, tried)
            apart = not any(tried.clipline(*other) for other in threads)
            if line is not None and apart:
                apart = not any(rect.clipline(*line) for rect in occupied if not rect.collidepoint(middle))
            if apart and _is_free(painter, area, tried, curves, occupied):
                place = tried
                occupied.append(tried)
                threads += [line] if line is not None else []
                break
        found.append(place)
    return found


def thread(painter: Painter, middle: tuple[int, int], place: pygame.Rect) -> Line | None:
    """The line from a name that stands away from its mark to that mark; None where it stands beside it."""
    end = place.bottom if place.bottom < middle[1] else place.top
    if abs(end - middle[1]) <= painter.px(14):
        return None
    return (min(max(middle[0], place.left), place.right), end), middle


def _around(painter: Painter, area: pygame.Rect, middle: tuple[int, int], width: int) -> list[pygame.Rect]:
    """Places for a name, nearest first: above or below the mark, to its right, over it, to its left."""
    tall, aside = painter.line_height("small"), painter.px(10)
    shown = []
    for ring in range(_RINGS):
        away = painter.px(9) + ring * tall // 2
        for top in (middle[1] - away - tall, middle[1] + away):
            for left in (middle[0] + aside, middle[0] - width // 2, middle[0] - aside - width):
                place = pygame.Rect(left, top, width, tall)
                if area.contains(place):
                    shown.append(place)
    return shown


def _is_free(
    painter: Painter,
    area: pygame.Rect,
    place: pygame.Rect,
    curves: Sequence[Heights],
    occupied: Sequence[pygame.Rect],
) -> bool:
    if place.inflate(painter.px(10), painter.px(2)).collidelist(list(occupied)) >= 0:
        return False
    margin = painter.px(3)
    columns = slice(max(0, place.left - area.left - margin), max(0, place.right - area.left + margin))
    top, bottom = place.top - area.top - margin, place.bottom - area.top + margin
    return not any(bool(np.any((rows[columns] > top) & (rows[columns] < bottom))) for rows in curves)
