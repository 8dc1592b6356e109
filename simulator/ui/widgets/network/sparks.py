"""Reshares on their way over the map: each leaves its source at its time, and lights whom it reaches."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, sin

import numpy as np
import pygame
from numpy.typing import NDArray

from simulator.play.presenters.network_rows import Hop
from simulator.ui.widgets.network.dots import PING, TRAIL, Stamps
from simulator.ui.widgets.network.places import GOLDEN, Places

LONGEST = 1.1
"""Seconds that a reshare is on its way at most."""
_PING_SECONDS = 0.45
_BEND = 0.16
_APART = 0.42
"""Spacings of dots between the stamps of a trail, and no more than such a share of the way."""
_TRAIL_SHARE = 0.02
_MOST = 240
"""On their way at a time; of more, the oldest arrive at once."""
Blits = list[tuple[pygame.Surface, tuple[float, float]]]


class Sparks:
    """What is on its way. `places` is where everything stands; another map forgets them all."""

    def __init__(self) -> None:
        self.time = 0.0
        self._ways = np.empty((0, 8))
        """A row each: start, length in seconds, from x, y, over x, y, to x, y."""
        self._nodes = np.empty(0, np.int64)
        self._pairs = np.empty((0, 2), np.int64)

    def forget(self) -> None:
        """Nothing is on its way any more."""
        self._ways, self._nodes, self._pairs = np.empty((0, 8)), np.empty(0, np.int64), np.empty((0, 2), np.int64)

    @property
    def moving(self) -> bool:
        """Whether anything is."""
        return bool(len(self._ways))

    def send(self, hops: Sequence[Hop], places: Places, seconds: float) -> None:
        """Let `hops` leave one after the other within `seconds`."""
        if not hops:
            return
        way = min(LONGEST, max(0.25, seconds * 0.6))
        gap = max(0.0, seconds - way) / len(hops)
        rows, nodes, pairs = [], [], []
        for rank, hop in enumerate(hops):
            to = _place(places, hop.node, hop.community, rank)
            start = to if hop.source_community is None else _place(places, hop.source, hop.source_community, rank + 7)
            bend = _BEND if rank % 2 else -_BEND
            over = (start + to) / 2 + np.array([-(to - start)[1], (to - start)[0]]) * bend
            rows.append((self.time + rank * gap, way if hop.source_community is not None else 0.05, *start, *over, *to))
            nodes.append(-1 if hop.node is None else hop.node)
            pairs.append((-1 if hop.source_community is None else hop.source_community, hop.community))
        self._ways = np.concatenate([self._ways, np.array(rows)])[-_MOST:]
        self._nodes = np.concatenate([self._nodes, np.array(nodes, np.int64)])[-_MOST:]
        self._pairs = np.concatenate([self._pairs, np.array(pairs, np.int64)])[-_MOST:]

    def pass_time(self, seconds: float) -> None:
        """Move on, and forget those that arrived and have faded."""
        self.time += seconds
        if len(self._ways):
            kept = self._ways[:, 0] + self._ways[:, 1] + _PING_SECONDS > self.time
            if not kept.all():
                self._ways, self._nodes, self._pairs = self._ways[kept], self._nodes[kept], self._pairs[kept]

    def arrivals(self) -> list[tuple[int, float]]:
        """The nodes that something is on its way to, and when it will be there."""
        at = self._ways[:, 0] + self._ways[:, 1]
        coming = ((at > self.time) & (self._nodes >= 0)).nonzero()[0]
        return list(zip(self._nodes[coming].tolist(), at[coming].tolist(), strict=True))

    def blits(self, stamps: Stamps, chosen: int | None) -> Blits:
        """What is to be pasted now; of the community `chosen` alone, if one is."""
        if not len(self._ways):
            return []
        ways, nodes = self._ways, self._nodes
        if chosen is not None:
            of_it = (self._pairs == chosen).any(axis=1)
            ways, nodes = ways[of_it], nodes[of_it]
        share = (self.time - ways[:, 0]) / ways[:, 1]
        under_way = ((share > 0) & (share < 1)).nonzero()[0]
        found = self._trails(ways[under_way], share[under_way], stamps)
        since = (self.time - ways[:, 0] - ways[:, 1]) / _PING_SECONDS
        arrived = ((since >= 0) & (since < 1) & (nodes >= 0)).nonzero()[0]
        rings = stamps.ping
        for place in arrived.tolist():
            ring = rings[int(since[place] * PING)]
            half = ring.get_width() // 2
            found.append((ring, (round(ways[place, 6]) - half, round(ways[place, 7]) - half)))
        return found

    def _trails(self, ways: NDArray[np.float64], share: NDArray[np.float64], stamps: Stamps) -> Blits:
        found: Blits = []
        length = np.hypot(*(ways[:, 6:8] - ways[:, 2:4]).T)
        step = np.minimum(_TRAIL_SHARE, _APART * stamps.spacing / np.maximum(length, 1))
        for place in range(TRAIL - 1, -1, -1):
            at = np.clip(share * share * (3 - 2 * share) - place * step, 0, 1)[:, None]
            where = (1 - at) ** 2 * ways[:, 2:4] + 2 * at * (1 - at) * ways[:, 4:6] + at**2 * ways[:, 6:8]
            corners = np.round(where - stamps.trail[place].get_width() // 2).astype(int).tolist()
            found.extend((stamps.trail[place], (x, y)) for x, y in corners)
        return found


def _place(places: Places, node: int | None, community: int, rank: int) -> NDArray[np.float64]:
    """Where somebody stands: on their node, or somewhere in their community."""
    if node is not None:
        stands: NDArray[np.float64] = places.nodes[node]
        return stands
    away = places.radii[community] * (0.25 + 0.5 * (rank * 0.618 % 1))
    somewhere: NDArray[np.float64] = places.discs[community] + away * np.array([cos(rank * GOLDEN), sin(rank * GOLDEN)])
    return somewhere
