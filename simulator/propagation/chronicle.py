"""What became of each user, and when: a storm told again from its ticks, to any of its minutes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from simulator.propagation.audience import Audience
from simulator.propagation.state import WINDOW, Tick
from simulator.propagation.tables import Whole

NEVER: Final = np.iinfo(np.int16).max
"""The minute of what has not happened."""
Minutes = NDArray[np.int16]


class Standing:
    """Where a user stands, as one can see it from outside: a byte, the loudest that holds.

    `REACHED`: an account that the user follows has posted. `UNMOVED`: turned sceptic, as far as the model goes.
    `OUTRAGED`: has posted in the last hour, and so is part of the volume; `CALMED`: has posted before that.
    """

    UNTOUCHED: Final = 0
    REACHED: Final = 1
    UNMOVED: Final = 2
    CALMED: Final = 3
    OUTRAGED: Final = 4


STANDINGS = 5


class Chronicle:
    """The minutes at which each user of `audience` was reached, outraged or unmoved (NEVER: not yet).

    `take` is given every tick of one storm, from the first. It reads the storm and changes nothing in it; a tick costs
    as much as the links of its newly outraged users. Memory: 7 bytes a user; up to minute NEVER - 1.
    """

    def __init__(self, audience: Audience) -> None:
        self._audience = audience
        self._ticks: list[Tick] = []
        self.reached: Minutes = np.full(audience.size, NEVER, np.int16)
        self.outraged: Minutes = np.full(audience.size, NEVER, np.int16)
        self.unmoved: Minutes = np.full(audience.size, NEVER, np.int16)
        self._stood: tuple[int, NDArray[np.uint8]] | None = None

    @property
    def minutes(self) -> int:
        """How many minutes were taken in: the last is one less."""
        return len(self._ticks)

    def take(self, tick: Tick) -> None:
        """Take in the next minute. ValueError for any other."""
        if tick.minute != self.minutes:
            raise ValueError(f"the next minute is {self.minutes}, not {tick.minute}")
        self._ticks.append(tick)
        self.unmoved[tick.sceptics] = tick.minute
        new = tick.activated
        if not len(new):
            return
        self.outraged[new] = tick.minute
        degrees = self._audience.degree(new)
        ends = degrees.cumsum()
        ranks = np.arange(ends[-1], dtype=np.int64) - np.repeat(ends - degrees, degrees)
        followers = self._audience.follower(np.repeat(new, degrees), ranks)
        self.reached[followers[self.reached[followers] == NEVER]] = tick.minute

    def standings(self, minute: int) -> NDArray[np.uint8]:
        """Where every user stood once `minute` was over: see Standing. To be read only."""
        if self._stood is None or self._stood[0] != minute:
            standing = (self.reached <= minute).view(np.uint8) * np.uint8(Standing.REACHED)
            np.maximum(standing, (self.unmoved <= minute).view(np.uint8) * np.uint8(Standing.UNMOVED), out=standing)
            np.maximum(standing, (self.outraged <= minute).view(np.uint8) * np.uint8(Standing.CALMED), out=standing)
            standing[self.posters(minute)] = Standing.OUTRAGED
            self._stood = (minute, standing)
        return self._stood[1]

    def posters(self, minute: int) -> Whole:
        """Who posted in the hour up to `minute`, as often as they did: the volume, one by one."""
        hour = self._between(minute - WINDOW, minute)
        return _joined([users for tick in hour for users in (tick.activated, tick.repeats)])

    def tick(self, minute: int) -> Tick:
        """What happened in `minute`; IndexError before it was taken in."""
        return self._ticks[minute]

    def passed_on(self, minute: int) -> Whole:
        """Whose posts were passed on in the hour up to `minute`, once for each user whom they outraged."""
        parents = _joined([tick.parents for tick in self._between(minute - WINDOW, minute)])
        return parents[parents >= 0]

    def _between(self, after: int, last: int) -> Iterator[Tick]:
        return iter(self._ticks[max(0, after + 1) : last + 1])


def _joined(parts: Sequence[Whole]) -> Whole:
    return np.concatenate([np.empty(0, np.int64), *parts])
