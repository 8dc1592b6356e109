"""The communities of a map: each segment in as many as can be told apart, the same people in each across segments."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import cast

import numpy as np
from numpy.typing import NDArray

from simulator.propagation.audience import SEGMENTS, Audience
from simulator.propagation.sample import Sample
from simulator.propagation.tables import Whole
from simulator.scenario.base import Segment

IDS = cast(tuple[Segment, ...], SEGMENTS)
"""The segments as a scenario names them, by their place."""
MOST = 12
"""Communities that a segment is divided into at most: more would be too small to see."""
_NODES_OF_ONE = 300
"""A segment of fewer nodes stays in one piece."""


@dataclass(frozen=True)
class Community:
    """Users of one segment who follow each other more than others do.

    `number` from 1 tells them apart, 0 where the segment is one community. `users` is how many there are in the
    audience, `nodes` where those who stand for them lie on the map.
    """

    segment: Segment
    number: int
    users: int
    nodes: range


class Communities:
    """The communities of an audience, and to which each user belongs.

    The audience has a community for each 500 users, too many to look at: neighbours are taken together, MOST at most.
    Community 3 of the customers and community 3 of the public are the customers and the public of the same ones.
    """

    def __init__(self, audience: Audience, sample: Sample) -> None:
        self._audience = audience
        everyone = np.arange(audience.size, dtype=np.int64)
        numbers = audience.community(everyone)
        self._parts = min(MOST, int(numbers.max()) + 1)
        self._whole = int(numbers.max()) + 1
        nodes = np.bincount(sample.segments, minlength=len(SEGMENTS))
        divided = nodes >= _NODES_OF_ONE
        self._first = np.cumsum([0, *np.where(divided, self._parts, 1)])
        self._divided = divided
        self.of_user: NDArray[np.uint8] = self._places(audience.segment(everyone), numbers)
        """The place of each user's community in `all`."""
        self.of_node = self._places(sample.segments, sample.communities)
        self.order = np.argsort(self.of_node, kind="stable")
        """The nodes of the sample, community by community, the most followed of each first."""
        self._counted = np.bincount(self.of_node, minlength=int(self._first[-1]))

    @cached_property
    def all(self) -> tuple[Community, ...]:
        """Every community, segment by segment."""
        users = np.bincount(self.of_user, minlength=int(self._first[-1])).tolist()
        ends = self._counted.cumsum().tolist()
        starts = [0, *ends[:-1]]
        return tuple(
            Community(segment, part + 1 if self._divided[code] else 0, users[place], range(starts[place], ends[place]))
            for code, segment in enumerate(IDS)
            for part, place in enumerate(range(int(self._first[code]), int(self._first[code + 1])))
        )

    def _places(self, segments: NDArray[np.uint8], numbers: Whole) -> NDArray[np.uint8]:
        parts = np.where(self._divided[segments], numbers * self._parts // self._whole, 0)
        return (self._first[segments] + parts).astype(np.uint8)
