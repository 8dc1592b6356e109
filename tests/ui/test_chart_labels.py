"""Names on a chart stand beside their mark, on no curve and on no other name."""

from __future__ import annotations

from itertools import combinations

import pygame

from simulator.play.presenters.pages import Settings
from simulator.ui.look import Look
from simulator.ui.widgets.chart_labels import heights, places, thread
from simulator.ui.widgets.painter import Painter

AREA = pygame.Rect(40, 20, 600, 200)


def painter() -> Painter:
    return Painter(Look((1280, 800), Settings()), pygame.Surface((1, 1)), "chart", (0, 0))


def test_no_name_touches_a_curve_or_another_name() -> None:
    curve = heights([(0, 180), (200, 60), (600, 120)], AREA.width)
    marks = [((AREA.x + across, AREA.y + round(curve[across])), 150) for across in (90, 110, 130, 300, 320)]
    found = [place for place in places(painter(), AREA, marks, [curve], []) if place is not None]
    assert len(found) >= 4
    assert not any(one.colliderect(other) for one, other in combinations(found, 2))
    for place in found:
        rows = curve[place.left - AREA.left : place.right - AREA.left] + AREA.top
        assert not any(place.top <= row <= place.bottom for row in rows)
        assert AREA.contains(place)


def test_where_there_is_no_room_there_is_no_name() -> None:
    assert places(painter(), AREA, [((300, 100), 150)], [], [AREA]) == [None]


def test_no_thread_crosses_a_name() -> None:
    curve = heights([(0, 100), (600, 100)], AREA.width)
    marks = [((AREA.x + across, AREA.y + 100), 120) for across in (220, 270, 320, 370, 420)]
    found = places(painter(), AREA, marks, [curve], [])
    named = [(middle, place) for (middle, _), place in zip(marks, found, strict=True) if place is not None]
    assert len(named) >= 3
    for middle, place in named:
        line = thread(painter(), middle, place)
        others = [other for _, other in named if other is not place]
        assert line is None or not any(other.clipline(*line) for other in others)
