"""The draws about users: of one run, or of many runs side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from simulator.chance import Bits, Chance, hashed
from simulator.propagation.tables import Whole

_USER_PLACE = 32


class Draws(Protocol):
    """Random bits by name, user and number, the same whoever else is asked about."""

    def bits(self, name: str, users: Whole, numbers: Whole | int = 0) -> Bits:
        """64 bits for each user (below 2^30) and number (below 2^32)."""
        ...

    def split(self, users: Whole) -> tuple[Whole, Whole | None]:
        """The number of each user within its run, and of its run; None if there is only one."""
        ...

    def joined(self, users: Whole, runs: Whole | None) -> Whole:
        """What `split` took apart."""
        ...


class OneRun:
    """The draws of one seed."""

    def __init__(self, seed: int) -> None:
        self._chance = Chance(seed)

    def bits(self, name: str, users: Whole, numbers: Whole | int = 0) -> Bits:
        """64 bits for each user and number."""
        return hashed(self._chance.stream(name), keyed(users, numbers))

    def split(self, users: Whole) -> tuple[Whole, None]:
        """`users` themselves."""
        return users, None

    def joined(self, users: Whole, runs: Whole | None) -> Whole:  # noqa: ARG002
        """`users` themselves."""
        return users


class ManyRuns:
    """The draws of many seeds for as many runs of `size` users: r * size + u is the user u of run r."""

    def __init__(self, seeds: Sequence[int], size: int) -> None:
        self._chances = [Chance(seed) for seed in seeds]
        self._size = size
        self._streams: dict[str, Bits] = {}

    def bits(self, name: str, users: Whole, numbers: Whole | int = 0) -> Bits:
        """64 bits for each user and number, those that its own run's `OneRun` gives."""
        streams = self._streams.get(name)
        if streams is None:
            streams = self._streams[name] = np.array([chance.stream(name) for chance in self._chances], np.uint64)
        own, runs = self.split(users)
        return hashed(streams[runs], keyed(own, numbers))

    def split(self, users: Whole) -> tuple[Whole, Whole]:
        """The number of each user within its run, and of its run."""
        runs = users // self._size
        return users - runs * self._size, runs

    def joined(self, users: Whole, runs: Whole | None) -> Whole:
        """What `split` took apart."""
        return users if runs is None else users + runs * self._size


def users_in_all(seeds: int | Sequence[int], size: int) -> int:
    """How many users the draws of one seed, or of many for runs of `size` users, are about."""
    return size * len(seeds) if isinstance(seeds, Sequence) else size


def drawn(seeds: int | Sequence[int], size: int) -> Draws:
    """The draws of one seed, or of many for runs of `size` users."""
    return ManyRuns(seeds, size) if isinstance(seeds, Sequence) else OneRun(seeds)


def keyed(users: Whole, numbers: Whole | int) -> Whole:
    """One entity for each user (below 2^30) and number (below 2^32), so that a draw needs a single hash."""
    keys = users << _USER_PLACE
    if not (isinstance(numbers, int) and numbers == 0):
        keys += numbers
    return keys
