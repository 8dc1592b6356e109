"""How the room of the map is shared among the segments: until the dots of all of them stand equally close."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

import numpy as np
import pygame

COLUMNS: tuple[tuple[str, ...], ...] = (
    ("customers",),
    ("journalists", "influencers", "employees", "authorities", "bots"),
    ("public",),
)
"""Those who are served on the left, the public on the right, and between them the few whom all look at."""
_ROUNDS = 20
_STEP = 0.7


@dataclass(frozen=True)
class Ask:
    """What a segment asks for: `discs` discs, the largest `radius` spacings of its dots wide, a label's width."""

    name: str
    discs: int
    radius: float
    label: int


@dataclass(frozen=True)
class Share:
    """What it gets: its `area` with the label, the middles of its discs, and the spacing for which they have room."""

    area: pygame.Rect
    middles: tuple[tuple[float, float], ...]
    spacing: float


def shared(asks: Sequence[Ask], size: tuple[int, int], label: int, gap: int, pad: int) -> dict[str, Share]:
    """A share of `size` pixels for each of `asks`: columns where the room is wide, else rows one under another.

    `label` pixels are kept for a label over the discs, `gap` between areas, `pad` inside of them.
    """
    by_name = {ask.name: ask for ask in asks}
    columns = [[by_name[name] for name in column if name in by_name] for column in COLUMNS]
    best: tuple[float, dict[str, Share]] = (-1.0, {})
    for beside in (1, 2, 3):
        weights = {ask.name: ask.discs * ask.radius**2 for ask in asks}
        for _ in range(_ROUNDS):
            found = _cut_up([column for column in columns if column], weights, size, (label, gap, pad), beside)
            worth = min(
                share.spacing * min(1.0, share.area.width / max(by_name[name].label, 1)) ** 2
                for name, share in found.items()
            )
            if worth > best[0]:
                best = (worth, found)
            middle = float(np.median([share.spacing for share in found.values()]))
            for name, share in found.items():
                short = max(middle / max(share.spacing, 0.1), by_name[name].label / max(share.area.width, 1))
                weights[name] *= max(0.6, min(1.7, short)) ** _STEP
    return best[1]


def _cut_up(
    columns: list[list[Ask]], weights: dict[str, float], size: tuple[int, int], kept: tuple[int, int, int], beside: int
) -> dict[str, Share]:
    label, gap, pad = kept
    wide = size[0] >= size[1]
    found: dict[str, Share] = {}
    totals = [sum(weights[ask.name] for ask in column) for column in columns]
    for column, part in zip(columns, _cut(pygame.Rect((0, 0), size), totals, gap, wide), strict=True):
        strips = [column[start : start + beside] for start in range(0, len(column), beside)]
        across = [sum(weights[ask.name] for ask in strip) for strip in strips]
        for strip, band in zip(strips, _cut(part, across, gap, False), strict=True):
            for ask, place in zip(strip, _cut(band, [weights[ask.name] for ask in strip], gap, True), strict=True):
                inner = pygame.Rect(place.x, place.y + label, place.width, place.height - label).inflate(-pad, -pad)
                inner.size = max(1, inner.width), max(1, inner.height)
                middles, radius = _rows(ask.discs, inner)
                found[ask.name] = Share(place, middles, radius / ask.radius)
    return found


def _rows(count: int, area: pygame.Rect) -> tuple[tuple[tuple[float, float], ...], float]:
    """The middles of `count` discs as large as can be in `area`, and their radius; odd rows may be pushed aside."""
    best = (0.0, 1, 0.0)
    for columns in range(1, count + 1):
        rows = ceil(count / columns)
        for pushed in (0.0, 0.5) if rows > 1 and columns > 1 else (0.0,):
            radius = min(
                area.width / (columns + pushed) / 2, area.height / (1 + (rows - 1) * (0.88 if pushed else 1.0)) / 2
            )
            best = max(best, (radius, columns, pushed))
    radius, columns, pushed = best
    rows = ceil(count / columns)
    step = area.width / (columns + pushed)
    down = (area.height - 2 * radius) / max(rows - 1, 1)
    top = area.y + radius if rows > 1 else area.centery
    middles = []
    for place in range(count):
        row, column = divmod(place, columns)
        short = columns - min(columns, count - row * columns)
        middles.append((area.x + step * (0.5 + column + (pushed if row % 2 else 0.0) + short / 2), top + row * down))
    return tuple(middles), radius


def _cut(area: pygame.Rect, shares: Sequence[float], gap: int, across: bool) -> list[pygame.Rect]:
    """`area` cut side by side (or one under another), each part as large as its share."""
    length = (area.width if across else area.height) - gap * (len(shares) - 1)
    ends = np.concatenate([[0.0], np.cumsum(shares)]) / sum(shares) * length
    parts = []
    for place, (start, end) in enumerate(pairwise(np.round(ends).astype(int).tolist())):
        if across:
            parts.append(pygame.Rect(area.x + start + place * gap, area.y, end - start, area.height))
        else:
            parts.append(pygame.Rect(area.x, area.y + start + place * gap, area.width, end - start))
    return parts
