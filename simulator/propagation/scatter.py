"""One-to-one scattering of the numbers 0..size-1, computed both ways and never stored."""

from __future__ import annotations

from dataclasses import dataclass
from math import gcd

from simulator.chance import Chance
from simulator.propagation.tables.curves import Whole

_GOLDEN = 0x9E3779B97F4A7C15


@dataclass(frozen=True)
class Scatter:
    """The map place -> (place * multiplier + offset) mod size, and its inverse.

    The multiplier lies near the golden section of `size`, which spreads neighbours as evenly as can be. An affine
    map is enough: whatever else is known of a user is hashed from the number that comes out. `size` up to 2^30.
    """

    size: int
    multiplier: int
    offset: int
    inverse: int

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

    def forward(self, places: Whole) -> Whole:
        """Where each of `places` goes."""
        return self._remainder(places * self.multiplier + self.offset)

    def backward(self, places: Whole) -> Whole:
        """Where each of `places` came from."""
        return self._remainder((places + (self.size - self.offset)) * self.inverse)

    def _remainder(self, values: Whole) -> Whole:
        """values mod size, through the quotient: numpy divides a vector by one number much faster."""
        quotients = values // self.size
        quotients *= self.size
        values -= quotients
        return values
