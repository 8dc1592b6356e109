"""The map of the audience in words: who is outraged where, how fast, and who carries it."""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from simulator.play.network import IDS, Community, Network
from simulator.play.presenters.audience import segment_name
from simulator.play.presenters.gauge import STEADY, WINDOW, arrow
from simulator.play.presenters.network_rows import (
    CommunityGround,
    HeatRow,
    NetworkGround,
    NetworkView,
    SegmentGround,
)
from simulator.play.presenters.people import simulated_author
from simulator.play.presenters.segments import segment_heat
from simulator.play.presenters.telling import Telling
from simulator.propagation.chronicle import Standing
from simulator.scenario.base import Segment

_KEPT = 8
"""Views kept for those who look at the same minute again."""
_CARRIERS = 2
_HOTTEST = 3
_WELL_KNOWN, _FAMOUS = 0.006, 0.03
"""Shares of the audience that follow a well known account, and one of the most followed."""
_TRENDS = {-1: "play.network_falls", 0: "play.network_steady", 1: "play.network_rises"}


class Cartographer:
    """Gives the map of a run, however it is told: the same one as long as run and telling are the same."""

    def __init__(self) -> None:
        self._network: Network | None = None
        self._made: tuple[Telling, NetworkMap] | None = None

    def map_of(self, telling: Telling) -> NetworkMap:
        """The map of the telling's run."""
        if self._network is None or self._network.run is not telling.run:
            self._network = Network(telling.run)
        if self._made is None or self._made[0] is not telling:
            self._made = (telling, NetworkMap(telling, self._network))
        return self._made[1]


class NetworkMap:
    """The map of a telling's run, told minute by minute."""

    def __init__(self, telling: Telling, network: Network) -> None:
        self._telling = telling
        self._network = network
        self._views: dict[int, NetworkView] = {}
        self._told: dict[tuple[int, int], str] = {}

    def advance(self) -> bool:
        """Take in some of what was played since; whether all of it is told by now."""
        return self._network.catch_up()

    @property
    def waiting(self) -> bool:
        """Whether minutes were played that are not taken in."""
        return self._network.minute + 1 < len(self._telling.run.storm.ticks)

    @property
    def minute(self) -> int:
        """The last minute that can be shown; -1 before the first was taken in."""
        return self._network.minute

    @cached_property
    def ground(self) -> NetworkGround:
        """What never changes."""
        communities, followers = self._network.communities.all, self._network.followers
        size = self._telling.scenario.audience.size
        fame = (followers > _WELL_KNOWN * size).astype(np.uint8) + (followers > _FAMOUS * size)
        return NetworkGround(
            segments=tuple(
                SegmentGround(IDS[code], self._segment_name(IDS[code]), places) for code, places in self._places.items()
            ),
            communities=tuple(
                CommunityGround(f"{one.segment} {one.number}", self._name(one), IDS.index(one.segment), one.nodes)
                for one in communities
            ),
            fame=fame,
            links=self._network.links,
            legend=self._legend(),
        )

    def view(self, minute: int) -> NetworkView:
        """The map at `minute`; IndexError for one that was not taken in."""
        if minute not in self._views:
            if len(self._views) >= _KEPT:
                del self._views[next(iter(self._views))]
            self._views[minute] = self._made(minute)
        return self._views[minute]

    def told(self, minute: int, place: int) -> str:
        """All about the community at `place` in a sentence; made when it is asked for, there are so many."""
        if (minute, place) not in self._told:
            if len(self._told) >= _KEPT * _KEPT:
                self._told.clear()
            self._told[minute, place] = self._sentence(minute, place)
        return self._told[minute, place]

    def _made(self, minute: int) -> NetworkView:
        network = self._network
        counts = network.counts(minute)
        volumes, before = network.volumes(minute), network.volumes(max(0, minute - WINDOW))
        sizes = np.array([one.users for one in network.communities.all])

        def heat(places: range) -> HeatRow:
            where = slice(places.start, places.stop)
            return self._heat(int(volumes[where].sum()), int(before[where].sum()), int(sizes[where].sum()))

        rows = tuple(heat(range(place, place + 1)) for place in range(len(sizes)))
        return NetworkView(
            minute=minute,
            clock=self._telling.times.dated(minute),
            standings=network.standings(minute),
            hops=network.hops(minute),
            communities=rows,
            segments=tuple(heat(places) for places in self._places.values()),
            headline=self._headline(counts.sum(axis=0)),
            hottest=self._hottest(rows),
            carriers=self._carriers(minute),
        )

    @cached_property
    def _places(self) -> dict[int, range]:
        """Where the communities of each segment that has people lie."""
        places: dict[int, range] = {}
        for place, one in enumerate(self._network.communities.all):
            if one.users:
                code = IDS.index(one.segment)
                places[code] = range(places[code].start if code in places else place, place + 1)
        return places

    def _heat(self, volume: int, before: int, users: int) -> HeatRow:
        now = segment_heat(self._telling, volume, users)
        return HeatRow(now, arrow(now - segment_heat(self._telling, before, users), STEADY))

    def _sentence(self, minute: int, place: int) -> str:
        telling, one = self._telling, self._network.communities.all[place]
        counts, row = self._network.counts(minute)[place], self.view(minute).communities[place]
        return telling.say(
            "play.network_community",
            name=self._name(one),
            people=telling.phrases.short_number(one.users * telling.scenario.audience.people_per_user),
            outrage=str(row.outrage),
            trend=telling.say(_TRENDS[row.arrow]),
            outraged=self._share(counts, Standing.OUTRAGED, one.users),
            calmed=self._share(counts, Standing.CALMED, one.users),
            reached=self._reached(counts, one.users),
        )

    def _share(self, counts: NDArray[np.int64], standing: int, users: int) -> str:
        share = 100 * int(counts[standing]) / max(users, 1)
        return self._telling.phrases.number(share, 1 if 0 < share < 9.95 else 0)

    def _reached(self, counts: NDArray[np.int64], users: int) -> str:
        share = 100 * (users - int(counts[Standing.UNTOUCHED])) / max(users, 1)
        return self._telling.phrases.number(share)

    def _headline(self, counts: NDArray[np.int64]) -> str:
        users = int(counts.sum())
        if not counts[Standing.OUTRAGED] and not counts[Standing.CALMED]:
            return self._telling.say("play.network_quiet")
        return self._telling.say(
            "play.network_headline",
            reached=self._reached(counts, users),
            outraged=self._share(counts, Standing.OUTRAGED, users),
        )

    def _hottest(self, rows: tuple[HeatRow, ...]) -> str:
        """Where outrage is highest: said only where there is any."""
        order = sorted(range(len(rows)), key=lambda place: -rows[place].outrage)
        most = [place for place in order[:_HOTTEST] if rows[place].outrage >= STEADY]
        if not most:
            return ""
        names = [f"{self._name(self._network.communities.all[place])} ({rows[place].outrage})" for place in most]
        return self._telling.say("play.network_hottest", names=", ".join(names))

    def _carriers(self, minute: int) -> str:
        named = []
        for user, share in self._network.carriers(minute, _CARRIERS):
            segment = self._network.segment_of(user)
            author = simulated_author(
                user,
                segment,
                self._telling.run.seed,
                self._telling.phrases,
                self._telling.scenario.audience.customers_are,
            )
            code = "play.network_carrier_of" if author.badge else "play.network_carrier"
            badge = author.badge[:1].lower() + author.badge[1:]
            part = str(max(1, round(100 * share)))
            named.append(self._telling.say(code, who=author.handle, badge=badge, share=part))
        return self._telling.say("play.network_carriers", names=", ".join(named)) if named else ""

    def _segment_name(self, segment: Segment) -> str:
        return segment_name(segment, self._telling.scenario.audience, self._telling.phrases)

    def _name(self, community: Community) -> str:
        name = self._segment_name(community.segment)
        if not community.number:
            return name
        return self._telling.say("play.network_community_name", segment=name, number=str(community.number))

    def _legend(self) -> str:
        usual = float(np.median(self._network.weights)) * self._telling.scenario.audience.people_per_user
        digits = max(0, len(str(round(usual))) - 2)
        return self._telling.say("play.network_legend", people=self._telling.phrases.number(round(usual, -digits)))
