"""How many times faster than the peers, with how much less memory, and how near to what the machine can do."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from statistics import median

from apart import apart
from figure import Figure, Tell
from outbreaks import Measured, gather_rate, measure, write_graph
from peers.law import Law

LARGE = (1_000_000, 20_000_000)
SMALL = (100_000, 2_000_000)
"""Users and links: on the large graph NDlib needs many minutes and some 10 GB."""

OWN_RUNS = {LARGE: 1, SMALL: 9}
"""A run of this project on the small graph takes ten milliseconds: five of them would measure the machine's moods."""

LAWS = {
    "cascade": Law(0.1),
    "SIR": Law(0.055, 0.5),
    "SIR with recovery 1": Law(0.1, 1.0),
}
"""0.1 is what CyNetDiff and NDlib take when told nothing; the SIR passes on over a link as often in all."""

CHAPTERS = {"cascade": ("cascade",), "sir": ("SIR", "SIR with recovery 1")}

MODULES = {
    "cynetdiff": ("cynetdiff",),
    "starsim": ("starsim",),
    "eon": ("EoN", "networkx"),
    "ndlib": ("ndlib", "networkx", "six"),
}
"""What a peer imports; NDlib 6.0 uses six without asking for it."""


@dataclass(frozen=True)
class Rival:
    """A peer, its graph, how many times faster this project is to be for each law, and the most runs it is given."""

    peer: str
    graph: tuple[int, int]
    goals: dict[str, float | None]
    most_runs: int = 1000


# CyNetDiff has no SIR: its percolation finds final sizes alone and is told without a goal. Of the programs that take
# many seconds a run, three runs say enough.
RIVALS = (
    Rival("cynetdiff", LARGE, {"cascade": 4, "SIR with recovery 1": 4, "SIR": None}),
    Rival("starsim", LARGE, {"cascade": 10, "SIR": 10}, most_runs=3),
    Rival("eon", LARGE, {"cascade": 150, "SIR": 150}, most_runs=3),
    Rival("ndlib", SMALL, {"cascade": 150, "SIR": 150}),
)


def missing() -> list[str]:
    """The peers that are not installed."""
    return [peer for peer, modules in MODULES.items() if not all(map(find_spec, modules))]


def tell_rivals(tell: Tell, chapters: Iterable[str], runs: int) -> None:
    """Everything about the chapters' laws; every program in its own process, one after the other."""
    laws = [law for chapter in chapters for law in CHAPTERS[chapter]]
    absent = missing()
    with tempfile.TemporaryDirectory() as folder:
        graphs = {size: Path(folder) / f"{size[0]}" for size in (LARGE, SMALL)}
        for size, place in graphs.items():
            place.mkdir()
            apart(write_graph, *size, place)
        ours = {size: _measured("ours", laws, place, runs * OWN_RUNS[size]) for size, place in graphs.items()}
        for size, found in ours.items():
            _tell_ours(tell, size[0], found)
        _tell_rate(tell, ours[LARGE], runs)
        for rival in RIVALS:
            wanted = [law for law in laws if law in rival.goals]
            if not wanted or rival.peer in absent:
                continue
            theirs = _measured(rival.peer, wanted, graphs[rival.graph], min(runs, rival.most_runs))
            for law in wanted:
                _tell_rival(tell, rival, law, ours[rival.graph][law], theirs[law])


def _measured(peer: str, names: list[str], folder: Path, runs: int) -> dict[str, Measured]:
    """EoN's copy of the graph takes a minute to make: it alone measures all laws in one process."""
    together = [names] if peer == "eon" else [[name] for name in names]
    found: dict[str, Measured] = {}
    for part in together:
        by_law = apart(measure, peer, [LAWS[name] for name in part], folder, runs)
        found |= {name: by_law[LAWS[name]] for name in part}
    return found


def _tell_ours(tell: Tell, users: int, ours: dict[str, Measured]) -> None:
    for law, found in ours.items():
        tell(Figure(f"{law}, this project, {users:,} users: time", found.middle, "s"))
        tell(Figure(f"{law}, this project, {users:,} users: peak memory", found.memory, "MiB"))


def _tell_rate(tell: Tell, ours: dict[str, Measured], runs: int) -> None:
    users, links = LARGE
    rate = apart(gather_rate, links, runs)
    tell(Figure("random gathers of this machine", rate / 1e6, "million/s"))
    for name, found in ours.items():
        settled = median(found.sizes) * links / users / found.middle
        tell(Figure(f"{name}, this project: links settled, of the gathers", settled / rate, "x"))
        passed = settled * LAWS[name].transmissibility
        tell(Figure(f"{name}, this project: infections passed on, of the gathers", passed / rate, "x"))


def _tell_rival(tell: Tell, rival: Rival, law: str, ours: Measured, theirs: Measured) -> None:
    name = f"{law}, {rival.peer}, {rival.graph[0]:,} users"
    tell(Figure(f"{name}: times slower", theirs.middle / ours.middle, "x", least=rival.goals[law]))
    tell(Figure(f"{name}: time", theirs.middle, "s"))
    tell(Figure(f"{name}: time to take the graph", theirs.build, "s"))
    tell(Figure(f"{name}: peak memory", theirs.memory, "MiB"))
    if rival.peer == "ndlib":
        tell(Figure(f"{name}: this project's share of its memory", ours.memory / theirs.memory, "x", most=0.1))
    tell(Figure(f"{name}: infected, to this project's", median(theirs.sizes) / median(ours.sizes), "x"))
