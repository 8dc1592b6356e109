"""Poisson counts of any mean, each keyed by the user it is about and a number."""

from __future__ import annotations

import numpy as np

from simulator.propagation import tables
from simulator.propagation.draws import Draws
from simulator.propagation.tables import POISSON_LIMIT, Whole

_NUMBER_BITS = 8


def poisson(draws: Draws, name: str, users: Whole, numbers: Whole | int, means: Whole) -> Whole:
    """How often something happens to each of `users` for the time `numbers` (0 to 255), `means` in 2^-16 on average.

    A larger mean never gives a smaller count. A mean above the table's is a sum of the largest and a rest, each
    with a draw of its own, so that the count is a Poisson one whatever the mean.
    """
    table = tables.load()
    bits = draws.bits(name, users, numbers)
    if not means.size or int(means.max()) <= POISSON_LIMIT:
        return table.poisson_counts(bits, means)
    counts = table.poisson_counts(bits, np.minimum(means, POISSON_LIMIT))
    many = (means > POISSON_LIMIT).nonzero()[0]
    wholes = means[many] // POISSON_LIMIT
    places, further = spelled_out(wholes)
    places, further = many[places], further + 1
    left = np.minimum(means[places] - further * POISSON_LIMIT, POISSON_LIMIT)
    keys = (further << _NUMBER_BITS) + (numbers if isinstance(numbers, int) else numbers[places])
    drawn = table.poisson_counts(draws.bits(name, users[places], keys), left)
    counts[many] += np.add.reduceat(drawn, wholes.cumsum() - wholes)
    return counts


def spelled_out(counts: Whole) -> tuple[Whole, Whole]:
    """Each of the things counted: the place of its count, and its number from 0 among those of that count."""
    places = np.arange(len(counts), dtype=np.int64).repeat(counts)
    starts = counts.cumsum()
    starts -= counts
    numbers = np.arange(len(places), dtype=np.int64)
    numbers -= starts[places]
    return places, numbers
