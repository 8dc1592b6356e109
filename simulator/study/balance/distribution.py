"""How the scores of many plays are distributed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import floor

from simulator.scoring import Band, band_of

BANDS: tuple[Band, ...] = ("insufficient", "fair", "good", "excellent")


@dataclass(frozen=True)
class Distribution:
    """`plays` scores 0..100 from the lowest to the highest, and the share (0..1) of plays in each band."""

    plays: int
    low: float
    first_quartile: float
    median: float
    third_quartile: float
    high: float
    bands: Mapping[Band, float]

    @classmethod
    def of(cls, scores: Sequence[float]) -> Distribution:
        """The distribution of `scores`; ValueError without any."""
        if not scores:
            raise ValueError("no score has no distribution")
        ordered = sorted(scores)
        found = [band_of(score) for score in scores]
        low, first, median, third, high = (_quantile(ordered, quarters / 4) for quarters in range(5))
        bands = {band: found.count(band) / len(found) for band in BANDS}
        return cls(len(found), low, first, median, third, high, bands)

    @property
    def spread(self) -> float:
        """Points from the lowest score to the highest."""
        return self.high - self.low


def _quantile(ordered: Sequence[float], share: float) -> float:
    """The value below which `share` of the ordered values lie, on the straight line between its neighbours."""
    place = share * (len(ordered) - 1)
    below = floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])
