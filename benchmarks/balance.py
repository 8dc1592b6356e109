"""How fast whole plays are lived for a scenario's balance, on the shipped late recall: 50,000 users, 345 minutes.

    python benchmarks/balance.py [--json] [--plays N] [--processes N] [--address tcp://HOST:PORT]

N seeds (10) of every bot, in turn in one process and then in as many as there are cores, on other seeds each, so that
nothing is recalled from before. The peer is a plain run in which nothing is decided, nobody grades and nobody looks on,
on seeds of its own in the same process. With an address, the same plays also on that Dask cluster. Goals stand beside
the figures and are never enforced; processor time says more than wall time where the machine is shared.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from functools import partial
from os import cpu_count, times
from time import perf_counter, process_time

from figure import Figure

from simulator.engine.bots import BOTS
from simulator.engine.run import Run
from simulator.places import shipped
from simulator.scenario.load import load_scenario
from simulator.scenario.model import Scenario
from simulator.study.balance import in_turn, on_cluster, pooled
from simulator.study.balance.jobs import Job, Lives

PLAYS = 1000
MINUTES = 2
SECONDS = 0.15


def loaded() -> Scenario:
    """The scenario, with everything that a first play loads."""
    scenario = load_scenario(shipped("scenarios") / "rappel-tardif").scenario
    plain(scenario, [10_000])
    return scenario


def plain(scenario: Scenario, seeds: Iterable[int]) -> int:
    """Live through the scenario once a seed without deciding anything; how often."""
    lived = 0
    for seed in seeds:
        Run(scenario, seed).advance_to(scenario.length)
        lived += 1
    return lived


def jobs(first: int, seeds: int) -> list[Job]:
    """Every bot on so many seeds from `first` on."""
    return [Job(bot, seed) for seed in range(first, first + seeds) for bot in BOTS]


def lived(lives: Lives, scenario: Scenario, asked: Sequence[Job]) -> tuple[float, float]:
    """(wall, processor) seconds that these jobs take, start and end of the processes included."""
    wall, work = perf_counter(), _processor()
    found = sum(1 for _ in lives(scenario, asked))
    assert found == len(asked)
    return perf_counter() - wall, _processor() - work


def main() -> None:
    """Measures and tells line by line, or as one JSON list at the end."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--plays", type=int, default=10)
    parser.add_argument("--processes", type=int)
    parser.add_argument("--address")
    chosen = parser.parse_args()
    if chosen.plays < 1:
        parser.error("there is at least one seed")
    figures: list[Figure] = []
    tell = figures.append if chosen.json else partial(_print, figures)
    scenario, plays = loaded(), chosen.plays * len(BOTS)
    work = process_time()
    peer = plain(scenario, range(20_000, 20_000 + 2 * chosen.plays)) / (process_time() - work)
    tell(Figure("a plain run without decisions (peer)", peer, "runs/s"))
    wall, work = lived(in_turn, scenario, jobs(1, chosen.plays))
    tell(Figure("one process: plays", plays / wall, "plays/s"))
    tell(Figure("one process: processor time a play", work / plays, "s", most=SECONDS))
    tell(Figure("one process: plays for each plain run", plays / work / peer, "x"))
    processes = chosen.processes or cpu_count() or 1
    shared, work = lived(partial(pooled, processes=processes), scenario, jobs(1001, chosen.plays))
    tell(Figure(f"{processes} processes: plays", plays / shared, "plays/s", least=PLAYS / MINUTES / 60))
    tell(Figure(f"{processes} processes: minutes for {PLAYS} plays", PLAYS * shared / plays / 60, "min", most=MINUTES))
    tell(Figure(f"{processes} processes: processor time a play", work / plays, "s"))
    tell(Figure(f"{processes} processes against one", wall / shared, "x"))
    if chosen.address:
        there, _ = lived(on_cluster(chosen.address), scenario, jobs(2001, chosen.plays))
        tell(Figure("cluster: plays", plays / there, "plays/s"))
        tell(Figure("cluster against the processes here", shared / there, "x"))
    if chosen.json:
        print(json.dumps([figure.as_object() for figure in figures], indent=1))


def _processor() -> float:
    """Processor seconds of this process and of those that it has waited for; of it alone on Windows."""
    spent = times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def _print(figures: list[Figure], figure: Figure) -> None:
    figures.append(figure)
    print(figure.as_line(), flush=True)


if __name__ == "__main__":
    main()
