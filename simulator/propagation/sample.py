"""A few users who stand for a whole audience, for those who want to see it person by person."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulator.chance import Chance, scaled
from simulator.propagation.audience import SEGMENTS, Audience
from simulator.propagation.reactions import in_order
from simulator.propagation.tables import Whole

MOST_FOLLOWED = 40
"""So many accounts, the most followed of all, are always in a sample, and stand for themselves alone."""
FEWEST = 150
"""A segment is sampled by so many users at least, or whole: a few journalists weigh more than their number."""


@dataclass(frozen=True, eq=False)
class Sample:
    """Users of an audience, segment by segment, the most followed of each segment first.

    Arrays with one element for each: `users` (int64), the `segments` (places in SEGMENTS) and `communities` that they
    belong to, and `weights` (float64): how many users of its segment each stands for. The weights of a segment add up
    to its size.
    """

    users: Whole
    segments: NDArray[np.uint8]
    communities: Whole
    followers: Whole
    weights: NDArray[np.float64]


def sample_of(audience: Audience, most: int) -> Sample:
    """About `most` users of `audience`, drawn by its seed alone: the same in every run of it.

    Each segment is a stratum, sampled at random within; small segments are taken whole. ValueError for many seeds.
    """
    if not isinstance(audience.seed, int):
        raise ValueError("a sample is drawn from the audience of one seed")
    chance = Chance(audience.seed)
    famous = audience.graph.at_place(np.arange(min(MOST_FOLLOWED, audience.size), dtype=np.int64))
    fame = audience.segment(famous)
    users, weights = [], []
    for code, (segment, wanted) in enumerate(_shares(audience, most).items()):
        certain = famous[fame == code]
        drawn = _drawn(audience, chance, segment, max(wanted, len(certain)), certain)
        rest = max(len(drawn) - len(certain), 1)
        weight = np.full(len(drawn), (audience.quotas[segment] - len(certain)) / rest)
        weight[: len(certain)] = 1.0
        order = np.argsort(-audience.degree(drawn), kind="stable") if len(drawn) else np.empty(0, np.int64)
        users.append(drawn[order])
        weights.append(weight[order])
    everybody = np.concatenate(users)
    return Sample(
        users=everybody,
        segments=audience.segment(everybody),
        communities=audience.community(everybody),
        followers=audience.degree(everybody),
        weights=np.concatenate(weights),
    )


def _shares(audience: Audience, most: int) -> dict[str, int]:
    """How many users of each segment are drawn: the small ones whole, the others in proportion."""
    small = {name: min(quota, FEWEST) for name, quota in audience.quotas.items()}
    share = most / audience.size
    large = [name for name, quota in audience.quotas.items() if quota * share > FEWEST]
    left = most - sum(number for name, number in small.items() if name not in large)
    people = sum(audience.quotas[name] for name in large)
    return {
        name: min(quota, max(left, 0) * quota // people) if name in large else small[name]
        for name, quota in ((name, audience.quotas[name]) for name in SEGMENTS)
    }


def _drawn(audience: Audience, chance: Chance, segment: str, wanted: int, certain: Whole) -> Whole:
    """`wanted` users of a segment, each once: the `certain` ones, then others at random."""
    quota = audience.quotas[segment]
    if wanted >= quota:
        return in_order(np.concatenate([certain, audience.members(segment, np.arange(quota, dtype=np.int64))]))
    found, first, batch = certain, 0, wanted + 16
    while len(found) < wanted:
        trials = np.arange(first, first + batch, dtype=np.int64)
        places = scaled(chance.bits(f"sample.{segment}", trials), quota)
        found = in_order(np.concatenate([found, audience.members(segment, places)]))
        first += batch
    return found[:wanted]
