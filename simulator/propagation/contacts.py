"""Whom a post reaches: a Poisson number of followers, each of them drawn apart."""

from __future__ import annotations

import numpy as np

from simulator.chance import Bits, scaled
from simulator.propagation.counts import poisson, spelled_out
from simulator.propagation.draws import Draws
from simulator.propagation.followers import Followers
from simulator.propagation.tables import Whole

_NUMBER_BITS = 24
_MANY = 1 << 20
_HALF = np.uint64(32)


class Contacts:
    """The followers whom posts reach, as the hits of a Poisson process on an author's links.

    Nobody asks every link: the number of hits is drawn first, then the link of each. Every link is hit or not
    independently of the others, which is an independent cascade; a larger mean keeps the hits of a smaller one.
    """

    def __init__(self, followers: Followers, draws: Draws) -> None:
        self._followers = followers
        self._draws = draws

    def reached(self, users: Whole, posts: Whole | int, degrees: Whole, means: Whole) -> tuple[Whole, Whole, Whole]:
        """The followers whom posts number `posts` (0 to 255) of `users` reach: the same one maybe twice.

        A post has fewer than 2^24 hits: in an audience of a billion, at an R0 of 4, its largest hub has 16 million.

        `means` are hits expected of each post, in 2^-16: 0 for a user without followers. Returns the followers, for
        each the place of its post, and the number of the hit among those of its post; posts in the order given.
        """
        counts = poisson(self._draws, "onward", users, posts, means)
        sources, numbers = spelled_out(counts)
        authors = users[sources]
        key = posts << _NUMBER_BITS if isinstance(posts, int) else posts[sources] << _NUMBER_BITS
        ranks = self._ranks(self._draws.bits("target", authors, key + numbers), degrees[sources])
        return self._followers.follower(authors, ranks), sources, numbers

    def _ranks(self, bits: Bits, degrees: Whole) -> Whole:
        """One of so many followers each: 32 bits are enough, to one part in 4,096, below 2^20 of them."""
        if self._followers.cap >= _MANY:
            return scaled(bits, degrees)
        ranks = bits >> _HALF
        ranks *= degrees.view(np.uint64)
        ranks >>= _HALF
        return ranks.view(np.int64)
