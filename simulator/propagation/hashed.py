"""A graph of any size whose links are computed from a hash and never stored."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from simulator.propagation import tables
from simulator.propagation.draws import drawn, users_in_all
from simulator.propagation.parameters import SpreadParameters
from simulator.propagation.scatter import Scatter
from simulator.propagation.tables import TAIL_BITS, Whole
from simulator.propagation.tabulated import Tabulated

MOST_FOLLOWERS = (1 << 28) - 1
"""The tables of powers end here."""

_DEGREE_BITS = 34
_PLACE_BITS = 34
_NEAR_BITS = 28
_LOCAL_SHARE = 4


class HashedFollowers:
    """Power-law follower counts and followers drawn by how much they follow: see `Followers` for the face.

    Follower counts are the quantiles of a power law, so that every seed has the same hubs, on other users. With
    the probability `homophily` a follower belongs to the user's own community, except beyond as many ranks as a
    quarter of it: a hub is known everywhere. One user may stand at two ranks. Memory and building time do not
    depend on `size`.

    Given many seeds, it is as many graphs of `size` users side by side: see `ManyRuns`.
    """

    def __init__(self, size: int, seeds: int | Sequence[int], parameters: SpreadParameters) -> None:
        self.size = size
        self.cap = min(max(int(parameters.follower_cap * size), parameters.follower_minimum), MOST_FOLLOWERS)
        self._tables = tables.load()
        self._draws = drawn(seeds, size)
        self._communities = max(size // parameters.community_size, 1)
        self._local_ranks = -(-parameters.community_size // _LOCAL_SHARE)
        self._homophily = round(parameters.homophily * (1 << _NEAR_BITS))
        self._by_degree = Scatter.of(seeds, "audience.degree", size)
        self._by_following = self._by_degree.after(Scatter.of(seeds, "audience.following", size).undone())
        users = users_in_all(seeds, size)
        self._degrees = Tabulated(self._degree, users)
        self._community_of = Tabulated(self._community, users)

    def degree(self, users: Whole) -> Whole:
        """How many followers each user has: from the parameters' minimum to `cap`."""
        return self._degrees(users)

    def _degree(self, users: Whole) -> Whole:
        order = self.place(users).view(np.uint64)
        jitter = self._draws.bits("degree", users) >> np.uint64(64 - _DEGREE_BITS)
        tail = ((order << np.uint64(_DEGREE_BITS)) | jitter) // np.uint64(self.size)
        return self._followers_at(tail.view(np.int64) << (TAIL_BITS - _DEGREE_BITS) | 1)

    def follower(self, users: Whole, ranks: Whole) -> Whole:
        """The follower number `ranks` (from 0) of each user: users who follow more are found more often."""
        bits = self._draws.bits("follower", users, ranks)
        place = self._tables.following.at(bits) >> (44 - _PLACE_BITS)
        far = ((place.view(np.uint64) * np.uint64(self.size)) >> np.uint64(_PLACE_BITS)).view(np.int64)
        np.minimum(far, self.size - 1, out=far)
        near = (
            ((bits & np.uint64((1 << _NEAR_BITS) - 1)) < np.uint64(self._homophily)) & (ranks < self._local_ranks)
        ).nonzero()[0]
        community = self.community(users[near])
        members = (self.size - community + self._communities - 1) // self._communities
        far[near] = (place[near] * members >> _PLACE_BITS) * self._communities + community
        _, runs = self._draws.split(users)
        return self._draws.joined(self._by_following.forward(far, runs), runs)

    def community(self, users: Whole) -> Whole:
        """The number of each user's community."""
        return self._community_of(users)

    def _community(self, users: Whole) -> Whole:
        order = self._by_following.backward(*self._draws.split(users))
        return order - order // self._communities * self._communities

    def place(self, users: Whole) -> Whole:
        """Each user's rank by followers."""
        return self._by_degree.backward(*self._draws.split(users))

    def at_place(self, places: Whole) -> Whole:
        """The users at these ranks; of many runs, of the first."""
        return self._by_degree.forward(*self._draws.split(places))

    def mean_onward(self) -> int:
        """The mean of followers to the power `onward_exponent`, in 1/4096: an integral over the law's tail."""
        even = np.arange(1 << 12, dtype=np.int64)
        total, width = 0, TAIL_BITS - 12
        for octave in range(3):
            tails = (even << width) + (1 << (width - 1))
            kept = even if octave == 2 else even[1:]
            total += int(self._tables.onward.at(self._followers_at(tails))[kept].sum()) << (24 - 12 * octave)
            width -= 12
        return total >> 36

    def _followers_at(self, tails: Whole) -> Whole:
        followers: Whole = np.minimum(self._tables.followers.at(tails) >> 8, self.cap)
        return followers
