"""A curve is drawn in strips, and nobody sees where one ends."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pygame

from simulator.ui.widgets import shapes, strokes

SIZE = (420, 160)
RED = (240, 60, 60)
WAVE = [(x, 80 - 60 * math.sin(x / 37)) for x in range(0, 421, 3)]


def alpha(surface: pygame.Surface) -> np.ndarray:
    return pygame.surfarray.array_alpha(surface).astype(int)


def test_strips_make_the_line_that_one_piece_would() -> None:
    large = pygame.Surface((SIZE[0] * 3, SIZE[1] * 3), pygame.SRCALPHA)
    large.fill((*RED, 0))
    for (ax, ay), (bx, by) in pairwise(WAVE):
        strokes.draw(large, (*RED, 255), (ax * 3, ay * 3), (bx * 3, by * 3), 7.8)
    whole = pygame.transform.smoothscale(large, SIZE)
    assert np.abs(alpha(strokes.line(SIZE, WAVE, RED, 2.6)) - alpha(whole)).max() <= 2


def test_a_ribbon_covers_what_its_stretches_would() -> None:
    apart = np.abs(alpha(strokes.line(SIZE, WAVE, RED, 2.6)) - alpha(shapes.curve(SIZE, WAVE, RED, 2.6)))
    assert (apart > 60).mean() < 0.005
    assert apart.mean() < 2


def test_a_dashed_line_leaves_out_its_gaps() -> None:
    level = [(0.0, 20.0), (420.0, 20.0)]
    whole, dashed = (alpha(strokes.line(SIZE, level, RED, 2.0, dashes)) for dashes in ((), (10.0, 30.0)))
    assert (whole[:, 20] > 0).all()
    assert 0.2 < (dashed[:, 20] > 0).mean() < 0.4
    assert (dashed[whole == 0] == 0).all()


def test_no_point_is_no_line() -> None:
    assert not alpha(strokes.line(SIZE, [], RED, 2.0)).any()
