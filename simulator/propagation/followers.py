"""Where followers come from: what a spread asks of a graph, computed or stored."""

from __future__ import annotations

from typing import Protocol

import numpy as np

from simulator.propagation.tables import Whole


class Followers(Protocol):
    """A graph of `size` users numbered from 0, of whom the most followed has `cap` followers.

    All arrays are int64. A user's place is its rank by followers: 0 for the most followed.
    """

    size: int
    cap: int

    def degree(self, users: Whole) -> Whole:
        """How many followers each user has."""
        ...

    def follower(self, users: Whole, ranks: Whole) -> Whole:
        """The follower number `ranks`, from 0 to below the degree, of each user."""
        ...

    def community(self, users: Whole) -> Whole:
        """The number of each user's community."""
        ...

    def place(self, users: Whole) -> Whole:
        """Each user's rank by followers."""
        ...

    def at_place(self, places: Whole) -> Whole:
        """The users at these ranks."""
        ...

    def mean_onward(self) -> int:
        """The mean of followers to the power `onward_exponent`, in 1/4096, over all users."""
        ...


def written_out(graph: Followers) -> tuple[Whole, Whole]:
    """All links: `starts` (size + 1) and `followers`; those of user u lie at starts[u]:starts[u+1]; 8 bytes a link."""
    users = np.arange(graph.size, dtype=np.int64)
    degrees = graph.degree(users)
    starts = np.concatenate([[0], np.cumsum(degrees)])
    ranks = np.arange(starts[-1], dtype=np.int64) - np.repeat(starts[:-1], degrees)
    return starts, graph.follower(np.repeat(users, degrees), ranks)
