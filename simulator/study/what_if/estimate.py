"""A median over seeds, and how sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import comb
from statistics import median

_MISSED = 0.05


@dataclass(frozen=True)
class Estimate:
    """The median of some values, and the interval in which the median of all seeds lies with 95 % confidence."""

    median: float
    low: float
    high: float


def estimated(values: Sequence[float]) -> Estimate:
    """The estimate from `values`, one a seed; ValueError without any.

    The interval lies between two of the values, whose ranks follow from the binomial distribution alone (Conover
    1999, Practical Nonparametric Statistics); fewer than six are too few for 95 %, and it spans them all.
    """
    ordered = sorted(values)
    if not ordered:
        raise ValueError("an estimate needs at least one value")
    count = len(ordered)
    rank, below = 0, 1
    while 2 * (below + comb(count, rank + 1)) <= _MISSED * 2**count:
        rank += 1
        below += comb(count, rank)
    return Estimate(median(ordered), ordered[rank], ordered[count - 1 - rank])
