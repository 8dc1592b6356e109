"""The storm in one number: outrage from 0 to 100, in tenths, by whole-number arithmetic."""

from __future__ import annotations

from collections.abc import Mapping

TENTHS = 1000
"""An outrage of 100."""


def outrage_index(volume: int, v_half: int) -> int:
    """100 V / (V + V_half) in tenths, 0 to 1000: 50 at `v_half` posts of the last hour, 80 at four times that.

    ValueError for a `v_half` below 1.
    """
    if v_half < 1:
        raise ValueError(f"the volume of half outrage is at least 1, not {v_half}")
    return TENTHS * volume // (volume + v_half)


def segment_outrage(volumes: Mapping[str, int], quotas: Mapping[str, int], v_half: int) -> dict[str, int]:
    """Each segment's outrage in tenths: that of the whole audience if all of it posted as its members do.

    `volumes` are the segments' posts of the last hour, `quotas` their sizes. A segment without users has none.
    """
    size = sum(quotas.values())
    return {
        name: outrage_index(volume * size, v_half * quotas[name]) if quotas[name] else 0
        for name, volume in volumes.items()
    }
