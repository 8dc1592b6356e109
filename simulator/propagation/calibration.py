"""Fitting a scenario's indices to silence: what a storm without any answer looks like, over many seeds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def half_volume(silent_peaks: Sequence[int]) -> int:
    """The volume of outrage 50 for which the median of silence's peak volumes is outrage 80; at least 1.

    ValueError without peaks.
    """
    return max(_median(silent_peaks) // 4, 1)


def ordinary_seeds(silent_volumes: Mapping[int, int]) -> list[int]:
    """The seeds, in order, whose silent volume lies between half and twice the median: the ones to play.

    ValueError without volumes.
    """
    middle = _median(list(silent_volumes.values()))
    return sorted(seed for seed, volume in silent_volumes.items() if middle <= 2 * volume <= 4 * middle)


def _median(values: Sequence[int]) -> int:
    """The middle value; of two middle ones the lower, so that it stays one of the values."""
    if not values:
        raise ValueError("a median needs at least one value")
    return sorted(values)[(len(values) - 1) // 2]
