"""A graph that is kept in memory: a measured one, or one shared with other programs."""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray

from simulator.propagation import tables
from simulator.propagation.tables import Whole


class StoredGraph:
    """Followers in compressed rows: those of user u are `followers[starts[u]:starts[u + 1]]`; see `Followers`.

    `starts` holds size + 1 places from 0 to the number of links, never falling; `followers` user numbers below
    size; 16 bytes a user and 4 a link are kept. All users are one community. ValueError for anything else.
    """

    def __init__(self, starts: ArrayLike, followers: ArrayLike) -> None:
        self.starts: Whole = np.ascontiguousarray(starts, np.int64)
        numbers = np.ascontiguousarray(followers)
        if numbers.size and not np.issubdtype(numbers.dtype, np.integer):
            raise ValueError("followers must be whole numbers")
        self.size = len(self.starts) - 1
        if numbers.size and not 0 <= int(numbers.min()) <= int(numbers.max()) < self.size:
            raise ValueError(f"followers must be user numbers from 0 to {self.size - 1}")
        self.followers: NDArray[np.int32] = numbers.astype(np.int32, copy=False)
        if self.size < 1 or self.starts[0] or self.starts[-1] != len(self.followers):
            raise ValueError(f"starts must go from 0 to the number of links, {len(self.followers)}")
        self._degrees: Whole = np.diff(self.starts)
        if self._degrees.min() < 0:
            raise ValueError("starts must never fall")
        self.cap = int(self._degrees.max())

    @classmethod
    def from_links(cls, size: int, users: ArrayLike, followers: ArrayLike) -> StoredGraph:
        """The graph in which `followers[i]` follows `users[i]`, each user's followers in the given order.

        ValueError unless both are as long and hold user numbers.
        """
        sources = np.asarray(users, np.int64)
        if len(sources) != np.size(followers):
            raise ValueError(f"{len(sources)} users do not make links with {np.size(followers)} followers")
        if sources.size and not 0 <= int(sources.min()) <= int(sources.max()) < size:
            raise ValueError(f"users must be numbers from 0 to {size - 1}")
        order = np.argsort(sources, kind="stable")
        starts = np.concatenate([[0], np.cumsum(np.bincount(sources, minlength=size))])
        return cls(starts, np.asarray(followers, np.int64)[order])

    @property
    def links(self) -> int:
        """How many links there are."""
        return len(self.followers)

    def degree(self, users: Whole) -> Whole:
        """How many followers each user has."""
        return self._degrees[users]

    def follower(self, users: Whole, ranks: Whole) -> Whole:
        """The follower number `ranks`, from 0 to below the degree, of each user."""
        found: Whole = self.followers[self.starts[users] + ranks].astype(np.int64)
        return found

    def community(self, users: Whole) -> Whole:
        """Zero for each user."""
        return np.zeros(len(users), np.int64)

    def place(self, users: Whole) -> Whole:
        """Each user's rank by followers; of two with as many, the lower number comes first."""
        return self._places[users]

    def at_place(self, places: Whole) -> Whole:
        """The users at these ranks."""
        return self._ranking[places]

    def mean_onward(self) -> int:
        """The mean of followers to the power `onward_exponent`, in 1/4096."""
        degrees = self._degrees
        powers = tables.load().onward.at(degrees[degrees > 0])
        return int(powers.sum()) // self.size

    def to_csr(self) -> tuple[Whole, Whole]:
        """All links, as `Audience.to_csr` gives them."""
        return self.starts, self.followers.astype(np.int64)

    @cached_property
    def _ranking(self) -> Whole:
        return np.argsort(-self._degrees, kind="stable")

    @cached_property
    def _places(self) -> Whole:
        places = np.empty(self.size, np.int64)
        places[self._ranking] = np.arange(self.size)
        return places
