"""Makes the committed tables from the parameters: `python -m simulator.propagation.tables.make`.

A run never calls this: exp, log and pow differ in their last bit from one processor to another.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from simulator.propagation.parameters import HOURLY_SHARES, SpreadParameters
from simulator.propagation.tables.curves import (
    CELLS_AN_OCTAVE,
    ONE,
    POISSON_CELLS,
    POISSON_COUNTS,
    POISSON_LIMIT,
    TAIL_BITS,
)

_NORMAL = NormalDist()
_RESPONSE_MINUTES = 60
"""A message's effect comes with this time constant (design)."""


def make(parameters: SpreadParameters) -> dict[str, NDArray[np.int64]]:
    """Every table by name, for these parameters."""
    p = parameters
    power = -1 / (p.follower_exponent - 1)
    return {
        "followers": _over_tail(lambda s: p.follower_minimum * s**power, 1 << 8),
        "activity": _over_tail(lambda s: _log_normal(s, p.activity_mu, p.activity_sigma), ONE),
        "quality": _over_tail(lambda s: _log_normal(s, -(p.quality_sigma**2) / 2, p.quality_sigma), ONE),
        "following": _even(4096, lambda u: _inverse_lorenz(u, p.following_sigma), 1 << 44),
        "susceptibility": _even(4096, lambda u: 1 - (1 - u) ** (1 / p.susceptibility_shape), 1 << 32),
        "delay": _even(4096, lambda u: _delay(u, p), 1),
        "onward": _over_numbers(28, lambda k: k**p.onward_exponent, 1 << 12),
        "root": _over_numbers(28, lambda k: k**p.root_exponent, ONE),
        "poisson": _poisson_rows(),
        "clock": _clock(),
        "novelty": _listed(7 * 24 * 60 + 1, lambda t: math.exp(-((t / p.novelty_minutes) ** p.novelty_power))),
        "settling": _listed(12 * 60 + 1, lambda t: math.exp(-t / _RESPONSE_MINUTES)),
        "words": _listed(13, lambda w: p.word_ratio**w),
    }


def _listed(length: int, curve: Callable[[int], float]) -> NDArray[np.int64]:
    return np.array([round(curve(place) * ONE) for place in range(length)], np.int64)


def _even(cells: int, curve: Callable[[float], float], unit: int) -> NDArray[np.int64]:
    return np.array([round(curve(cell / cells) * unit) for cell in range(cells + 1)], np.int64)


def _over_numbers(octaves: int, curve: Callable[[float], float], unit: int) -> NDArray[np.int64]:
    cells = 1 << CELLS_AN_OCTAVE
    places = range(octaves * cells + 1)
    return np.array([round(curve(_place_value(place, cells)) * unit) for place in places], np.int64)


def _over_tail(curve: Callable[[float], float], unit: int) -> NDArray[np.int64]:
    """`curve` of a tail probability; the knot after the last stands for a probability of 1."""
    return _over_numbers(TAIL_BITS, lambda value: curve(value / 2**TAIL_BITS), unit)


def _place_value(place: int, cells: int) -> float:
    octave, cell = divmod(place, cells)
    return math.ldexp(1 + cell / cells, octave)


def _log_normal(tail: float, mu: float, sigma: float) -> float:
    return 0.0 if tail >= 1 else math.exp(mu - sigma * _NORMAL.inv_cdf(tail))


def _inverse_lorenz(share: float, sigma: float) -> float:
    """The place below which the users make `share` of all following, for a log-normal activity."""
    if share <= 0 or share >= 1:
        return float(share)
    return _NORMAL.cdf(_NORMAL.inv_cdf(share) + sigma)


def _delay(draw: float, p: SpreadParameters) -> float:
    """Seconds to react: level up to `kernel_flat`, a power law from there, cut at `kernel_cut`."""
    flat_mass = p.kernel_theta / (1 + p.kernel_theta)
    cut = p.kernel_cut * 86_400
    mass = draw * (1 - (1 - flat_mass) * math.pow(cut / p.kernel_flat, -p.kernel_theta))
    if mass <= flat_mass:
        return mass / flat_mass * p.kernel_flat
    return p.kernel_flat * math.pow((1 - mass) / (1 - flat_mass), -1 / p.kernel_theta)


def _poisson_rows() -> NDArray[np.int64]:
    cells = 1 << POISSON_CELLS
    octaves = (POISSON_LIMIT - 1).bit_length()
    rows = []
    for place in range(octaves * cells + 1):
        mean = _place_value(place, cells) / ONE
        term = total = math.exp(-mean)
        row = []
        for count in range(POISSON_COUNTS):
            row.append(2**32 if count == POISSON_COUNTS - 1 else min(round(total * 2**32), 2**32))
            term *= mean / (count + 1)
            total += term
        rows.append(row)
    return np.array(rows, np.int64)


def _clock() -> NDArray[np.int64]:
    """Activity seconds since midnight: busy hours count more, and a day's average post sees a speed of 1."""
    shares = [share / sum(HOURLY_SHARES) for share in HOURLY_SHARES]
    seen = 24 * sum(share * share for share in shares)
    knots = [0.0]
    for minute in range(24 * 60):
        knots.append(knots[-1] + 60 * 24 * shares[minute // 60] / seen)
    return np.array([round(knot * 256) for knot in knots], np.int64)


def main() -> None:
    tables = {name: table.astype("<i8") for name, table in make(SpreadParameters()).items()}
    np.savez_compressed(Path(__file__).with_name("tables.npz"), **tables)  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
