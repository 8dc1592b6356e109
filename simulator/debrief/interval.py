"""How sure a what-if is: what the same change does to the same crisis among other people."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.study.what_if.estimate import Estimate


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
