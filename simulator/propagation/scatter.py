"""One-to-one scattering of the numbers 0..size-1, computed both ways and never stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import gcd

import numpy as np

from simulator.chance import Chance
from simulator.propagation.tables.curves import Whole

_GOLDEN = 0x9E3779B97F4A7C15


@dataclass(frozen=True)
class Scatter:
    """The map place -> (place * multiplier + offset) mod size, and its inverse.

    The multiplier lies near the golden section of `size`, which spreads neighbours as evenly as can be. Two such maps
    one after the other may undo each other: where two rankings meet, draw the map from one to the other and make the
    second of them with `after`. `size` up to 2^30. Of many runs side by side, each has its own multiplier, offset and
    inverse: then these are arrays.
    """

    size: int
    multiplier: int | Whole
    offset: int | Whole
    inverse: int | Whole

    @classmethod
    def drawn(cls, chance: Chance, name: str, size: int) -> Scatter:
        """The scattering that (seed, name) stands for; a size of 0 or 1 has nothing to scatter."""
        if size < 2:
            return cls(max(size, 1), 1, 0, 1)
        multiplier = (size * _GOLDEN >> 64) + chance.below(name, "multiplier", max(size >> 6, 1))
        while gcd(multiplier, size) != 1:
            multiplier += 1
        multiplier %= size
        return cls(size, multiplier, chance.below(name, "offset", size), pow(multiplier, -1, size))

    @classmethod
    def of(cls, seeds: int | Sequence[int], name: str, size: int) -> Scatter:
        """The scattering of one seed, or those of many for runs side by side."""
        if not isinstance(seeds, Sequence):
            return cls.drawn(Chance(seeds), name, size)
        each = [cls.drawn(Chance(seed), name, size) for seed in seeds]
        return cls(
            each[0].size,
            np.array([one.multiplier for one in each]),
            np.array([one.offset for one in each]),
            np.array([one.inverse for one in each]),
        )

    def after(self, first: Scatter) -> Scatter:
        """The scattering that does `first` and then this one."""
        multiplier = self.multiplier * first.multiplier % self.size
        offset = (self.multiplier * first.offset % self.size + self.offset) % self.size
        return Scatter(self.size, multiplier, offset, first.inverse * self.inverse % self.size)

    def undone(self) -> Scatter:
        """The scattering back."""
        return Scatter(self.size, self.inverse, (self.size - self.offset) * self.inverse % self.size, self.multiplier)

    def forward(self, places: Whole, runs: Whole | None = None) -> Whole:
        """Where each of `places` goes; of many runs, in the run of each."""
        return self._remainder(places * _of(self.multiplier, runs) + _of(self.offset, runs))

    def backward(self, places: Whole, runs: Whole | None = None) -> Whole:
        """Where each of `places` came from; of many runs, in the run of each."""
        return self._remainder((places + (self.size - _of(self.offset, runs))) * _of(self.inverse, runs))

    def _remainder(self, values: Whole) -> Whole:
        """values mod size, through the quotient: numpy divides a vector by one number much faster."""
        quotients = values // self.size
        quotients *= self.size
        values -= quotients
        return values


def _of(values: int | Whole, runs: Whole | None) -> int | Whole:
    return values if runs is None else np.atleast_1d(values)[runs]
