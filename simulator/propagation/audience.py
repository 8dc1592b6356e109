"""Who follows whom: an audience of any size, computed from a hash and never stored."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from simulator.chance import Chance
from simulator.propagation import tables
from simulator.propagation.parameters import SpreadParameters
from simulator.propagation.scatter import Scatter
from simulator.propagation.tables import TAIL_BITS, Whole

SEGMENTS = ("customers", "employees", "journalists", "influencers", "authorities", "public", "bots")

SMALLEST, LARGEST = 1_000, 1_000_000_000

_PROMINENT = ("journalists", "influencers")
_CODES = {name: code for code, name in enumerate(SEGMENTS)}
_DEGREE_BITS = 34
_PLACE_BITS = 34
_LOCAL_SHARE = 4


class Audience:
    """`size` users numbered from 0, their followers, segments and temper, all functions of (seed, user).

    `quotas` says how many users each segment has; those left over are the public. Journalists and influencers are
    the most followed users. Follower counts are the quantiles of a power law, so that every seed has the same
    hubs, on other users. Memory and building time do not depend on `size`, from 1,000 to 1,000,000,000.

    ValueError for a size outside this range, an unknown segment, or quotas that are negative or exceed the size.
    """

    def __init__(
        self,
        size: int,
        seed: int,
        quotas: Mapping[str, int] | None = None,
        parameters: SpreadParameters | None = None,
    ) -> None:
        self.size = size
        self.seed = seed
        self.parameters = parameters or SpreadParameters()
        self.quotas = _whole_quotas(size, quotas or {})
        self.cap = max(int(self.parameters.follower_cap * size), self.parameters.follower_minimum)
        self._tables = tables.load()
        self._chance = Chance(seed)
        self._prominent = sum(self.quotas[name] for name in _PROMINENT)
        self._communities = max(size // self.parameters.community_size, 1)
        self._homophily = round(self.parameters.homophily * (1 << 32))
        self._by_following = Scatter.drawn(self._chance, "audience.following", size)
        self._by_degree = Scatter.drawn(self._chance, "audience.degree", size)
        self._among_prominent = Scatter.drawn(self._chance, "audience.prominent", self._prominent)
        self._among_others = Scatter.drawn(self._chance, "audience.others", size - self._prominent)
        self._ends = np.cumsum([self.quotas[name] for name in SEGMENTS if name not in _PROMINENT])
        self._other_codes = np.array([_CODES[name] for name in SEGMENTS if name not in _PROMINENT], np.uint8)

    def degree(self, users: Whole) -> Whole:
        """How many followers each user has: from the parameters' minimum to `cap`."""
        order = self._by_degree.backward(users)
        jitter = (self._chance.bits("degree", users) >> np.uint64(64 - _DEGREE_BITS)).astype(np.uint64)
        tail = ((order.astype(np.uint64) << np.uint64(_DEGREE_BITS)) | jitter) // np.uint64(self.size)
        return self._followers_at(tail.astype(np.int64) << (TAIL_BITS - _DEGREE_BITS) | 1)

    def follower(self, users: Whole, ranks: Whole) -> Whole:
        """The follower number `ranks` (from 0) of each user: users who follow more are found more often.

        With the probability `homophily` a follower belongs to the user's own community, except beyond as many
        ranks as a quarter of it: a hub is known everywhere. One user may stand at two ranks.
        """
        code = (users << 32) | ranks
        place = self._tables.following.at(self._chance.bits("follower", code)) >> (44 - _PLACE_BITS)
        own = (self._chance.bits("homophily", code) >> np.uint64(32)).astype(np.int64) < self._homophily
        own &= ranks * _LOCAL_SHARE < self.parameters.community_size
        community = self._by_following.backward(users) % self._communities
        members = (self.size - community + self._communities - 1) // self._communities
        near = (place * members >> _PLACE_BITS) * self._communities + community
        far = ((place.astype(np.uint64) * np.uint64(self.size)) >> np.uint64(_PLACE_BITS)).astype(np.int64)
        return self._by_following.forward(np.where(own, near, np.minimum(far, self.size - 1)))

    def community(self, users: Whole) -> Whole:
        """The number of each user's community."""
        return self._by_following.backward(users) % self._communities

    def segment(self, users: Whole) -> NDArray[np.uint8]:
        """The segment of each user, as a place in SEGMENTS."""
        order = self._by_degree.backward(users)
        place = self._among_others.forward(np.maximum(order - self._prominent, 0))
        codes = self._other_codes[np.searchsorted(self._ends, place, side="right")]
        if self._prominent:
            top = np.flatnonzero(order < self._prominent)
            journalists = self._among_prominent.forward(order[top]) < self.quotas["journalists"]
            codes[top] = np.where(journalists, _CODES["journalists"], _CODES["influencers"])
        return codes

    def members(self, segment: str, places: Whole) -> Whole:
        """The users of a segment, by their places 0..quota-1 in it."""
        first = 0
        for name in SEGMENTS:
            if name == segment:
                break
            if (name in _PROMINENT) == (segment in _PROMINENT):
                first += self.quotas[name]
        if segment in _PROMINENT:
            return self._by_degree.forward(self._among_prominent.backward(places + first))
        return self._by_degree.forward(self._among_others.backward(places + first) + self._prominent)

    def susceptibility(self, users: Whole) -> Whole:
        """How easily each user is outraged, in 2^-32 of the most susceptible: Beta(1, b)."""
        return self._tables.susceptibility.at(self._chance.bits("susceptibility", users))

    def activity(self, users: Whole) -> Whole:
        """How much each user posts, in 2^-16, 1 on average: log-normal."""
        tail = self._chance.bits("activity", users) >> np.uint64(64 - TAIL_BITS)
        return self._tables.activity.at(tail.astype(np.int64) | 1)

    def mean_onward(self) -> int:
        """The mean of followers to the power `onward_exponent`, in 1/4096, over the whole audience."""
        even = np.arange(1 << 12, dtype=np.int64)
        total, width = 0, TAIL_BITS - 12
        for octave in range(3):
            tails = (even << width) + (1 << (width - 1))
            kept = even if octave == 2 else even[1:]
            total += int(self._onward_at(tails)[kept].sum()) << (24 - 12 * octave)
            width -= 12
        return total >> 36

    def to_csr(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The audience written out: `starts` (size + 1) and `followers`; those of u lie at starts[u]:starts[u+1].

        For small audiences: the memory is 8 bytes an edge, 26 edges a user.
        """
        users = np.arange(self.size, dtype=np.int64)
        degrees = self.degree(users)
        starts = np.concatenate([[0], np.cumsum(degrees)])
        ranks = np.arange(starts[-1], dtype=np.int64) - np.repeat(starts[:-1], degrees)
        return starts, self.follower(np.repeat(users, degrees), ranks)

    def _followers_at(self, tails: Whole) -> Whole:
        followers: Whole = np.minimum(self._tables.followers.at(tails) >> 8, self.cap)
        return followers

    def _onward_at(self, tails: Whole) -> Whole:
        return self._tables.onward.at(self._followers_at(tails))


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
