"""Many storms of one kind at once, each with its own seed: faster than one after the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from simulator.propagation.agenda import Events
from simulator.propagation.audience import Audience
from simulator.propagation.contagion import Contagion
from simulator.propagation.daytime import Daytime
from simulator.propagation.draws import ManyRuns
from simulator.propagation.novelty import Novelty
from simulator.propagation.parameters import SpreadParameters
from simulator.propagation.reactions import STRONGEST, Reactions, Seeding
from simulator.propagation.spread import is_loud
from simulator.propagation.state import WINDOW, Tick
from simulator.propagation.tables import ONE, Whole


class SideBySide:
    """Storms of `seeds`, each in its own audience of `size` users with these quotas, through the same story.

    Run r is the storm that `Spread(Audience(size, seeds[r], ...), ..., seeds[r], ...)` would be; its user u has the
    number r * size + u here. A minute's fixed cost is paid once for all runs, which pays off while a storm has
    fewer than some hundred posts a minute. Memory: one byte a user and 28 a planned event.
    ValueError as `Audience` has it, without seeds, or if the runs have more than 2^30 users in all.
    """

    def __init__(
        self,
        size: int,
        seeds: Sequence[int],
        quotas: Mapping[str, int],
        parameters: SpreadParameters,
        start_of_day_minute: int,
    ) -> None:
        if not seeds:
            raise ValueError("storms side by side need at least one seed")
        if size * len(seeds) > 1 << 30:
            raise ValueError(f"{len(seeds)} runs of {size} users are more than 2^30 users")
        self.runs = len(seeds)
        self.parameters = parameters
        self.audience = Audience(size, seeds, quotas, parameters)
        self._draws = ManyRuns(seeds, size)
        self._each = [Reactions(Audience(size, seed, quotas, parameters), parameters, seed) for seed in seeds]
        self._contagion = Contagion(
            self.audience, Reactions(self.audience, parameters, seeds), Daytime(start_of_day_minute), size * self.runs
        )
        self._novelty = Novelty()
        self._seedings: dict[int, list[tuple[Seeding, Sequence[int]]]] = {}
        self._recent: Whole = np.zeros((WINDOW, self.runs), np.int64)
        self._waves: Whole = np.zeros(self.runs, np.int64)
        self._minute = 0
        self.totals: Whole = np.zeros(self.runs, np.int64)
        self.activated: Whole = np.zeros(self.runs, np.int64)

    @property
    def volumes(self) -> Whole:
        """Posts of the last 60 minutes in each run, repeats included."""
        volumes: Whole = self._recent.sum(axis=0)
        return volumes

    @property
    def moods(self) -> NDArray[np.uint8]:
        """One byte a user, shape (runs, size): see `Mood`."""
        return self._contagion.moods.reshape(self.runs, self.audience.size)

    def seed_users(
        self, minute: int, count: int, name: str, segment: str | None = None, *, words: int = 0, novelty: int = ONE
    ) -> None:
        """Lets `count` users be outraged in each run: see `Spread.seed_users`."""
        if minute < self._minute:
            raise ValueError(f"minute {minute} is over: the storms stand at {self._minute}")
        seeding = Seeding.of(name, count, segment, words)
        self._seedings.setdefault(minute, []).append((seeding, range(self.runs)))
        if count and novelty:
            self.reignite(minute, novelty)

    def reignite(self, minute: int, strength: int) -> None:
        """Makes the story news again from `minute` on: see `Spread.reignite`."""
        self._novelty.renew(minute, strength)

    def step(self, minute: int, transmission: int = ONE) -> Tick:
        """Lives through `minute` in all runs: see `Spread.step`; the users of a run are in their order of there."""
        if minute != self._minute:
            raise ValueError(f"the next minute is {self._minute}, not {minute}")
        if not 0 <= transmission <= STRONGEST:
            raise ValueError(f"a transmission is from 0 to {STRONGEST}, not {transmission}")
        self._minute += 1
        strength = self._novelty.at(minute) * transmission >> 16
        tick = self._contagion.live(minute, self._seeded(minute), strength, transmission)
        newly = self._by_run(tick.activated)
        self._recent[minute % WINDOW] = newly + self._by_run(tick.repeats)
        self.activated += newly
        self.totals += self._recent[minute % WINDOW]
        self._wake_journalists(minute)
        return tick

    def _by_run(self, users: Whole) -> Whole:
        counts: Whole = np.bincount(users // self.audience.size, minlength=self.runs)
        return counts

    def _seeded(self, minute: int) -> list[Events]:
        found = []
        for seeding, runs in self._seedings.pop(minute, ()):
            users = [self._draws.joined(self._each[run].seeds(seeding), np.array([run])) for run in runs]
            found.append(self._contagion.outrage(np.concatenate(users), seeding.words))
        return found

    def _wake_journalists(self, minute: int) -> None:
        """See `Spread`: each run has its own journalists."""
        if not self.parameters.journalist_threshold or not self.audience.quotas["journalists"]:
            return
        posted = self._recent[minute % WINDOW] > 0
        loud = posted & is_loud(self.parameters, self._waves, self.volumes, self.audience.size)
        for run in loud.nonzero()[0].tolist():
            self._waves[run] += 1
            p = self.parameters
            seeding = Seeding(f"journalists {self._waves[run]}", p.journalist_seeds, "journalists")
            self._seedings.setdefault(minute + p.journalist_delay, []).append((seeding, [run]))
