"""Lines through many points, whole or dashed, drawn finer than the screen and brought down."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pygame

from simulator.ui.theme import Colour

Position = tuple[float, float]
_STRIP = 64
"""Columns that are drawn at a time: a line fills little of them, and little is then made smaller."""


def line(
    size: tuple[int, int], points: Sequence[Position], colour: Colour, width: float, dashes: tuple[float, ...] = ()
) -> pygame.Surface:
    """A line through `points` (pixels of `size`), from left to right, on nothing.

    `dashes` are the lengths of dashes and gaps in turn, in pixels; nothing is a whole line.
    """
    whole = pygame.Surface(size, pygame.SRCALPHA)
    finer = 3 if size[0] < 1600 else 2
    stretches = _dashes(list(points), list(dashes))
    beyond = math.ceil(max(1.0, width)) + 1
    for left in range(0, size[0], _STRIP):
        right = min(size[0], left + _STRIP)
        within = [(start, end) for start, end in stretches if start[0] < right + beyond and end[0] > left - beyond]
        if not within:
            continue
        rows = [place[1] for stretch in within for place in stretch]
        top, bottom = math.floor(min(rows)) - beyond, math.ceil(max(rows)) + beyond
        large = pygame.Surface(((right - left) * finer, (bottom - top) * finer), pygame.SRCALPHA)
        large.fill((*colour, 0))
        for (ax, ay), (bx, by) in within:
            start, end = ((ax - left) * finer, (ay - top) * finer), ((bx - left) * finer, (by - top) * finer)
            draw(large, (*colour, 255), start, end, max(1.0, width * finer))
        whole.blit(pygame.transform.smoothscale(large, (right - left, bottom - top)), (left, top))
    return whole


def draw(target: pygame.Surface, colour: tuple[int, int, int, int], a: Position, b: Position, width: float) -> None:
    """A stretch `width` pixels thick, with round ends; whatever the sign of its places, it looks the same."""
    length = math.hypot(b[0] - a[0], b[1] - a[1]) or 1.0
    across = ((b[1] - a[1]) / length * width / 2, -(b[0] - a[0]) / length * width / 2)
    sides = [(a[0] + across[0], a[1] + across[1]), (b[0] + across[0], b[1] + across[1]),
             (b[0] - across[0], b[1] - across[1]), (a[0] - across[0], a[1] - across[1])]  # fmt: skip
    pygame.draw.polygon(target, colour, [_floored(corner) for corner in sides])
    pygame.draw.circle(target, colour, _floored(a), width / 2)
    pygame.draw.circle(target, colour, _floored(b), width / 2)


def ribbon(target: pygame.Surface, colour: tuple[int, int, int, int], points: Sequence[Position], width: float) -> None:
    """A line `width` pixels thick through `points`, from left to right, in one piece: quicker than its stretches."""
    along = np.array(points, float)
    steps = np.diff(along, axis=0)
    steps /= np.maximum(np.hypot(steps[:, 0], steps[:, 1]), 1e-9)[:, None]
    ways = np.concatenate([steps[:1], (steps[:-1] + steps[1:]) / 2, steps[-1:]])
    across = np.stack([ways[:, 1], -ways[:, 0]], 1) * (width / 2 / np.maximum(np.hypot(*ways.T), 0.4))[:, None]
    outline = np.floor(np.concatenate([along + across, (along - across)[::-1]])).astype(int)
    pygame.draw.polygon(target, colour, outline.tolist())
    for end in (points[0], points[-1]):
        pygame.draw.circle(target, colour, _floored(end), width / 2)


def _floored(place: Position) -> tuple[int, int]:
    return math.floor(place[0]), math.floor(place[1])


def _dashes(points: list[Position], pattern: list[float]) -> list[tuple[Position, Position]]:
    """The stretches of the line through `points` that are drawn."""
    if not pattern:
        return list(pairwise(points))
    drawn: list[tuple[Position, Position]] = []
    turn, left = 0, pattern[0]
    for (ax, ay), (bx, by) in pairwise(points):
        length = math.hypot(bx - ax, by - ay)
        walked = 0.0
        while walked < length:
            step = min(left, length - walked)
            if turn % 2 == 0:
                one, two = walked / length, (walked + step) / length
                first = (ax + (bx - ax) * one, ay + (by - ay) * one)
                drawn.append((first, (ax + (bx - ax) * two, ay + (by - ay) * two)))
            walked, left = walked + step, left - step
            if left <= 1e-9:
                turn += 1
                left = pattern[turn % len(pattern)]
    return drawn
