"""Fitting a scenario to its own silence: the scale of its outrage, and the seeds that players get."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from simulator.engine.run import Run
from simulator.propagation import half_volume, ordinary_seeds
from simulator.scenario.model import Scenario
from simulator.study.pool import workers


@dataclass(frozen=True)
class Silence:
    """A run in which nothing was decided: its largest volume (posts an hour) and all its posts."""

    seed: int
    peak: int
    posts: int


@dataclass(frozen=True)
class Calibration:
    """What `scenario.outbreak` should hold: silence's median peak is outrage 80, offered seeds lie within x2."""

    v_half: int
    offered_seeds: list[int]


def silence(scenario: Scenario, seed: int) -> Silence:
    """Live through `scenario` without deciding anything."""
    run = Run(scenario, seed)
    run.advance_to(scenario.length)
    return Silence(seed, max(run.state.volume), run.storm.posts)


def calibrate(scenario: Scenario, seeds: Iterable[int]) -> Calibration:
    """The calibration of `scenario` over `seeds`; ValueError without seeds. Runs in as many processes as cores."""
    with workers() as pool:
        silences = list(pool.map(partial(silence, scenario), seeds, chunksize=4))
    return Calibration(
        v_half=half_volume([each.peak for each in silences]),
        offered_seeds=ordinary_seeds({each.seed: each.posts for each in silences}),
    )
