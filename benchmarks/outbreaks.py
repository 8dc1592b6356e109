"""Independent cascade and SIR: this project and a peer do the same work, each in a process of its own."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

import numpy as np
from apart import peak
from peers.graph import Graph, Whole, of_codes, of_links
from peers.law import Law

from simulator.chance import Chance

FIRST_USERS = 100
SEED = 20_000


@dataclass(frozen=True)
class Measured:
    """`seconds` and `sizes` (users infected) of each run; `build` seconds; `memory` in MiB beyond the imports."""

    build: float
    seconds: list[float]
    sizes: list[int]
    memory: float

    @property
    def middle(self) -> float:
        """The median of the seconds."""
        return median(self.seconds)


def write_graph(size: int, links: int, folder: Path) -> None:
    """Followers as the audience has them, every link once, cut to exactly `links` by a draw for each link."""
    from simulator.propagation import Audience

    starts, followers = Audience(size, SEED).to_csr()
    whole = of_links(size, np.repeat(np.arange(size), np.diff(starts)), followers)
    draws = Chance(SEED).bits("link", np.arange(whole.links))
    kept = draws <= np.partition(draws, links - 1)[links - 1]
    of_codes(size, whole.authors()[kept] * np.int64(size) + whole.followers[kept]).save(folder)


def measure(peer: str, laws: Sequence[Law], folder: Path, runs: int) -> dict[Law, Measured]:
    """`runs` outbreaks of each law with their own seeds, the same first users for every peer.

    A small outbreak beforehand pays for what a peer compiles or imports at its first. Memory is the peak so far: the
    graph as it was loaded, the peer's own, and the first laws' are part of the later ones'.
    """
    module = importlib.import_module(f"peers.{peer}")
    small = module.build(_ring(1000))
    for law in laws:
        small.ready(law, first_users(1000, 0), 0)()
    baseline = peak()
    graph = Graph.load(folder)
    size = graph.size
    began = perf_counter()
    built = module.build(graph)
    build = perf_counter() - began
    del graph
    found = {}
    for law in laws:
        seconds, sizes = [], []
        for run in range(runs):
            outbreak = built.ready(law, first_users(size, run), run)
            began = perf_counter()
            course = outbreak()
            seconds.append(perf_counter() - began)
            sizes.append(sum(course))
        found[law] = Measured(build, seconds, sizes, peak() - baseline)
    return found


def first_users(size: int, run: int) -> Whole:
    """Who is infected before the first step of a run."""
    return np.unique(Chance(SEED).below("first", np.arange(FIRST_USERS), size, run))


def gather_rate(links: int, runs: int) -> float:
    """Numbers a second that this machine takes from random places of an int32 array as long as the graph."""
    store = np.arange(links, dtype=np.int32)
    places = Chance(SEED).below("place", np.arange(links // 4), links)
    found = np.empty(len(places), np.int32)
    seconds = []
    for _ in range(runs):
        began = perf_counter()
        np.take(store, places, out=found)
        seconds.append(perf_counter() - began)
    return len(places) / median(seconds)


def _ring(size: int) -> Graph:
    users = np.arange(size)
    return of_links(size, np.repeat(users, 3), (np.repeat(users, 3) + np.tile([1, 2, 3], size)) % size)
