"""The map of one run: its nodes, and at each minute where they stand and what passes between them."""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from simulator.engine.run import Run
from simulator.play.network.communities import Communities
from simulator.play.network.hops import Hop
from simulator.propagation.chronicle import STANDINGS, Chronicle
from simulator.propagation.sample import sample_of
from simulator.propagation.tables import Whole
from simulator.scenario.base import Segment

NODES = 2_000
"""Nodes of a map, as far as the audience has users."""
_AT_A_TIME = 30
"""Minutes taken in at a time: some three thousandths of a second."""
MOST_HOPS = 80
"""Reshares of one minute that are told one by one: more could not be seen."""
_FAMOUS, _LINKS_EACH, _ASKED = 20, 12, 400
"""Accounts whose followers are shown, how many of each, and how many are asked for those: few are on the map."""


class Network:
    """The map of `run`; it only reads. Nodes are numbered community by community, the most followed first.

    `catch_up` takes in what was played since; only minutes that were can be asked for.
    """

    def __init__(self, run: Run) -> None:
        self.run = run
        audience = run.storm.audience
        sample = sample_of(audience, min(NODES, audience.size))
        self.communities = Communities(audience, sample)
        order = self.communities.order
        self.users: Whole = sample.users[order]
        self.followers: Whole = sample.followers[order]
        self.weights: NDArray[np.float64] = sample.weights[order]
        self.community_of: NDArray[np.uint8] = self.communities.of_node[order]
        self._node_of = np.full(audience.size, -1, np.int16)
        self._node_of[self.users] = np.arange(len(self.users), dtype=np.int16)
        self._chronicle = Chronicle(audience)
        self._rows = (self.communities.of_user * STANDINGS).astype(np.uint8)
        self._cells = len(self.communities.all) * STANDINGS
        self._counts: dict[int, NDArray[np.int64]] = {}

    @property
    def minute(self) -> int:
        """The last minute that can be asked for; -1 for none."""
        return self._chronicle.minutes - 1

    def catch_up(self, most: int = _AT_A_TIME) -> bool:
        """Take in `most` minutes of those that were played since; whether it has them all."""
        ticks = self.run.storm.ticks
        start = self._chronicle.minutes
        for tick in ticks[start : start + most]:
            self._chronicle.take(tick)
        return self._chronicle.minutes == len(ticks)

    def standings(self, minute: int) -> NDArray[np.uint8]:
        """Where each node stood once `minute` was over: see Standing."""
        return self._chronicle.standings(minute)[self.users]

    def counts(self, minute: int) -> NDArray[np.int64]:
        """How many users of each community stood where, not on the map but in truth: (communities, STANDINGS)."""
        if minute not in self._counts:
            if len(self._counts) > 2 * _AT_A_TIME:
                self._counts.clear()
            counted = np.bincount(self._rows + self._chronicle.standings(minute), minlength=self._cells)
            self._counts[minute] = counted.reshape(-1, STANDINGS)
        return self._counts[minute]

    def hops(self, minute: int) -> tuple[Hop, ...]:
        """The reshares of `minute`, at most MOST_HOPS of them; those of the map's own nodes before all others."""
        tick = self._chronicle.tick(minute)
        users, parents = tick.activated, tick.parents
        nodes, sources = self._node_of[users], self._node_of[parents]
        chosen = np.argsort(nodes < 0, kind="stable")[:MOST_HOPS]
        places = self.communities.of_user
        return tuple(
            Hop(
                community=int(places[users[one]]),
                node=int(nodes[one]) if nodes[one] >= 0 else None,
                source_community=int(places[parents[one]]) if parents[one] >= 0 else None,
                source=int(sources[one]) if parents[one] >= 0 and sources[one] >= 0 else None,
            )
            for one in chosen.tolist()
        )

    def volumes(self, minute: int) -> NDArray[np.int64]:
        """Posts of the hour up to `minute` in each community, repeats included."""
        posters = self._chronicle.posters(minute)
        return np.bincount(self.communities.of_user[posters], minlength=len(self.communities.all))

    def segment_of(self, user: int) -> Segment:
        """The segment of any user of the audience."""
        return self.communities.all[int(self.communities.of_user[user])].segment

    def carriers(self, minute: int, most: int) -> tuple[tuple[int, float], ...]:
        """The users whose posts outraged most others in the hour up to `minute`, with their share (0..1) of it."""
        passed_on = self._chronicle.passed_on(minute)
        users, counts = np.unique(passed_on, return_counts=True)
        best = np.argsort(-counts, kind="stable")[:most]
        total = max(len(passed_on), 1)
        return tuple((int(users[place]), int(counts[place]) / total) for place in best)

    @cached_property
    def links(self) -> tuple[tuple[int, int], ...]:
        """Some of those who follow the most followed nodes, both on the map: (followed, follower)."""
        audience = self.run.storm.audience
        famous = np.argsort(-self.followers, kind="stable")[:_FAMOUS]
        found: list[tuple[int, int]] = []
        for node in famous.tolist():
            asked = min(int(self.followers[node]), _ASKED)
            ranks = np.arange(asked, dtype=np.int64)
            nodes = self._node_of[audience.follower(np.repeat(self.users[node : node + 1], asked), ranks)]
            near = dict.fromkeys(nodes[nodes >= 0].tolist())
            near.pop(node, None)
            found.extend((node, other) for other in list(near)[:_LINKS_EACH])
        return tuple(found)
