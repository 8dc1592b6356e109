"""Independent cascade and SIR are what NDlib, EoN and CyNetDiff make of them on the same graph.

Each program lives RUNS outbreaks with seeds of its own from the same first users. Final sizes are compared by the
two-sample Kolmogorov-Smirnov test, means by step in their standard errors. All levels are shared out among the
comparisons (Bonferroni), so that an honest change of the draws fails one of these tests once in a hundred times.
"""

from __future__ import annotations

import os
from functools import cache
from importlib import import_module
from types import ModuleType

import numpy as np
import pytest

from benchmarks.peers.graph import Graph, Whole, of_links
from benchmarks.peers.law import Law
from simulator.chance import Chance
from simulator.propagation import Audience

pytestmark = pytest.mark.slow(20)

RUNS = 600
LEVEL = 0.01
PEERS = ("ndlib", "eon", "cynetdiff")
LAWS = {"cascade": Law(0.12), "SIR": Law(0.05, 0.3), "brief SIR": Law(0.12, 1.0)}
GRAPHS = ("symmetric", "directed")
COMPARISONS = len(PEERS) * len(LAWS) * len(GRAPHS)
STEPS = 25


def together(*peers: str) -> list[object]:
    """Each of `peers` for tests that go to one process, where its courses are run once for all of them."""
    return [pytest.param(name, marks=pytest.mark.xdist_group(name), id=name) for name in peers]


@cache
def graph(kind: str) -> Graph:
    """2,000 users: a power law of friends, or the followers of an audience of which six in ten are kept."""
    chance, size = Chance(7), 2000
    if kind == "directed":
        starts, followers = Audience(size, 7).to_csr()
        kept = chance.below("kept", np.arange(len(followers)), 10) < 6
        return of_links(size, np.repeat(np.arange(size), np.diff(starts))[kept], followers[kept])
    weights = np.cumsum(1_000_000 // np.arange(40, 40 + size))
    links = np.arange(6000)
    some = np.searchsorted(weights, chance.below("some", links, int(weights[-1])), side="right")
    others = chance.below("others", links, size)
    return of_links(size, np.concatenate([some, others]), np.concatenate([others, some]))


def first_users() -> Whole:
    return np.array([3, 700, 1200, 1500, 1999])


@cache
def courses(program: str, kind: str, law: Law) -> list[list[int]]:
    """The users newly infected in each step of each run."""
    outbreaks = asked(program).build(graph(kind))
    return [outbreaks.ready(law, first_users(), seed)() for seed in range(RUNS)]


def asked(program: str) -> ModuleType:
    """The program's adapter; without the program the test is skipped, but not by the continuous integration."""
    try:
        return import_module(f"benchmarks.peers.{program}")
    except ModuleNotFoundError as missing:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(f"{missing.name} comes with the extra bench")


def sizes(program: str, kind: str, law: Law) -> list[int]:
    return [sum(course) for course in courses(program, kind, law)]


def chance_of_difference(ours: list[int], theirs: list[int]) -> float:
    stats = pytest.importorskip("scipy.stats")
    return float(stats.ks_2samp(ours, theirs).pvalue)


@pytest.mark.parametrize("kind", GRAPHS)
@pytest.mark.parametrize("law", LAWS.values(), ids=LAWS)
@pytest.mark.parametrize("peer", together(*PEERS))
def test_final_sizes_are_distributed_as_a_peer_s(peer: str, law: Law, kind: str) -> None:
    theirs = sizes(peer, kind, law)
    assert chance_of_difference(sizes("ours", kind, law), theirs) > LEVEL / COMPARISONS


@pytest.mark.parametrize("kind", GRAPHS)
@pytest.mark.parametrize("law", LAWS.values(), ids=LAWS)
@pytest.mark.parametrize("peer", together(*PEERS))
def test_a_tenth_more_probability_would_be_noticed(peer: str, law: Law, kind: str) -> None:
    theirs = sizes(peer, kind, law)
    stronger = Law(law.infection * 1.1, law.recovery)
    assert chance_of_difference(sizes("ours", kind, stronger), theirs) < LEVEL / COMPARISONS


@pytest.mark.parametrize("law", LAWS.values(), ids=LAWS)
@pytest.mark.parametrize("peer", together("ndlib", "eon"))
def test_as_many_are_infected_in_each_step(peer: str, law: Law) -> None:
    stats = pytest.importorskip("scipy.stats")
    ours, theirs = (by_step(courses(program, "symmetric", law)) for program in ("ours", peer))
    errors = np.sqrt((ours.var(axis=0) + theirs.var(axis=0)) / RUNS)
    apart = np.abs(ours.mean(axis=0) - theirs.mean(axis=0))[1:] / errors[1:]
    most = stats.norm.isf(LEVEL / (2 * len(LAWS) * 2 * (STEPS - 1)))
    assert apart.max() < most


def by_step(courses: list[list[int]]) -> np.ndarray:
    return np.array([(course + [0] * STEPS)[:STEPS] for course in courses])
