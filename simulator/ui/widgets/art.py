"""A scenario's picture: a network in its colour, made by code, and the emblem of its story where it has one.

The same scenario always has the same picture. The emblem is a drawing in SVG, shown at the right, on the lower edge.
"""

from __future__ import annotations

import math
from functools import lru_cache
from pathlib import Path
from zlib import crc32

import pygame

from simulator.ui.theme import Colour, Theme
from simulator.ui.widgets import shapes
from simulator.ui.widgets.controls import mixed
from simulator.ui.widgets.vector import Palette, drawing

_CLOUD = "cloud"
"""What the palette calls the colour in which the network fades under an emblem."""
_ASIDE = 0.055
"""Share of the picture's width kept free at the right of the emblem."""


def _share(number: int) -> float:
    """A fixed share 0..1 for `number` (SplitMix64): pictures need no other randomness."""
    value = (number * 0x9E3779B97F4A7C15 + 0x1234567) & 0xFFFFFFFFFFFFFFFF
    value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & 0xFFFFFFFFFFFFFFFF
    value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & 0xFFFFFFFFFFFFFFFF
    return (value ^ (value >> 31)) / 0xFFFFFFFFFFFFFFFF


def palette(theme: Theme, colour: Colour, ground: Colour) -> Palette:
    """The colours that a drawing may name, from the darkest to the lightest in every theme, and the two of alarm.

    Milk is white on a dark ground and on a light one: a drawing is no writing, which turns with its ground.
    """
    on_dark = sum(ground) < sum(theme.text)
    dark, bright = (ground, theme.text) if on_dark else (theme.text, theme.card)
    return (
        ("deep", mixed(dark, colour, 0.22)),
        ("shade", mixed(dark, colour, 0.5)),
        ("mid", mixed(dark, colour, 0.76)),
        ("accent", mixed(colour, bright, 0.14)),
        ("light", mixed(colour, bright, 0.64 if on_dark else 0.84)),
        ("paper", mixed(colour, bright, 0.94 if on_dark else 1.0)),
        ("hot", theme.hot),
        ("warm", theme.warm),
        (_CLOUD, mixed(ground, colour, 0.36 if on_dark else 0.64)),
    )


def banner(
    size: tuple[int, int],
    name: str,
    emblem: Path | None,
    accent: int,
    theme: Theme,
    ground: Colour,
    scale: float,
    aside: int = 0,
    written: int = 0,
) -> pygame.Surface:
    """The picture of the scenario called `name`, `size` in pixels; the network alone without an `emblem` to draw.

    `aside` pixels at its right are kept free of the emblem, which makes way for what is `written` in those at its left.
    """
    colour = theme.scenario(accent)
    kept = (aside or round(size[0] * _ASIDE), written)
    return _banner(
        size, name, emblem, palette(theme, colour, ground), colour, ground, scale, theme.picture_share, *kept
    )


@lru_cache(maxsize=40)
def _banner(
    size: tuple[int, int],
    name: str,
    emblem: Path | None,
    colours: Palette,
    colour: Colour,
    ground: Colour,
    scale: float,
    shares: tuple[float, float],
    aside: int,
    written: int,
) -> pygame.Surface:
    picture = network(size, crc32(name.encode()) % 10_007, colour, ground, scale, shares)
    drawn = drawing(emblem, (2 * size[1], size[1]), colours) if emblem is not None else None
    if drawn is None:
        return picture
    place = drawn.get_rect(bottom=size[1], right=size[0] - aside)
    if place.left < written:
        return picture
    whole = picture.copy()
    _quiet(whole, place, dict(colours)[_CLOUD])
    whole.blit(drawn, place)
    return whole


def _quiet(picture: pygame.Surface, place: pygame.Rect, colour: Colour) -> None:
    """Let the network fade where the emblem stands, so that the one is not read as part of the other."""
    cloud = pygame.Surface((24, 12), pygame.SRCALPHA)
    for x in range(24):
        for y in range(12):
            far = math.hypot((x - 11.5) / 12, (y - 7.5) / 9)
            cloud.set_at((x, y), (*colour, round(235 * max(0.0, min(1.0, 1.5 - 1.5 * far)))))
    area = place.inflate(place.width // 4, place.height // 2)
    picture.blit(pygame.transform.smoothscale(cloud, area.size), area)


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
            if math.hypot(x2 - x, y2 - y) < reach and _share(seed + rank * 4099 + other) < 0.24:
                ends = ((x * finer, y * finer), (x2 * finer, y2 * finer))
                pygame.draw.line(target, (*colour, 72), *ends, max(1, round(scale * finer * 0.8)))
