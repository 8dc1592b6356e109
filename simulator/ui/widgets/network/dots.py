"""Dots, rims and sparks of the map, drawn once and pasted thousands of times."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import ceil

import numpy as np
import pygame
from numpy.typing import NDArray

from simulator.play.presenters.network_rows import Standing
from simulator.ui.theme import Colour, Theme
from simulator.ui.widgets.controls import mixed

_RADII = {
    Standing.UNTOUCHED: 0.19,
    Standing.REACHED: 0.24,
    Standing.UNMOVED: 0.29,
    Standing.CALMED: 0.33,
    Standing.OUTRAGED: 0.42,
}
"""In spacings between dots. The louder the larger: a standing is told by its size and shape as well as its colour."""
_HOLLOW = {Standing.UNMOVED: 0.09, Standing.CALMED: 0.13}
"""Those who have heard and do not speak are rings, so wide."""
_FAME = (1.0, 1.25, 1.6)
_GLOW = 1.25
TRAIL = 14
PING = 8
_CLOSEST = 2.0


def colour_of(theme: Theme, standing: int) -> Colour:
    """The colour of a standing."""
    colours = {
        Standing.UNTOUCHED: mixed(theme.line_strong, theme.sunken, 0.55),
        Standing.REACHED: mixed(theme.muted, theme.sunken, 0.25),
        Standing.UNMOVED: theme.faint,
        Standing.CALMED: theme.calm,
        Standing.OUTRAGED: theme.hot,
    }
    return colours[standing]


class Stamps:
    """All that is pasted on a map whose dots stand `spacing` pixels apart.

    `dots` are by standing and fame, `trail` a spark from its head on, `ping` a ring that widens and fades.
    """

    def __init__(self, theme: Theme, spacing: float) -> None:
        spacing = self.spacing = max(_CLOSEST, spacing)
        self.dots = tuple(tuple(dot(theme, kind, spacing * fame) for fame in _FAME) for kind in sorted(_RADII))
        self.trail = tuple(_trail(theme, spacing, 1 - place / TRAIL) for place in range(TRAIL))
        self.ping = tuple(_ping(theme, spacing, (place + 1) / PING) for place in range(PING))


def dot(theme: Theme, standing: int, spacing: float) -> pygame.Surface:
    """One dot where they stand `spacing` pixels apart, in the middle of its surface."""
    radius = max(1.0, _RADII[standing] * spacing)
    colour = colour_of(theme, standing)
    reach = radius
    if standing == Standing.OUTRAGED:
        reach = _GLOW * spacing
    away = _distances(ceil(reach) + 1)
    cover = np.clip(radius + 0.5 - away, 0, 1)
    if standing in _HOLLOW:
        cover -= np.clip(radius - max(1.0, _HOLLOW[standing] * spacing) + 0.5 - away, 0, 1)
    if standing == Standing.OUTRAGED:
        cover = np.maximum(cover, 0.5 * np.clip(1 - away / reach, 0, 1) ** 1.8)
    return _stamped(colour, cover)


def _trail(theme: Theme, spacing: float, fading: float) -> pygame.Surface:
    radius = max(0.8, spacing * 0.36 * (0.3 + 0.7 * fading))
    away = _distances(ceil(radius * 2.2) + 1)
    cover = np.maximum(np.clip(radius + 0.5 - away, 0, 1), 0.45 * np.clip(1 - away / (radius * 2.2), 0, 1) ** 2)
    return _stamped(theme.notable, cover * fading**1.3)


def _ping(theme: Theme, spacing: float, share: float) -> pygame.Surface:
    radius = spacing * (0.4 + 1.3 * share)
    cover = np.clip(1.4 - np.abs(_distances(ceil(radius) + 2) - radius), 0, 1)
    return _stamped(theme.hot, cover * (1 - share) ** 0.8)


@dataclass(frozen=True, eq=False)
class Rim:
    """The pixels of a ring, clockwise from its top: columns, rows, and how much of each it covers (0..1)."""

    columns: NDArray[np.int64]
    rows: NDArray[np.int64]
    cover: NDArray[np.float64]

    def fill(self, pixels: NDArray[np.uint8], middle: tuple[int, int], share: float, colour: Colour) -> None:
        """Colour `share` (0..1) of the ring around `middle`, in `pixels` (width, height, 3)."""
        width, height = pixels.shape[:2]
        reach = int(self.rows.max(initial=0))
        if min(*middle, width - 1 - middle[0], height - 1 - middle[1]) < reach:
            return  # there is no room for it: the window is far too small for what it shows
        end = round(share * len(self.columns))
        columns, rows = self.columns[:end] + middle[0], self.rows[:end] + middle[1]
        cover = self.cover[:end, None]
        pixels[columns, rows] = (pixels[columns, rows] * (1 - cover) + np.array(colour) * cover).astype(np.uint8)


@lru_cache(maxsize=64)
def rim(radius: int, thickness: float) -> Rim:
    """A ring whose outer edge is `radius` pixels from its middle."""
    away = _distances(radius + 1)
    cover = np.clip(radius + 0.5 - away, 0, 1) - np.clip(radius - thickness + 0.5 - away, 0, 1)
    columns, rows = (cover > 0).nonzero()
    across, down = columns - radius - 1, rows - radius - 1
    order = np.argsort(np.arctan2(across, -down) % (2 * np.pi), kind="stable")
    return Rim(across[order], down[order], cover[columns, rows][order])


def _distances(reach: int) -> NDArray[np.float64]:
    across = np.arange(-reach, reach + 1)
    return np.hypot(across[:, None], across[None, :])


def _stamped(colour: Colour, cover: NDArray[np.float64]) -> pygame.Surface:
    surface = pygame.Surface(cover.shape, pygame.SRCALPHA)
    surface.fill((*colour, 0))
    alpha = pygame.surfarray.pixels_alpha(surface)
    alpha[:] = (255 * np.clip(cover, 0, 1)).astype(np.uint8)
    del alpha
    return surface
