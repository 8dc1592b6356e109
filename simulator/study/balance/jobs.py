"""Plays as jobs for other processes, here or on another machine: what they need travels with them."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import as_completed
from functools import lru_cache
from typing import NamedTuple

from simulator.scenario.model import Scenario
from simulator.study.balance.edition import bots_version
from simulator.study.balance.lived import Lived, live
from simulator.study.pool import workers


class Job(NamedTuple):
    """A play to be lived."""

    bot: str
    seed: int


class Done(NamedTuple):
    """A play, and the version of the bots by which it was lived: see `bots_version`."""

    version: str
    play: Lived


Lives = Callable[[Scenario, Sequence[Job]], Iterator[Lived]]
"""Lives every job of a scenario and gives each play as soon as it is over, in any order."""


def packed(scenario: Scenario) -> bytes:
    """`scenario` as data: whoever lives a play need not have its file."""
    return zlib.compress(pickle.dumps(scenario))


def live_packed(data: bytes, job: Job) -> Done:
    """Live `job` in the scenario that `data` holds."""
    return Done(bots_version(), live(unpacked(data), job.seed, job.bot))


def pooled(scenario: Scenario, jobs: Sequence[Job], processes: int | None = None) -> Iterator[Lived]:
    """Live `jobs` in so many processes (None: as there are cores). What is left is given up when nobody asks on."""
    data = packed(scenario)
    with workers(processes) as pool:
        for future in as_completed([pool.submit(live_packed, data, job) for job in jobs]):
            yield future.result().play


def in_turn(scenario: Scenario, jobs: Sequence[Job]) -> Iterator[Lived]:
    """Live `jobs` in this process, one after the other."""
    return (live(scenario, job.seed, job.bot) for job in jobs)


@lru_cache(maxsize=4)
def unpacked(data: bytes) -> Scenario:
    """The scenario that `packed` made data of; data of this program's own making only."""
    scenario = pickle.loads(zlib.decompress(data))
    assert isinstance(scenario, Scenario)
    return scenario
