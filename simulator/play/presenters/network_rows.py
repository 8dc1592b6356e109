"""What the map of the audience shows, as rows ready to draw and to read: no engine behind them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulator.play.network import Hop
from simulator.propagation.chronicle import Standing

__all__ = ["CommunityGround", "HeatRow", "Hop", "NetworkGround", "NetworkView", "SegmentGround", "Standing"]


@dataclass(frozen=True)
class CommunityGround:
    """A community as it stays: its `name` in full, the place of its `segment`, and which nodes are its own."""

    key: str
    name: str
    segment: int
    nodes: range


@dataclass(frozen=True)
class SegmentGround:
    """A segment as it stays: its name, and the places of its communities."""

    segment_id: str
    name: str
    communities: range


@dataclass(frozen=True, eq=False)
class NetworkGround:
    """What of the map never changes in a run. Nodes are numbered community by community.

    `fame` (one a node) is 0 for most accounts, 1 for the well known, 2 for the most followed. `links` are (followed,
    follower). `legend` says what a node stands for.
    """

    segments: tuple[SegmentGround, ...]
    communities: tuple[CommunityGround, ...]
    fame: NDArray[np.uint8]
    links: tuple[tuple[int, int], ...]
    legend: str


@dataclass(frozen=True)
class HeatRow:
    """How outraged a segment or a community is, 0..100 as everywhere, and its arrow."""

    outrage: int
    arrow: int


@dataclass(frozen=True, eq=False)
class NetworkView:
    """The map once `minute` was over. `standings` (one a node): see Standing; they hold the run's own users.

    `communities` and `segments` go with those of the ground. `headline` says in words what is to be seen, `hottest`
    where most, `carriers` through whom.
    """

    minute: int
    clock: str
    standings: NDArray[np.uint8]
    hops: tuple[Hop, ...]
    communities: tuple[HeatRow, ...]
    segments: tuple[HeatRow, ...]
    headline: str
    hottest: str
    carriers: str

    @property
    def words(self) -> tuple[str, str, str]:
        """All that is told of the whole map, a sentence each; "" for what there is not."""
        return self.headline, self.hottest, self.carriers
