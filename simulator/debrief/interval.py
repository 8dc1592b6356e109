"""How sure a what-if is: what the same change does to the same crisis among other people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from simulator.chance import Chance
from simulator.debrief.counterfactual import WhatIf
from simulator.study.what_if.estimate import Estimate, estimated

WORLDS = 20
_DROPPED = 10
"""Of so many worlds, the lowest and the highest difference of a minute are left out of the band: 80 % remain."""


@dataclass(frozen=True)
class Interval:
    """What a change does over `worlds` other audiences, each compared with itself without the change.

    `peak` and `volume` are changes in per cent, of the highest outrage and of the posts in all. `low` and `high` bound
    the changed curve, thousandths, one entry a minute. `skipped` is how many decisions no longer held, in all worlds.
    """

    peak: Estimate
    volume: Estimate
    low: tuple[int, ...]
    high: tuple[int, ...]
    worlds: int
    skipped: int = 0


def crowds(seed: int, worlds: int = WORLDS) -> tuple[int, ...]:
    """The other audiences among which a play of this seed is lived again, always the same."""
    chance = Chance(seed)
    return tuple(chance.draw("another crowd", world) for world in range(worlds))


def interval(outrage: Sequence[int], pairs: Sequence[tuple[WhatIf, WhatIf]]) -> Interval:
    """What the change does, from each world without it and with it; ValueError without any world.

    `outrage` is the play's own curve: the band lies around it, as far as the middle 80 % of worlds differ, each minute
    by itself. All curves are equally long.
    """
    if not pairs:
        raise ValueError("an interval needs at least one world")
    differences = np.array([changed.outrage for _, changed in pairs]) - np.array([same.outrage for same, _ in pairs])
    differences.sort(axis=0)
    dropped = len(pairs) // _DROPPED
    low, high = (
        np.clip(np.array(outrage) + differences[rank], 0, 1000) for rank in (dropped, len(pairs) - 1 - dropped)
    )
    return Interval(
        peak=estimated([_per_cent(same.peak, changed.peak) for same, changed in pairs]),
        volume=estimated([_per_cent(same.posts, changed.posts) for same, changed in pairs]),
        low=tuple(low.tolist()),
        high=tuple(high.tolist()),
        worlds=len(pairs),
        skipped=sum(changed.skipped for _, changed in pairs),
    )


def _per_cent(same: int, changed: int) -> float:
    """The change in per cent; of nothing, of one."""
    return 100 * (changed - same) / max(same, 1)
