"""Where everything stands on the map: a function of how many nodes there are and of the room, and of nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin, sqrt

import numpy as np
import pygame
from numpy.typing import NDArray

from simulator.play.presenters.network_rows import NetworkGround
from simulator.ui.widgets.network.areas import Ask, shared

GOLDEN = pi * (3 - sqrt(5))
_PACKED = 0.56
"""Radius of a sunflower of n seeds a spacing apart, over sqrt(n): a seed for each square of the spacing."""
_RIM = 1.0
"""Spacings between the outermost dots and the rim of their disc."""
_LOOSEST = 1.3
"""Where a segment has room, its dots stand further apart than the closest, up to so much."""
_AIR = 0.7
"""Further spacings kept free around a disc."""


@dataclass(frozen=True, eq=False)
class Places:
    """Pixels of the map's surface. `nodes` (nodes, 2) and `discs` (communities, 2) are middles, `radii` those of discs.

    `segments` are the areas of the segments, their label on top; `spacing` lies between dots.
    """

    nodes: NDArray[np.float64]
    discs: NDArray[np.float64]
    radii: NDArray[np.float64]
    segments: tuple[pygame.Rect, ...]
    spacing: float


def placed(
    ground: NetworkGround, size: tuple[int, int], label: int, gap: int, pad: int, labels: Sequence[int]
) -> Places:
    """The map of `ground` on `size` pixels.

    Labels are `label` pixels high and `labels` wide, the segments `gap` apart, and `pad` kept free inside of each.
    """
    counts = np.array([len(one.nodes) for one in ground.communities], float)
    needed = _PACKED * np.sqrt(counts) + _RIM
    asks = [
        Ask(one.segment_id, len(one.communities), max(float(needed[place]) for place in one.communities) + _AIR, wide)
        for one, wide in zip(ground.segments, labels, strict=True)
    ]
    shares = shared(asks, size, label, gap, pad)
    spacing = min(share.spacing for share in shares.values())
    discs, radii = np.zeros((len(counts), 2)), np.zeros(len(counts))
    nodes = np.zeros((int(counts.sum()), 2))
    for ask, segment in zip(asks, ground.segments, strict=True):
        share = shares[segment.segment_id]
        apart = min(share.spacing, spacing * _LOOSEST)
        for place, middle in zip(segment.communities, share.middles, strict=True):
            free = share.spacing * ask.radius - (needed[place] + _AIR) * apart
            discs[place] = np.add(middle, _aside(place, free)) if len(segment.communities) > 1 else middle
            radii[place] = needed[place] * apart
            own = ground.communities[place].nodes
            rank = np.arange(len(own))
            away, angle = _PACKED * apart * np.sqrt(rank + 0.5), rank * GOLDEN
            nodes[own.start : own.stop] = discs[place] + np.stack([away * np.cos(angle), away * np.sin(angle)], 1)
    areas = tuple(shares[one.segment_id].area for one in ground.segments)
    return Places(nodes, discs, radii, areas, spacing)


def _aside(place: int, free: float) -> tuple[float, float]:
    """A little out of line, as far as there is room: communities are no crates."""
    return free * cos(place * GOLDEN * 2.1), free * sin(place * GOLDEN * 2.1)
