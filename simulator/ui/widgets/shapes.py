"""Anti-aliased shapes: rounded boxes with real shadows, rings, triangles and curves, drawn large and reduced.

Boxes are kept as nine patches, so that a box of any size costs one small drawing, made once.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

import pygame

from simulator.ui.theme import Colour
from simulator.ui.widgets.strokes import ribbon

_FINER = 4
Position = tuple[float, float]


@lru_cache(maxsize=600)
def _patch(radius: int, fill: Colour | None, edge: Colour | None, edge_width: float, opacity: int) -> pygame.Surface:
    """A rounded square of side 2 × radius + 2; its middle row and column can be stretched."""
    side = 2 * radius + 2
    large = pygame.Surface((side * _FINER, side * _FINER), pygame.SRCALPHA)
    base = fill or edge or (0, 0, 0)
    large.fill((*base, 0))
    box = large.get_rect()
    corner = radius * _FINER
    if edge:
        pygame.draw.rect(large, (*edge, opacity), box, border_radius=corner)
        inset = max(1, round(edge_width * _FINER))
        inner = box.inflate(-2 * inset, -2 * inset)
        inside = (*(fill or edge), opacity if fill else 0)
        pygame.draw.rect(large, inside, inner, border_radius=max(0, corner - inset))
    elif fill:
        pygame.draw.rect(large, (*fill, opacity), box, border_radius=corner)
    return pygame.transform.smoothscale(large, (side, side))


@lru_cache(maxsize=40)
def _shadow_patch(radius: int, blur: int, colour: Colour, opacity: int) -> pygame.Surface:
    side = 2 * (radius + 2 * blur) + 2
    surface = pygame.Surface((side, side), pygame.SRCALPHA)
    surface.fill((*colour, 0))
    pygame.draw.rect(
        surface, (*colour, opacity), surface.get_rect().inflate(-2 * blur, -2 * blur), border_radius=radius
    )
    return pygame.transform.gaussian_blur(surface, max(1, blur // 2))


def _stretch(target: pygame.Surface, patch: pygame.Surface, box: pygame.Rect) -> None:
    """`patch` over `box`: corners as they are, edges and middle stretched."""
    half = (patch.get_width() - 2) // 2
    across, down = min(half, box.width // 2), min(half, box.height // 2)
    columns = ((0, across, box.left, across), (half, 1, box.left + across, box.width - 2 * across),
               (patch.get_width() - across, across, box.right - across, across))  # fmt: skip
    rows = ((0, down, box.top, down), (half, 1, box.top + down, box.height - 2 * down),
            (patch.get_height() - down, down, box.bottom - down, down))  # fmt: skip
    for left, width, x, new_width in columns:
        for top, height, y, new_height in rows:
            if new_width <= 0 or new_height <= 0 or width <= 0 or height <= 0:
                continue
            part = patch.subsurface((left, top, width, height))
            if (width, height) != (new_width, new_height):
                part = pygame.transform.scale(part, (new_width, new_height))
            target.blit(part, (x, y))


def box(
    target: pygame.Surface,
    area: pygame.Rect,
    radius: int,
    fill: Colour | None,
    edge: Colour | None = None,
    edge_width: float = 1.0,
    opacity: int = 255,
) -> None:
    """A rounded box; `radius` is cut to half of its shorter side, `opacity` is 0..255."""
    radius = max(1, min(radius, area.width // 2, area.height // 2))
    _stretch(target, _patch(radius, fill, edge, edge_width, opacity), area)


def shadow(target: pygame.Surface, area: pygame.Rect, radius: int, blur: int, colour: Colour, opacity: int) -> None:
    """A soft shadow that reaches `blur` pixels around `area`."""
    grown = area.inflate(2 * blur, 2 * blur)
    limit = min(grown.width, grown.height) // 2 - 2 * blur
    _stretch(target, _shadow_patch(max(1, min(radius, limit)), blur, colour, opacity), grown)


@lru_cache(maxsize=200)
def ring(diameter: int, thickness: int, share: float, colour: Colour, track: Colour) -> pygame.Surface:
    """A ring filled clockwise from the top to `share` (0..1), its ends round."""
    side = diameter * _FINER
    large = pygame.Surface((side, side), pygame.SRCALPHA)
    middle, band = side / 2, thickness * _FINER
    large.fill((*track, 0))
    pygame.draw.circle(large, track, (middle, middle), middle)
    reach = middle - band / 2
    steps = max(2, round(math.pi * side * share / _FINER))
    for step in range(steps + 1 if share > 0 else 0):
        angle = 2 * math.pi * share * step / steps
        spot = (middle + reach * math.sin(angle), middle - reach * math.cos(angle))
        pygame.draw.circle(large, colour, spot, band / 2)
    hole = pygame.Surface((side, side), pygame.SRCALPHA)
    hole.fill((255, 255, 255, 255))
    pygame.draw.circle(hole, (255, 255, 255, 0), (middle, middle), middle - band)
    large.blit(hole, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    return pygame.transform.smoothscale(large, (diameter, diameter))


@lru_cache(maxsize=300)
def polygon(size: tuple[int, int], corners: tuple[Position, ...], colour: Colour, hollow: float = 0) -> pygame.Surface:
    """A polygon whose `corners` are shares (0..1) of `size`; `hollow` is the outline's width, 0 is filled."""
    large = pygame.Surface((size[0] * _FINER, size[1] * _FINER), pygame.SRCALPHA)
    large.fill((*colour, 0))
    inset = hollow * _FINER / 2
    points = [
        (inset + x * (large.get_width() - 1 - 2 * inset), inset + y * (large.get_height() - 1 - 2 * inset))
        for x, y in corners
    ]
    pygame.draw.polygon(large, colour, points, round(hollow * _FINER))
    return pygame.transform.smoothscale(large, size)


UP: tuple[Position, ...] = ((0.5, 0.04), (1, 0.92), (0, 0.92))
DOWN: tuple[Position, ...] = ((0, 0.08), (1, 0.08), (0.5, 0.96))
DIAMOND: tuple[Position, ...] = ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5))


@lru_cache(maxsize=200)
def disc(diameter: int, colour: Colour) -> pygame.Surface:
    large = pygame.Surface((diameter * _FINER, diameter * _FINER), pygame.SRCALPHA)
    large.fill((*colour, 0))
    pygame.draw.circle(large, colour, (diameter * _FINER / 2,) * 2, diameter * _FINER / 2)
    return pygame.transform.smoothscale(large, (diameter, diameter))


def curve(
    size: tuple[int, int],
    points: Sequence[Position],
    colour: Colour,
    width: float,
    fill_opacity: int = 0,
) -> pygame.Surface:
    """A line through `points` (pixels of `size`), with the area under it filled and faded towards the bottom."""
    finer = 3 if size[0] < 1600 else 2
    large = pygame.Surface((size[0] * finer, size[1] * finer), pygame.SRCALPHA)
    large.fill((*colour, 0))
    fine = [(x * finer, y * finer) for x, y in points]
    if len(fine) < 2:
        return pygame.transform.smoothscale(large, size)
    if fill_opacity:
        bottom = large.get_height()
        pygame.draw.polygon(large, (*colour, 255), [(fine[0][0], bottom), *fine, (fine[-1][0], bottom)])
        large.blit(_fade(large.get_size(), fill_opacity), (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    ribbon(large, (*colour, 255), fine, max(1.0, width * finer))
    return pygame.transform.smoothscale(large, size)


@lru_cache(maxsize=12)
def _fade(size: tuple[int, int], opacity: int) -> pygame.Surface:
    column = pygame.Surface((1, 2), pygame.SRCALPHA)
    column.set_at((0, 0), (255, 255, 255, opacity))
    column.set_at((0, 1), (255, 255, 255, opacity // 6))
    return pygame.transform.smoothscale(column, size)


def rising(size: tuple[int, int], colour: Colour) -> pygame.Surface:
    """`colour`, from nothing at the top to all of it at the bottom."""
    column = pygame.Surface((1, 8), pygame.SRCALPHA)
    for row in range(8):
        column.set_at((0, row), (*colour, round(255 * (row / 7) ** 1.4)))
    return pygame.transform.smoothscale(column, size)


def receding(size: tuple[int, int], colour: Colour) -> pygame.Surface:
    """`colour`, nearly all of it at the left and nothing at the right."""
    row = pygame.Surface((8, 1), pygame.SRCALPHA)
    for column in range(8):
        row.set_at((column, 0), (*colour, round(225 * (1 - column / 7) ** 1.2)))
    return pygame.transform.smoothscale(row, size)


@lru_cache(maxsize=40)
def gradient(size: tuple[int, int], start: Colour, end: Colour) -> pygame.Surface:
    """From `start` on the left to `end` on the right."""
    pair = pygame.Surface((2, 2))
    for row in (0, 1):
        pair.set_at((0, row), start)
        pair.set_at((1, row), end)
    return pygame.transform.smoothscale(pair, size)


def area(size: tuple[int, int], corners: tuple[Position, ...], colour: Colour, opacity: int) -> pygame.Surface:
    """A see-through area between `corners`, in pixels of `size`."""
    finer = 2
    large = pygame.Surface((size[0] * finer, size[1] * finer), pygame.SRCALPHA)
    large.fill((*colour, 0))
    if len(corners) > 2:
        pygame.draw.polygon(large, (*colour, opacity), [(x * finer, y * finer) for x, y in corners])
    return pygame.transform.smoothscale(large, size)
