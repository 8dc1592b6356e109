"""Who is in the audience: segments and temper of its users, on top of who follows whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from simulator.propagation import tables
from simulator.propagation.draws import drawn, users_in_all
from simulator.propagation.followers import Followers, written_out
from simulator.propagation.hashed import HashedFollowers
from simulator.propagation.parameters import SpreadParameters
from simulator.propagation.scatter import Scatter
from simulator.propagation.tables import TAIL_BITS, Whole
from simulator.propagation.tabulated import Tabulated

SEGMENTS = ("customers", "employees", "journalists", "influencers", "authorities", "public", "bots")

SMALLEST, LARGEST = 1_000, 1_000_000_000

_PROMINENT = ("journalists", "influencers")
_CODES = {name: code for code, name in enumerate(SEGMENTS)}


class Audience:
    """`size` users numbered from 0, their followers, segments and temper, all functions of (seed, user).

    `quotas` says how many users each segment has; those left over are the public. Journalists and influencers are
    the most followed users. Who follows whom is computed, so that memory and building time do not depend on `size`,
    from 1,000 to 1,000,000,000; or it is read from a `graph` of that size.

    Given many seeds, it is as many audiences of `size` users side by side: see `ManyRuns`.

    ValueError for a size outside this range or unlike the graph's, an unknown segment, or quotas that are negative
    or exceed the size.
    """

    def __init__(
        self,
        size: int,
        seed: int | Sequence[int],
        quotas: Mapping[str, int] | None = None,
        parameters: SpreadParameters | None = None,
        graph: Followers | None = None,
    ) -> None:
        self.size = size
        self.seed = seed
        self.parameters = parameters or SpreadParameters()
        self.quotas = _whole_quotas(size, quotas or {})
        self.graph = graph or HashedFollowers(size, seed, self.parameters)
        if self.graph.size != size:
            raise ValueError(f"a graph of {self.graph.size} users is none for an audience of {size}")
        self.cap = self.graph.cap
        self._tables = tables.load()
        self._draws = drawn(seed, size)
        self._prominent = sum(self.quotas[name] for name in _PROMINENT)
        self._among_prominent = Scatter.of(seed, "audience.prominent", self._prominent)
        self._among_others = Scatter.of(seed, "audience.others", size - self._prominent)
        self._ends = np.cumsum([self.quotas[name] for name in SEGMENTS if name not in _PROMINENT])
        self._other_codes = np.array([_CODES[name] for name in SEGMENTS if name not in _PROMINENT], np.uint8)
        self._segments = Tabulated(self._segment, users_in_all(seed, size))

    def degree(self, users: Whole) -> Whole:
        """How many followers each user has: at most `cap`."""
        return self.graph.degree(users)

    def follower(self, users: Whole, ranks: Whole) -> Whole:
        """The follower number `ranks` (from 0) of each user."""
        return self.graph.follower(users, ranks)

    def community(self, users: Whole) -> Whole:
        """The number of each user's community."""
        return self.graph.community(users)

    def segment(self, users: Whole) -> NDArray[np.uint8]:
        """The segment of each user, as a place in SEGMENTS."""
        return self._segments(users)

    def _segment(self, users: Whole) -> NDArray[np.uint8]:
        order = self.graph.place(users)
        _, runs = self._draws.split(users)
        place = self._among_others.forward(np.maximum(order - self._prominent, 0), runs)
        codes = self._other_codes[np.searchsorted(self._ends, place, side="right")]
        if self._prominent:
            top = (order < self._prominent).nonzero()[0]
            runs = None if runs is None else runs[top]
            journalists = self._among_prominent.forward(order[top], runs) < self.quotas["journalists"]
            codes[top] = np.where(journalists, _CODES["journalists"], _CODES["influencers"])
        return codes

    def members(self, segment: str, places: Whole) -> Whole:
        """The users of a segment, by their places 0..quota-1 in it; of one seed's audience."""
        first = 0
        for name in SEGMENTS:
            if name == segment:
                break
            if (name in _PROMINENT) == (segment in _PROMINENT):
                first += self.quotas[name]
        if segment in _PROMINENT:
            return self.graph.at_place(self._among_prominent.backward(places + first))
        return self.graph.at_place(self._among_others.backward(places + first) + self._prominent)

    def susceptibility(self, users: Whole) -> Whole:
        """How easily each user is outraged, in 2^-32 of the most susceptible: Beta(1, b)."""
        return self._tables.susceptibility.at(self._draws.bits("susceptibility", users))

    def activity(self, users: Whole) -> Whole:
        """How much each user posts, in 2^-16, 1 on average: log-normal."""
        tail = self._draws.bits("activity", users) >> np.uint64(64 - TAIL_BITS)
        return self._tables.activity.at(tail.astype(np.int64) | 1)

    def to_csr(self) -> tuple[Whole, Whole]:
        """The audience's links written out: see `written_out`. For small audiences: 26 links a user."""
        return written_out(self.graph)


def _whole_quotas(size: int, quotas: Mapping[str, int]) -> dict[str, int]:
    if not SMALLEST <= size <= LARGEST:
        raise ValueError(f"an audience has from {SMALLEST} to {LARGEST} users, not {size}")
    unknown = set(quotas) - set(SEGMENTS)
    if unknown:
        raise ValueError(f"unknown audience segments: {', '.join(sorted(unknown))}")
    whole = {name: int(quotas.get(name, 0)) for name in SEGMENTS}
    left = size - sum(whole.values())
    if left < 0 or min(whole.values()) < 0:
        raise ValueError(f"segments of {sum(whole.values())} users do not fit an audience of {size}")
    whole["public"] += left
    return whole
