"""A scenario's picture: a network in its colour, made by code, always the same for the same scenario."""

from __future__ import annotations

import math
from functools import lru_cache

import pygame

from simulator.ui.theme import Colour
from simulator.ui.widgets import shapes
from simulator.ui.widgets.controls import mixed


def _share(number: int) -> float:
    """A fixed share 0..1 for `number` (SplitMix64): pictures need no other randomness."""
    value = (number * 0x9E3779B97F4A7C15 + 0x1234567) & 0xFFFFFFFFFFFFFFFF
    value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & 0xFFFFFFFFFFFFFFFF
    value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & 0xFFFFFFFFFFFFFFFF
    return (value ^ (value >> 31)) / 0xFFFFFFFFFFFFFFFF


@lru_cache(maxsize=40)
def network(
    size: tuple[int, int], seed: int, colour: Colour, ground: Colour, scale: float, shares: tuple[float, float]
) -> pygame.Surface:
    """People and their ties over a gradient from `ground` to `colour`, `shares` of it; `size` in pixels."""
    start, end = (mixed(ground, colour, share) for share in shares)
    picture = shapes.gradient(size, start, end).copy()
    step = 29 * scale
    columns, rows = max(1, round(size[0] / step)), max(1, round(size[1] / step))
    places: list[tuple[float, float, float]] = []
    for row in range(rows + 1):
        for column in range(columns + 1):
            key = seed * 7919 + row * 613 + column
            if _share(key) < 0.22:
                continue
            x = (column + _share(key + 100_003) - 0.3) * size[0] / columns
            y = (row + _share(key + 200_003) - 0.3) * size[1] / rows
            places.append((x, y, (1.3 + 6.2 * _share(key + 300_007) ** 2.2) * scale))
    finer = 2
    ties = pygame.Surface((size[0] * finer, size[1] * finer), pygame.SRCALPHA)
    ties.fill((*colour, 0))
    _draw_ties(ties, places, seed, colour, step, finer, scale)
    picture.blit(pygame.transform.smoothscale(ties, size), (0, 0))
    for rank, (x, y, radius) in enumerate(places):
        bright = 0.2 + 0.8 * _share(seed + rank * 31 + 5)
        disc = shapes.disc(max(2, round(2 * radius)), mixed(mixed(ground, colour, 0.4), colour, bright))
        picture.blit(disc, disc.get_rect(center=(x, y)))
    return picture


def _draw_ties(
    target: pygame.Surface,
    places: list[tuple[float, float, float]],
    seed: int,
    colour: Colour,
    step: float,
    finer: int,
    scale: float,
) -> None:
    """Each person is tied to those near, the large ones further away."""
    for rank, (x, y, radius) in enumerate(places):
        reach = step * (1.1 + 0.5 * radius / scale)
        for other, (x2, y2, _) in enumerate(places[rank + 1 :], rank + 1):
            if math.hypot(x2 - x, y2 - y) < reach and _share(seed + rank * 4099 + other) < 0.3:
                ends = ((x * finer, y * finer), (x2 * finer, y2 * finer))
                pygame.draw.line(target, (*colour, 80), *ends, max(1, round(scale * finer * 0.8)))
