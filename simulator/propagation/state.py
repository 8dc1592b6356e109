"""Where a spread stands: what was posted in the last hour, and a digest of all that happened."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Final

import numpy as np

from simulator.propagation.tables import Whole

WINDOW = 60
"""Minutes over which volume is counted."""


class Mood:
    """A user's byte, with the names of the SEIZ model (Jin et al. 2013) and fatigue."""

    SUSCEPTIBLE: Final = 0
    SCHEDULED: Final = 1
    OUTRAGED: Final = 2
    SCEPTIC: Final = 3
    FATIGUED: Final = 4


_NOBODY = np.empty(0, np.int64)


@dataclass(frozen=True)
class Tick:
    """What happened in one minute: arrays of user numbers (int64), in the order in which it happened.

    `parents` and `depths` go with `activated`: -1 and 0 for a user whom an inject set off. `repeats` are the users
    who posted again and `repeat_numbers` which repeat of theirs it was, from 1. `sceptics` turned sceptic.
    """

    minute: int
    activated: Whole = field(default_factory=lambda: _NOBODY)
    parents: Whole = field(default_factory=lambda: _NOBODY)
    depths: Whole = field(default_factory=lambda: _NOBODY)
    repeats: Whole = field(default_factory=lambda: _NOBODY)
    repeat_numbers: Whole = field(default_factory=lambda: _NOBODY)
    sceptics: Whole = field(default_factory=lambda: _NOBODY)

    @property
    def posts(self) -> int:
        """How many posts the minute saw, repeats included."""
        return len(self.activated) + len(self.repeats)

    def hashed(self, before: bytes) -> bytes:
        """The digest of this minute after the digest `before`; a minute without posts leaves it as it is."""
        if not self.posts and not len(self.sceptics):
            return before
        chain = blake2b(before, digest_size=16)
        numbers = (self.activated, self.parents, self.depths, self.repeats, self.repeat_numbers, self.sceptics)
        head = np.array([self.minute, *map(len, numbers)], np.int64)
        chain.update(np.concatenate([head, *numbers]).astype("<i8", copy=False).tobytes())
        return chain.digest()


class SpreadState:
    """The counters of one storm.

    `activated` users and `total` posts so far, `volume` posts of the last 60 minutes, `reached` followers of all who
    posted, no more than the audience of `size` users, and a `digest` of everything.
    """

    def __init__(self, size: int) -> None:
        self._size = size
        self._hour: deque[tuple[int, Whole]] = deque()
        self.activated = 0
        self.total = 0
        self.volume = 0
        self.reached = 0
        self.digest = bytes(16)

    @property
    def hour(self) -> deque[tuple[int, Whole]]:
        """The minutes of the last 60 that saw posts, each with who posted, as often as it did."""
        return self._hour

    def count(self, tick: Tick, followers: int) -> None:
        """Adds `tick`, in which so many `followers` saw the newly outraged post; all minutes, one after the other."""
        while self._hour and self._hour[0][0] <= tick.minute - WINDOW:
            self.volume -= len(self._hour.popleft()[1])
        if tick.posts:
            self._hour.append((tick.minute, np.concatenate([tick.activated, tick.repeats])))
            self.activated += len(tick.activated)
            self.total += tick.posts
            self.volume += tick.posts
            self.reached = min(self.reached + followers, self._size)
        self.digest = tick.hashed(self.digest)
