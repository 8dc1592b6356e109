"""A simulated population and its ordinary posts, which all the facts about cascades are measured on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from simulator.propagation import Audience, SpreadParameters
from simulator.propagation.cascades import Cascades
from simulator.propagation.ordinary import OrdinaryPosts
from simulator.propagation.tables import Whole

USERS = 1_000_000
POSTS, QUICK_POSTS = 36_000_000, 12_000_000
"""The tail's exponent from 200 users on has a sampling error of 1.6 / sqrt(n), and 7 posts in 100,000 reach them."""

SMALLEST_TREE, LARGEST_TREE = 51, 3_100
"""From 50 reshares, the fewest that Zhao et al. 2015 (SEISMIC) keep, to the largest of the published trees."""

_BLOCK = 500_000
_HOURS = 24


@dataclass(frozen=True)
class Population:
    """What `posts` ordinary posts of one audience became, published through a day by its rhythm.

    sizes, times: the different cascade sizes in rising order, and how many cascades have each.
    hours: posts and reshares in each hour of the day, 24 counts.
    seconds: reshares by activity seconds since the parent's post; place i counts those of i seconds.
    minutes: reshares of the author's own followers by clock minutes since the post; place i counts delays above
    i - 1 and up to i minutes.
    trees: the cascades of SMALLEST_TREE to LARGEST_TREE users.   users: size of the audience.
    """

    posts: int
    users: int
    sizes: Whole
    times: Whole
    hours: Whole
    seconds: Whole
    minutes: Whole
    trees: Cascades


def simulate(seed: int, quick: bool = False) -> Population:
    """The population of `seed`: 36 million posts of a million users, or 12 million if `quick`.

    About a microsecond a post; the memory does not grow with the posts, only with the trees.
    """
    return simulated(seed, QUICK_POSTS if quick else POSTS, USERS)


def simulated(seed: int, posts: int, users: int) -> Population:
    """The population of `seed` for other numbers of posts and users."""
    ordinary = OrdinaryPosts(Audience(users, seed), SpreadParameters(), seed)
    sizes, hours, seconds, minutes = (np.zeros(length, np.int64) for length in (users + 1, _HOURS, 0, 0))
    trees = []
    for first in range(0, posts, _BLOCK):
        cascades = ordinary.cascades(np.arange(first, min(first + _BLOCK, posts), dtype=np.int64))
        sizes += np.bincount(cascades.sizes, minlength=users + 1)
        hours += np.bincount(cascades.minute // 60 % _HOURS, minlength=_HOURS)
        seconds = _added(seconds, cascades.delay[cascades.depth > 0])
        direct = np.flatnonzero(cascades.depth == 1)
        minutes = _added(minutes, cascades.minute[direct] - cascades.minute[cascades.parent[direct]])
        trees.append(cascades.chosen((cascades.sizes >= SMALLEST_TREE) & (cascades.sizes <= LARGEST_TREE)))
    found = np.flatnonzero(sizes)
    return Population(posts, users, found, sizes[found], hours, seconds, minutes, Cascades.joined(trees))


def _added(counts: Whole, values: Whole) -> Whole:
    """`counts` of each value, with those of `values` added to them."""
    new = np.bincount(values, minlength=len(counts))
    new[: len(counts)] += counts
    return new
