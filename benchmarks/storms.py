"""The crisis model at work: how soon a large audience is ready, what three days cost, what more users cost."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from statistics import median
from time import perf_counter

import numpy as np
from apart import apart, peak
from figure import Figure, Tell

from simulator.propagation import Audience, Spread, SpreadParameters
from simulator.propagation.side_by_side import SideBySide

NOON = 12 * 60
DAY = 24 * 60
SEVERE = SpreadParameters.for_severity(3)
SHARES = {"customers": 0.5, "employees": 0.02, "journalists": 0.002, "influencers": 0.001, "bots": 0.12}

TOGETHER = 100
"""Storms that a process lives side by side."""


def storm(size: int, seed: int, parameters: SpreadParameters = SEVERE) -> Spread:
    """A spread among `size` users, in segments as a scenario has them, that nobody has heard of yet."""
    return Spread(Audience(size, seed, quotas(size), parameters), parameters, seed, NOON)


def quotas(size: int) -> dict[str, int]:
    """Segments in the proportions of a scenario."""
    return {name: int(share * size) for name, share in SHARES.items()}


def tell_ready(tell: Tell, runs: int) -> None:
    """Time and memory until 100,000,000 users have lived through the first minute of a crisis, and after a day."""
    found = [apart(_made_ready) for _ in range(runs)]
    ready, at_first, after_a_day = (median(column) for column in zip(*found, strict=True))
    tell(Figure("100,000,000 users ready", ready, "s", most=1))
    tell(Figure("100,000,000 users ready, peak memory", at_first, "MiB", most=400))
    tell(Figure("100,000,000 users after a day of crisis, peak memory", after_a_day, "MiB"))


def _made_ready() -> tuple[float, float, float]:
    before = peak()
    began = perf_counter()
    spread = storm(100_000_000, 1)
    spread.seed_users(0, 40, "outbreak")
    spread.step(0)
    ready, first = perf_counter() - began, peak() - before
    for minute in range(1, DAY):
        spread.step(minute)
    return ready, first, peak() - before


def tell_days(tell: Tell, runs: int) -> None:
    """Three days among 1,000,000 users, with news every half hour that keep about 500,000 posts coming."""
    found = [apart(_three_days, run) for run in range(runs)]
    posts, seconds, late, worst = (median(column) for column in zip(*found, strict=True))
    tell(Figure("three days among 1,000,000 users, posts", posts, "posts"))
    tell(Figure("three days among 1,000,000 users", seconds, "s", most=2.5))
    tell(Figure("a minute of them, 99th percentile", late * 1000, "ms", most=15))
    tell(Figure("a minute of them, worst", worst * 1000, "ms"))


def _three_days(seed: int) -> tuple[float, float, float, float]:
    spread = storm(1_000_000, seed)
    for minute in range(0, 3 * DAY, 30):
        spread.seed_users(minute, 950, f"news {minute}")
    ticks = []
    for minute in range(3 * DAY):
        began = perf_counter()
        spread.step(minute)
        ticks.append(perf_counter() - began)
    return float(spread.total), sum(ticks), float(np.percentile(ticks, 99)), max(ticks)


def tell_growth(tell: Tell, runs: int) -> None:
    """As many activations among 100 times the users: few ones among 10,000, many among 1,000,000."""
    for small, seeds in ((10_000, 400), (1_000_000, 40_000)):
        ratios, less, more = apart(_grown, small, seeds, runs)
        name = f"{small:,} -> {100 * small:,} users, as many activations"
        tell(Figure(f"{name}: time ratio", ratios, "x", most=1.3))
        tell(Figure(f"{name}: activations", less, "users"))
        tell(Figure(f"{name}: activations in the larger", more, "users"))


# Journalists wake by volume per 10,000 users: without them both audiences have the same storm. A weak one stays far
# from exhausting the smaller audience.
_WEAK = replace(SEVERE, reproduction=0.8, journalist_threshold=0)


def _grown(small: int, seeds: int, runs: int) -> tuple[float, float, float]:
    """The median ratio of times, of runs in pairs, and the activations of both."""
    aim = _lived(small, seeds, 0)[1]
    more = seeds
    for _ in range(6):
        activated = _lived(100 * small, more, 0)[1]
        if abs(activated - aim) <= 0.01 * aim:
            break
        more = round(more * aim / activated)
    pairs = [(_lived(small, seeds, 0), _lived(100 * small, more, 0)) for _ in range(runs)]
    ratio = median(grown[0] / given[0] for given, grown in pairs)
    return ratio, float(pairs[0][0][1]), float(pairs[0][1][1])


def _lived(size: int, seeds: int, seed: int) -> tuple[float, int]:
    """Seconds for six hours, and the activations of a storm."""
    spread = storm(size, seed, _WEAK)
    spread.seed_users(0, seeds, "outbreak")
    began = perf_counter()
    for minute in range(360):
        spread.step(minute)
    return perf_counter() - began, spread.activated


def tell_storms(tell: Tell, runs: int) -> None:
    """1,000 storms of three hours among 10,000 users, each with an audience and a storm of its own, on all cores.

    Side by side in each process, which gives the storms that each would be alone; a tenth of them are also measured
    one after the other.
    """
    cores = os.cpu_count() or 1
    found = [_on_all_cores(cores, _together, 1000 // TOGETHER, 1) for _ in range(runs)]
    seconds, posts = (median(column) for column in zip(*found, strict=True))
    tell(Figure("1,000 storms of three hours among 10,000 users", seconds, "s", most=30))
    tell(Figure("1,000 storms: cores", cores, "cores"))
    tell(Figure("1,000 storms: posts of one", posts / 1000, "posts"))
    seconds, _ = _on_all_cores(cores, _alone, 100, 10)
    tell(Figure("100 of the 1,000 storms, one after the other", seconds, "s"))


def _on_all_cores(cores: int, work: Callable[[int], int], parts: int, at_once: int) -> tuple[float, int]:
    """Seconds, the start of the processes included, and the sum of what the parts give."""
    began = perf_counter()
    with ProcessPoolExecutor(cores, mp_context=get_context("spawn")) as pool:
        posts = sum(pool.map(work, range(parts), chunksize=at_once))
    return perf_counter() - began, posts


def _together(part: int) -> int:
    seeds = range(part * TOGETHER, (part + 1) * TOGETHER)
    storms = SideBySide(10_000, seeds, quotas(10_000), SEVERE, NOON)
    storms.seed_users(0, 40, "outbreak")
    for minute in range(180):
        storms.step(minute)
    return int(storms.totals.sum())


def _alone(seed: int) -> int:
    spread = storm(10_000, seed)
    spread.seed_users(0, 40, "outbreak")
    for minute in range(180):
        spread.step(minute)
    return spread.total
