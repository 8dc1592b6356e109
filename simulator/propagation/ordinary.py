"""Ordinary posts: what an audience reshares on any day, without a crisis; nearly all of it dies at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from simulator.chance import Chance, scaled
from simulator.propagation import tables
from simulator.propagation.audience import Audience
from simulator.propagation.cascades import Cascades
from simulator.propagation.counts import spelled_out
from simulator.propagation.daytime import Daytime
from simulator.propagation.parameters import SpreadParameters
from simulator.propagation.tables import ONE, TAIL_BITS, Whole

_BATCH = 1 << 16
_RATE_BITS = 24
_USER_BITS = 30
_PART_BITS = 24
_PART = 4 * ONE
"""Large Poisson means are drawn in parts, which keeps a count from falling where its mean rises."""


class OrdinaryPosts:
    """The posts of a day without a crisis, numbered from 0, each a function of (seed, number).

    An author is drawn in proportion to followers to the power `root_exponent`. Whoever posts is reshared by
    Poisson(`post_rate` x quality of the post x followers to the power `onward_exponent`) followers, times
    `reshare_weight` for a reshare; nobody reshares a post twice. Draws are keyed by the user and the post and never
    by who reached the user, so that at a weaker rate a part of the same users reshare.
    """

    def __init__(self, audience: Audience, parameters: SpreadParameters, seed: int) -> None:
        self._audience = audience
        self._tables = tables.load()
        self._chance = Chance(seed)
        self._post_rate = round(parameters.post_rate * (1 << _RATE_BITS))
        self._reshare_rate = round(parameters.post_rate * parameters.reshare_weight * (1 << _RATE_BITS))

    def cascades(self, numbers: Whole, minutes: Whole | None = None, start_of_day: int = 0) -> Cascades:
        """The cascades of the posts `numbers` (from 0), published at scenario `minutes`.

        Without `minutes`, each in a minute of the first 24 hours that the day's rhythm draws for it. Minute 0 lies
        `start_of_day` minutes after midnight. Time and memory grow with the users in the trees. ValueError if
        `minutes` has another length.
        """
        if minutes is not None and len(minutes) != len(numbers):
            raise ValueError("each ordinary post needs a minute")
        clock = Daytime(start_of_day)
        if minutes is None:
            minutes = self._published(numbers, clock)
        batches = [slice(first, first + _BATCH) for first in range(0, len(numbers), _BATCH)]
        return Cascades.joined([self._grown(numbers[batch], minutes[batch], clock) for batch in batches])

    def quality(self, numbers: Whole) -> Whole:
        """How much each post is worth resharing, in 2^-16, 1 on average: log-normal."""
        tail = self._chance.bits("ordinary.quality", numbers) >> np.uint64(64 - TAIL_BITS)
        return self._tables.quality.at(tail.astype(np.int64) | 1)

    def authors(self, numbers: Whole) -> Whole:
        """Who publishes each post."""
        authors = np.empty(len(numbers), np.int64)
        limit = int(self._tables.root.at(np.array([max(self._audience.cap, 1)]))[0])
        left, trial = np.arange(len(numbers), dtype=np.int64), 0
        while left.size:
            users = scaled(self._chance.bits("ordinary.author", numbers[left], trial), self._audience.size)
            weight = self._tables.root.at(np.maximum(self._audience.degree(users), 1))
            taken = scaled(self._chance.bits("ordinary.author taken", numbers[left], trial), limit) < weight
            authors[left[taken]] = users[taken]
            left, trial = left[~taken], trial + 1
        return authors

    def _published(self, numbers: Whole, clock: Daytime) -> Whole:
        day = int(self._tables.clock[-1]) >> 8
        return clock.due(0, scaled(self._chance.bits("ordinary.minute", numbers), day))

    def _grown(self, numbers: Whole, minutes: Whole, clock: Daytime) -> Cascades:
        """The cascades of one batch, all of them grown together, a generation at a time."""
        generations = list(self._generations(numbers))
        post = np.concatenate([each.post for each in generations])
        order = np.argsort(post, kind="stable")
        place = np.empty_like(order)
        place[order] = np.arange(len(order), dtype=np.int64)
        parent = np.concatenate([each.parent for each in generations])[order]
        elapsed = np.concatenate([each.elapsed for each in generations])[order]
        post = post[order]
        minute, children = minutes[post], np.flatnonzero(parent >= 0)
        minute[children] = clock.due(minute[children], elapsed[children])
        parent[children] = place[parent[children]]
        return Cascades(
            starts=np.concatenate([[0], np.cumsum(np.bincount(post, minlength=len(numbers)))]),
            user=np.concatenate([each.user for each in generations])[order],
            parent=parent,
            depth=spelled_out(np.array([len(each.user) for each in generations], np.int64))[0][order],
            minute=minute,
            delay=np.concatenate([each.delay for each in generations])[order],
        )

    def _generations(self, numbers: Whole) -> Iterator[_Generation]:
        post = np.arange(len(numbers), dtype=np.int64)
        qualities, nothing = self.quality(numbers), np.zeros_like(post)
        newest = _Generation(post, self.authors(numbers), nothing - 1, nothing, nothing)
        seen, before, rate = newest.keys, 0, self._post_rate
        while newest.post.size:
            yield newest
            parents, users = self._reached(newest, numbers, qualities, rate)
            keys, chosen = np.unique(newest.post[parents] << _USER_BITS | users, return_index=True)
            new = seen[np.minimum(np.searchsorted(seen, keys), len(seen) - 1)] != keys
            parents, users = parents[chosen[new]], users[chosen[new]]
            seen = np.sort(np.concatenate([seen, keys[new]]), kind="stable")
            post = newest.post[parents]
            delay = self._tables.delay.at(self._chance.bits("ordinary.delay", users, numbers[post]))
            rate, parent_places, before = self._reshare_rate, before + parents, before + len(newest.post)
            newest = _Generation(post, users, parent_places, delay, newest.elapsed[parents] + delay)

    def _reached(self, newest: _Generation, numbers: Whole, qualities: Whole, rate: int) -> tuple[Whole, Whole]:
        """Who would reshare after `newest`: for each the place of the parent in it, and the user, maybe repeatedly."""
        degrees = self._audience.degree(newest.user)
        weights = np.where(degrees > 0, self._tables.onward.at(np.maximum(degrees, 1)), 0)
        means = (weights * rate >> (_RATE_BITS - 4)) * qualities[newest.post] >> 16
        counts = self._counts(newest.user, numbers[newest.post], means)
        parents, index = spelled_out(counts)
        authors = newest.user[parents]
        bits = self._chance.bits("ordinary.target", authors << _PART_BITS | index, numbers[newest.post[parents]])
        return parents, self._audience.follower(authors, scaled(bits, degrees[parents]))

    def _counts(self, users: Whole, numbers: Whole, means: Whole) -> Whole:
        """Poisson counts; each is a sum over parts of its mean, so that it never falls when the mean rises."""
        places, part = spelled_out((means + _PART - 1) // _PART)
        bits = self._chance.bits("ordinary.onward", users[places] << _PART_BITS | part, numbers[places])
        drawn = self._tables.poisson_counts(bits, np.minimum(means[places] - part * _PART, _PART))
        ends = np.concatenate([[0], np.cumsum(drawn)])
        return np.diff(ends[np.searchsorted(places, np.arange(len(users) + 1, dtype=np.int64))])


@dataclass(frozen=True)
class _Generation:
    """Users of the same depth; `parent` counts through all generations of the batch, `elapsed` from the author."""

    post: Whole
    user: Whole
    parent: Whole
    delay: Whole
    elapsed: Whole

    @property
    def keys(self) -> Whole:
        """User and post in one number, in rising order."""
        return self.post << _USER_BITS | self.user
