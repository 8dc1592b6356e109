"""What each user does, as drawn for that user: whom a post reaches, what convinces them, who posts again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from simulator.chance import Chance, scaled
from simulator.propagation import tables
from simulator.propagation.audience import SEGMENTS, Audience
from simulator.propagation.contacts import Contacts
from simulator.propagation.counts import poisson
from simulator.propagation.draws import drawn, keyed, users_in_all
from simulator.propagation.parameters import SpreadParameters
from simulator.propagation.tables import ONE, Whole
from simulator.propagation.tabulated import Tabulated

Mask = NDArray[np.bool_]

STRONGEST = ONE * 5 // 4
"""The most that messages can multiply transmission by: whom this does not convince, nothing will."""

MOST_WORDS = 12
"""The most moral-emotional words that the tables know."""

MOST_REPEATS = 254
"""No user posts again more often: a post's number fits a byte."""

_WEIGHT_BITS = 24
_NEVER = (1 << 31) - 1
_HALF_WORD = np.uint64(32)
_LOW_HALF = np.uint64(0xFFFFFFFF)


@dataclass(frozen=True)
class Seeding:
    """`count` users of `segment` (of all, if None) whom the event `name` outrages; `words`: see `Reactions`."""

    name: str
    count: int
    segment: str | None = None
    words: int = 0

    @classmethod
    def of(cls, name: str, count: int, segment: str | None, words: int) -> Seeding:
        """A seeding that can be; ValueError for a segment that does not exist or a number outside its range."""
        if segment is not None and segment not in SEGMENTS:
            raise ValueError(f"unknown audience segment: {segment}")
        if count < 0 or not 0 <= words <= MOST_WORDS:
            raise ValueError(f"an event outrages 0 users or more by 0 to {MOST_WORDS} words, not {count} by {words}")
        return cls(name, count, segment, words)


class Reactions:
    """The draws of a storm, each keyed by the user it is about and never by the minute or by who caused it.

    `words` is the number of moral-emotional words of a story; `post` is 0 for a user's first post and the number of
    the repeat from there on. A strength is what novelty and messages leave of the transmission, in 2^-16.
    """

    def __init__(self, audience: Audience, parameters: SpreadParameters, seed: int | Sequence[int]) -> None:
        self.audience = audience
        self.parameters = parameters
        self._tables = tables.load()
        self._seed = seed
        self._draws = drawn(seed, audience.size)
        self._contacts = Contacts(audience.graph, self._draws)
        self._weight = _onward_weight(audience, parameters)
        self._repeats = round(parameters.repeats * ONE)
        self._repeat_weight = round(parameters.repeat_weight * ONE)
        self._sceptic_share = round(parameters.sceptic_share * (1 << 32))
        users = users_in_all(seed, audience.size)
        self._temper = Tabulated(partial(self._draws.bits, "temper"), users)
        self._susceptibility = Tabulated(audience.susceptibility, users)
        self._repeats_of = Tabulated(self._repeats_drawn, users)
        self._means = Tabulated(self._exposures_expected, users)

    def seeds(self, seeding: Seeding) -> Whole:
        """The users whom an event outrages, drawn in proportion to followers to the power `root_exponent`.

        TypeError for many seeds: each run draws its own.
        """
        if isinstance(self._seed, Sequence):
            raise TypeError("the first users are drawn for one seed")
        chance = Chance(self._seed)
        segment = seeding.segment
        within = self.audience.size if segment is None else self.audience.quotas[segment]
        wanted = min(seeding.count, within)
        limit = int(self._tables.root.at(np.array([max(self.audience.cap, 1)]))[0])
        found = np.empty(0, np.int64)
        batch, first = 8 * wanted + 16, 0
        while len(found) < wanted:
            trials = np.arange(first, first + batch, dtype=np.int64)
            users = scaled(chance.bits(f"seed.{seeding.name}", trials), within)
            if segment is not None:
                users = self.audience.members(segment, users)
            weight = self._tables.root.at(np.maximum(self.audience.degree(users), 1))
            taken = users[scaled(chance.bits(f"seed.{seeding.name}", trials, 1), limit) < weight]
            found = in_order(np.concatenate([found, taken]))
            first += batch
        return found[:wanted]

    def needed(self, users: Whole, words: Whole) -> tuple[Whole, Mask]:
        """The least strength at which each exposed user is outraged, and who turns sceptic below it.

        Both hold for a user's whole storm. The strength is at least 1, since nothing convinces nobody.
        """
        bits = self._temper(users)
        uniform = (bits >> _HALF_WORD).view(np.int64) << 16
        sceptic = (bits & _LOW_HALF).view(np.int64) < self._sceptic_share
        susceptibility = self._susceptibility(users)
        likelihood = np.maximum(susceptibility * self._tables.words[words] >> 16, 1)
        return np.minimum(uniform // likelihood + 1, _NEVER), sceptic

    def needed_to_repeat(self, users: Whole, posts: Whole) -> Whole:
        """The least transmission, in 2^-16, at which each planned repeat is posted."""
        return (self._draws.bits("carried on", users, posts) >> np.uint64(48)).view(np.int64) + 1

    def repeats(self, users: Whole) -> Whole:
        """How many further posts each newly outraged user plans: Poisson, in proportion to activity."""
        return self._repeats_of(users)

    def _repeats_drawn(self, users: Whole) -> Whole:
        means = self.audience.activity(users) * self._repeats >> 16
        return np.minimum(poisson(self._draws, "repeats", users, 0, means), MOST_REPEATS)

    def delays(self, users: Whole, posts: Whole | int) -> Whole:
        """Activity seconds until each user reacts (post 0) or repeats."""
        return self._tables.delay.at(self._draws.bits("delay", users, posts))

    def exposed(self, users: Whole, posts: Whole, degrees: Whole) -> tuple[Whole, Whole]:
        """The users whom these posts expose, and for each the place of its post.

        They are the followers of whom a share will be convinced, so that the mean convinced is the reproduction
        number's; nobody draws for the other followers.
        """
        means = self._means(users)
        means = np.where(posts > 0, means * self._repeat_weight >> 16, means)
        reached, sources, _ = self._contacts.reached(users, posts, degrees, means)
        return reached, sources

    def _exposures_expected(self, users: Whole) -> Whole:
        """How many followers of each user a first post exposes on average, in 2^-16: none without followers."""
        degrees = self.audience.degree(users)
        means = self._tables.onward.at(np.maximum(degrees, 1)) * self._weight >> (_WEIGHT_BITS - 4)
        means[degrees == 0] = 0
        return means


def in_order(users: Whole) -> Whole:
    """Each of `users` once, in the order of first appearance."""
    keys = keyed(users, np.arange(len(users)))
    keys.sort()
    return users[np.sort(firsts(keys))]


def firsts(keys: Whole) -> Whole:
    """Of sorted keys, user << 32 | place, the place of each user's first."""
    users = keys >> 32
    is_first = np.ones(len(keys), np.bool_)
    np.not_equal(users[1:], users[:-1], out=is_first[1:])
    return keys[is_first] & 0xFFFFFFFF


def _onward_weight(audience: Audience, parameters: SpreadParameters) -> int:
    """Exposures a post of a user with one follower makes, in 2^-24.

    R0 / ((1 + repeats x eta) E[k^b]) convinced users, and for each of them one over the mean susceptibility
    exposed; the mean of a Beta(1, b) is 1 / (1 + b).
    """
    posts = 1 + parameters.repeats * parameters.repeat_weight
    exposed = (1 + parameters.susceptibility_shape) * parameters.reproduction / posts
    return round(exposed * (1 << (_WEIGHT_BITS + 12)) / max(audience.graph.mean_onward(), 1))
