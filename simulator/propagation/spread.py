"""The spread of outrage, minute by minute: one storm and what sets it off."""

from __future__ import annotations

from collections import deque
from itertools import takewhile
from typing import overload

import numpy as np
from numpy.typing import NDArray

from simulator.propagation.agenda import Events
from simulator.propagation.audience import SEGMENTS, Audience
from simulator.propagation.contagion import Contagion
from simulator.propagation.daytime import Daytime
from simulator.propagation.novelty import Novelty
from simulator.propagation.parameters import SpreadParameters
from simulator.propagation.reactions import STRONGEST, Reactions, Seeding
from simulator.propagation.state import SpreadState, Tick
from simulator.propagation.tables import ONE, Whole

_PER_USERS = 10_000


class Spread:
    """One storm among an audience: `step` moves it on by one minute, at a cost that grows with the posts alone.

    All draws about a user are keyed by that user, so that a weaker transmission activates a part of the users
    that a stronger one does, as long as neither rises again, all events have as many moral words, and journalists and
    new facts stay away. `start_of_day_minute` is the minute of the day at which the run starts. `reactions` are those
    of this audience, parameters and seed, where another storm has asked for them before.
    """

    def __init__(
        self,
        audience: Audience,
        parameters: SpreadParameters,
        seed: int,
        start_of_day_minute: int,
        reactions: Reactions | None = None,
    ) -> None:
        self.audience = audience
        self.parameters = parameters
        self.state = SpreadState(audience.size)
        self._reactions = reactions or Reactions(audience, parameters, seed)
        self._contagion = Contagion(audience, self._reactions, Daytime(start_of_day_minute), audience.size)
        self._novelty = Novelty()
        self._seedings: dict[int, list[Seeding]] = {}
        self._minute = 0
        self._journalist_waves = 0
        self._counted: deque[tuple[int, Whole]] = deque()
        self._segment_posts: Whole = np.zeros(len(SEGMENTS), np.int64)

    @property
    def moods(self) -> NDArray[np.uint8]:
        """One byte a user: see `Mood`."""
        return self._contagion.moods

    @property
    def volume(self) -> int:
        """Posts of the last 60 minutes, repeats included."""
        return self.state.volume

    @property
    def segment_volume(self) -> dict[str, int]:
        """Posts of the last 60 minutes in each audience segment."""
        last = self._counted[-1][0] if self._counted else -1
        newer = list(takewhile(lambda minute_and_users: minute_and_users[0] > last, reversed(self.state.hour)))
        for minute, users in reversed(newer):
            counts = self._segments_of(users)
            self._counted.append((minute, counts))
            self._segment_posts += counts
        oldest = self.state.hour[0][0] if self.state.hour else self._minute
        while self._counted and self._counted[0][0] < oldest:
            self._segment_posts -= self._counted.popleft()[1]
        return dict(zip(SEGMENTS, self._segment_posts.tolist(), strict=True))

    @property
    def activated(self) -> int:
        """Users outraged so far."""
        return self.state.activated

    @property
    def total(self) -> int:
        """Posts so far, repeats included."""
        return self.state.total

    @property
    def reach(self) -> int:
        """Followers of all who posted, no more than the audience."""
        return self.state.reached

    def digest_part(self) -> bytes:
        """16 bytes that stand for everything that has happened."""
        return self.state.digest

    def seed_users(
        self, minute: int, count: int, name: str, segment: str | None = None, *, words: int = 0, novelty: int = ONE
    ) -> None:
        """Lets `count` users (of `segment`, or of all) be outraged at `minute` by the event `name`.

        They are drawn without regard to the storm, so that a name means the same users in every run of a seed;
        those outraged already change nothing. `words` counts the moral-emotional words (0 to 12) of what they
        pass on; `novelty` says how much of a new fact they bring (see `reignite`). ValueError for a minute that
        is over, a segment that does not exist, or a number outside its range.
        """
        if minute < self._minute:
            raise ValueError(f"minute {minute} is over: the spread stands at {self._minute}")
        self._seedings.setdefault(minute, []).append(Seeding.of(name, count, segment, words))
        if count and novelty:
            self.reignite(minute, novelty)

    def reignite(self, minute: int, strength: int) -> None:
        """Makes the story news again from `minute` on: a `strength` of 65,536 is as new as on the first day.

        ValueError for a strength outside 0 to 65,536.
        """
        self._novelty.renew(minute, strength)

    def novelty(self, minute: int) -> int:
        """How new the story is at `minute`, in 2^-16: that of its freshest fact."""
        return self._novelty.at(minute)

    def step(self, minute: int, transmission: int = ONE) -> Tick:
        """Lives through `minute`, in which messages multiply transmission by `transmission` / 65,536.

        ValueError unless minutes come one after the other from 0 and `transmission` is from 0 to STRONGEST.
        """
        if minute != self._minute:
            raise ValueError(f"the next minute is {self._minute}, not {minute}")
        if not 0 <= transmission <= STRONGEST:
            raise ValueError(f"a transmission is from 0 to {STRONGEST}, not {transmission}")
        self._minute += 1
        tick = self._contagion.live(
            minute, self._seeded(minute), self.novelty(minute) * transmission >> 16, transmission
        )
        self.state.count(tick, int(self._contagion.followers.sum()))
        if tick.posts:
            self._wake_journalists(minute)
        return tick

    def _segments_of(self, users: Whole) -> Whole:
        """How many of `users` each segment has."""
        return np.bincount(self.audience.segment(users), minlength=len(SEGMENTS))

    def _seeded(self, minute: int) -> list[Events]:
        return [
            self._contagion.outrage(self._reactions.seeds(seeding), seeding.words)
            for seeding in self._seedings.pop(minute, ())
        ]

    def _wake_journalists(self, minute: int) -> None:
        """Journalists take the story up when it is loud enough, and again each time it is twice as loud."""
        if not is_loud(self.parameters, self._journalist_waves, self.volume, self.audience.size):
            return
        self._journalist_waves += 1
        if self.audience.quotas["journalists"]:
            self.seed_users(
                minute + self.parameters.journalist_delay,
                self.parameters.journalist_seeds,
                f"journalists {self._journalist_waves}",
                "journalists",
                novelty=0,
            )


@overload
def is_loud(parameters: SpreadParameters, waves: int, volume: int, size: int) -> bool: ...


@overload
def is_loud(parameters: SpreadParameters, waves: Whole, volume: Whole, size: int) -> NDArray[np.bool_]: ...


def is_loud(
    parameters: SpreadParameters, waves: int | Whole, volume: int | Whole, size: int
) -> bool | NDArray[np.bool_]:
    """Whether so much volume among `size` users brings the next wave of journalists, after `waves` of them."""
    threshold = parameters.journalist_threshold
    return (threshold > 0) & (volume * _PER_USERS >= (threshold << waves) * size)
