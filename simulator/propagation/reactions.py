"""What each user does, as drawn for that user: whom a post reaches, who is convinced by it, who posts again."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulator.chance import Chance, scaled
from simulator.propagation import tables
from simulator.propagation.audience import Audience
from simulator.propagation.parameters import SpreadParameters
from simulator.propagation.tables import ONE, Whole

Mask = NDArray[np.bool_]

_CERTAIN = 1 << 32
_WEIGHT_BITS = 24
_TARGET_BITS = 24


@dataclass(frozen=True)
class Seeding:
    """`count` users of `segment` (of all, if None) whom the event `name` outrages; `words`: see `Reactions`."""

    name: str
    count: int
    segment: str | None = None
    words: int = 0


class Reactions:
    """The draws of a storm, each keyed by the user it is about and never by the minute or by who caused it.

    `words` is the number of moral-emotional words of a story; `strength` what novelty and messages leave of the
    transmission, in 2^-16; `post` is 0 for a user's first post and the number of the repeat from there on.
    """

    def __init__(self, audience: Audience, parameters: SpreadParameters, seed: int) -> None:
        self._audience = audience
        self._tables = tables.load()
        self._chance = Chance(seed)
        self._weight = _onward_weight(audience, parameters)
        self._repeats = round(parameters.repeats * ONE)
        self._repeat_weight = round(parameters.repeat_weight * ONE)
        self._sceptic_share = round(parameters.sceptic_share * _CERTAIN)

    def seeds(self, seeding: Seeding) -> Whole:
        """The users whom an event outrages, drawn in proportion to followers to the power `root_exponent`."""
        segment = seeding.segment
        within = self._audience.size if segment is None else self._audience.quotas[segment]
        wanted = min(seeding.count, within)
        limit = int(self._tables.root.at(np.array([self._audience.cap]))[0])
        found: dict[int, None] = {}
        batch, first = 16 * wanted + 16, 0
        while len(found) < wanted:
            trials = np.arange(first, first + batch, dtype=np.int64)
            users = scaled(self._chance.bits(f"seed.{seeding.name}", trials), within)
            if segment is not None:
                users = self._audience.members(segment, users)
            weight = self._tables.root.at(self._audience.degree(users))
            taken = users[scaled(self._chance.bits(f"seed.{seeding.name}", trials, 1), limit) < weight]
            found.update(dict.fromkeys(taken.tolist()))
            first += batch
        return np.array(list(found)[:wanted], np.int64)

    def convinced(self, users: Whole, words: NDArray[np.uint8], strength: int) -> Mask:
        """Which exposed users are outraged, by a draw that holds for each user's whole storm."""
        chance = self._tables.words[words] * strength >> 16
        chance = chance * self._audience.susceptibility(users) >> 16
        return self._uniform("convinced", users) < chance

    def turned_sceptic(self, users: Whole) -> Mask:
        """Which of the users who were not convinced never will be."""
        return self._uniform("sceptic", users) < self._sceptic_share

    def carried_on(self, users: Whole, posts: NDArray[np.uint8], transmission: int) -> Mask:
        """Which planned repeats are posted, when messages multiply transmission by `transmission` / 65,536."""
        return self._uniform("carried on", users, posts) < transmission << 16

    def repeats(self, users: Whole) -> Whole:
        """How many further posts each newly outraged user plans: Poisson, in proportion to activity."""
        means = self._audience.activity(users) * self._repeats >> 16
        return self._tables.poisson_counts(self._chance.bits("repeats", users), means)

    def delays(self, users: Whole, posts: Whole | int) -> Whole:
        """Activity seconds until each user reacts (post 0) or repeats."""
        return self._tables.delay.at(self._chance.bits("delay", users, posts))

    def exposed(self, users: Whole, posts: NDArray[np.uint8]) -> tuple[Whole, Whole]:
        """The users whom these posts expose, and for each the place of its post.

        They are the followers of whom a share will be convinced, so that the mean convinced is the reproduction
        number's; nobody draws for the other followers.
        """
        degrees = self._audience.degree(users)
        means = self._tables.onward.at(degrees) * self._weight >> (_WEIGHT_BITS - 4)
        means = np.where(posts > 0, means * self._repeat_weight >> 16, means)
        counts = self._tables.poisson_counts(self._chance.bits("onward", users, posts), means)
        sources = np.repeat(np.arange(len(users), dtype=np.int64), counts)
        numbers = np.arange(len(sources), dtype=np.int64) - np.repeat(np.cumsum(counts) - counts, counts)
        numbers += posts[sources].astype(np.int64) << _TARGET_BITS
        authors = users[sources]
        ranks = scaled(self._chance.bits("target", authors, numbers), degrees[sources])
        return self._audience.follower(authors, ranks), sources

    def _uniform(self, name: str, users: Whole, index: NDArray[np.uint8] | int = 0) -> Whole:
        return (self._chance.bits(name, users, index) >> np.uint64(32)).astype(np.int64)


def _onward_weight(audience: Audience, parameters: SpreadParameters) -> int:
    """Exposures a post of a user with one follower makes, in 2^-24.

    R0 / ((1 + repeats x eta) E[k^b]) convinced users, and for each of them one over the mean susceptibility
    exposed; the mean of a Beta(1, b) is 1 / (1 + b).
    """
    posts = 1 + parameters.repeats * parameters.repeat_weight
    exposed = (1 + parameters.susceptibility_shape) * parameters.reproduction / posts
    return round(exposed * (1 << (_WEIGHT_BITS + 12)) / audience.mean_onward())
