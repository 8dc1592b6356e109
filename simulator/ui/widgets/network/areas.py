"""How the room of the map is shared among the segments: until the dots of all of them stand equally close."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

import numpy as np
import pygame

Tree = str | tuple[bool, tuple["Tree", ...]]
"""A segment, or parts that stand side by side (True) or one under another (False)."""

_FEW = ("journalists", "influencers", "employees", "authorities", "bots")
_COMPOSITIONS: tuple[Tree, ...] = (
    (True, ("customers", (False, ((True, _FEW[:2]), (True, _FEW[2:4]), _FEW[4])), "public")),
    (True, ("customers", (False, ((True, _FEW[:3]), (True, _FEW[3:]))), "public")),
    (False, ((True, ("customers", "public")), (True, _FEW))),
    (False, ("customers", (True, _FEW), "public")),
    (False, ("customers", (True, _FEW[:3]), (True, _FEW[3:]), "public")),
)
"""Those who are served, the public, and between or under them the few whom all look at: the first is preferred."""
_PREFERRED = 1.08
_ROUNDS = 16
_STEP = 0.7
_LEGIBLE = 6
"""How much a label that is cut short counts against a composition: as a power of what is left of it."""


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
    """A share of `size` pixels for each of `asks`, in the composition that leaves the closest dots furthest apart.

    `label` pixels are kept for a label over the discs, `gap` between areas, `pad` inside of them.
    """
    by_name = {ask.name: ask for ask in asks}
    best: tuple[float, dict[str, Share]] = (-1.0, {})
    for rank, composition in enumerate(_COMPOSITIONS):
        tree = _of(composition, by_name)
        if tree is None:
            continue
        weights = {ask.name: ask.discs * ask.radius**2 for ask in asks}
        for _ in range(_ROUNDS):
            found = {
                name: _share(by_name[name], area, label, pad)
                for name, area in _areas(tree, pygame.Rect((0, 0), size), weights, by_name, gap)
            }
            worth = min(
                share.spacing * min(1.0, share.area.width / max(by_name[name].label, 1)) ** _LEGIBLE
                for name, share in found.items()
            )
            worth *= 1.0 if rank else _PREFERRED
            if worth > best[0]:
                best = (worth, found)
            middle = float(np.median([share.spacing for share in found.values()]))
            for name, share in found.items():
                short = max(middle / max(share.spacing, 0.1), by_name[name].label / max(share.area.width, 1))
                weights[name] *= max(0.6, min(1.7, short)) ** _STEP
    return best[1]


def _of(tree: Tree, known: Mapping[str, Ask]) -> Tree | None:
    """`tree` without the segments that nobody belongs to."""
    if isinstance(tree, str):
        return tree if tree in known else None
    parts = tuple(part for one in tree[1] if (part := _of(one, known)) is not None)
    return (tree[0], parts) if parts else None


def _areas(
    tree: Tree, area: pygame.Rect, weights: Mapping[str, float], known: Mapping[str, Ask], gap: int
) -> Iterator[tuple[str, pygame.Rect]]:
    """`area` cut as `tree` says, each part as large as the weights of its segments, but no label cut short."""
    if isinstance(tree, str):
        yield tree, area
        return
    across, parts = tree
    shares = [sum(weights[name] for name in _names(part)) for part in parts]
    least = [_least(part, known, gap) if across else 0 for part in parts]
    for part, place in zip(parts, _cut(area, shares, least, gap, across), strict=True):
        yield from _areas(part, place, weights, known, gap)


def _least(tree: Tree, known: Mapping[str, Ask], gap: int) -> int:
    """Pixels across in which no label of `tree` is cut short."""
    if isinstance(tree, str):
        return known[tree].label
    across, parts = tree
    widths = [_least(part, known, gap) for part in parts]
    return sum(widths) + gap * (len(widths) - 1) if across else max(widths)


def _names(tree: Tree) -> Iterator[str]:
    if isinstance(tree, str):
        yield tree
    else:
        for part in tree[1]:
            yield from _names(part)


def _share(ask: Ask, area: pygame.Rect, label: int, pad: int) -> Share:
    inner = pygame.Rect(area.x, area.y + label, area.width, area.height - label).inflate(-pad, -pad)
    inner.size = max(1, inner.width), max(1, inner.height)
    middles, radius = _rows(ask.discs, inner)
    return Share(area, middles, radius / ask.radius)


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


def _cut(area: pygame.Rect, shares: Sequence[float], least: Sequence[int], gap: int, across: bool) -> list[pygame.Rect]:
    """`area` cut side by side (or one under another): each part as its share, but its least as far as there is room."""
    room = max(1, (area.width if across else area.height) - gap * (len(shares) - 1))
    lengths = _lengths(room, shares, least)
    parts, start = [], 0
    ends = np.round(np.cumsum(lengths)).astype(int).tolist()
    for place, end in enumerate(ends):
        at = start + place * gap
        if across:
            parts.append(pygame.Rect(area.x + at, area.y, end - start, area.height))
        else:
            parts.append(pygame.Rect(area.x, area.y + at, area.width, end - start))
        start = end
    return parts


def _lengths(room: int, shares: Sequence[float], least: Sequence[int]) -> list[float]:
    fixed: dict[int, float] = {}
    scale = min(1.0, room / max(1, sum(least)))
    while True:
        left = room - sum(fixed.values())
        free = [place for place in range(len(shares)) if place not in fixed]
        total = sum(shares[place] for place in free) or 1.0
        lengths = {place: left * shares[place] / total for place in free}
        short = [place for place in free if lengths[place] < least[place] * scale - 1e-6]
        if not short:
            return [fixed[place] if place in fixed else lengths[place] for place in range(len(shares))]
        fixed.update({place: least[place] * scale for place in short})
