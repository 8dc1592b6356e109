"""How long a debrief waits for its what-ifs, on the shipped late recall: 50,000 users, 345 minutes.

    python benchmarks/what_if.py [--json] [--runs N] [--processes N]

Medians of N runs (3), each in a process of its own in which nothing was started before. Goals stand beside the figures
and are never enforced.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from multiprocessing import active_children
from os import times
from statistics import median
from time import perf_counter, sleep

from apart import apart
from figure import Figure

from simulator.debrief.counterfactual import Change, alternatives, what_if
from simulator.debrief.interval import WORLDS
from simulator.debrief.timeline import decisions_of
from simulator.engine.bots import play
from simulator.engine.run import Run
from simulator.places import shipped
from simulator.play.what_ifs import WhatIfs
from simulator.scenario.load import load_scenario

FRAME = 1 / 60
USUAL = "all the usual ones"


@dataclass(frozen=True)
class Waited:
    """Seconds: to begin, until the first curve, until the last interval, to end; an idle poll's, and the longest's.

    `worked` are the processor seconds of all processes in the background, their start included: what other programs do
    on the machine matters less to them. 0 on Windows.
    """

    begin: float
    curve: float
    interval: float
    end: float
    idle: float
    longest: float
    worked: float


def waited(key: str, processes: int | None) -> Waited:
    """What the window waits for the what-if `key`, or for the usual ones."""
    what_ifs = WhatIfs(played(), processes=processes)
    began = perf_counter()
    what_ifs.ask_usual() if key == USUAL else what_ifs.ask(Change.from_key(key))
    begin = perf_counter() - began
    curve, polls = 0.0, [(0.0, True)]
    while any(asked.interval is None for asked in what_ifs.asked):
        sleep(FRAME)
        before = perf_counter()
        found = what_ifs.poll()
        polls.append((perf_counter() - before, found))
        if not curve and any(asked.what_if for asked in what_ifs.asked):
            curve = perf_counter() - began
    interval = perf_counter() - began
    background = active_children()
    before = perf_counter()
    what_ifs.close()
    end = perf_counter() - before
    for process in background:
        process.join()
    spent = times()
    idle = median(seconds for seconds, found in polls if not found)
    longest = max(seconds for seconds, _ in polls)
    return Waited(begin, curve, interval, end, idle, longest, spent.children_user + spent.children_system)


def lived() -> float:
    """Seconds that one changed world takes, when everything is loaded."""
    run = played()
    moments = [perf_counter()]
    for _ in range(5):
        what_if(run, Change("without", 0))
        moments.append(perf_counter())
    return median(after - before for before, after in pairwise(moments))


def played() -> Run:
    """A play in which much was decided, and not well: every what-if is possible."""
    return play(load_scenario(shipped("scenarios") / "rappel-tardif").scenario, 1, "random")


def keys() -> list[str]:
    """One what-if of each kind."""
    run = played()
    others = [alternatives(run, place) for place in range(len(decisions_of(run)))]
    instead = next(changes[1] for changes in others if len(changes) > 1)
    return [USUAL, "earlier_holding", "best_at_worst", "silence", "expert", "without:0", instead.key]


def main() -> None:
    """Measures and tells line by line, or as one JSON list at the end."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--processes", type=int)
    chosen = parser.parse_args()
    if chosen.runs < 1:
        parser.error("there is at least one run")
    figures: list[Figure] = []
    tell = figures.append if chosen.json else partial(_print, figures)
    each = median(apart(lived) for _ in range(chosen.runs))
    tell(Figure("a changed world by itself", each, "s"))
    for key in keys():
        found = [apart(waited, key, chosen.processes) for _ in range(chosen.runs)]
        name = key.split(":")[0]
        tell(Figure(f"{name}: first curve", median(one.curve for one in found), "s", most=1))
        interval = median(one.interval for one in found)
        tell(Figure(f"{name}: last interval", interval, "s", most=None if key == USUAL else 10))
        tell(Figure(f"{name}: processor time", median(one.worked for one in found), "s"))
        if key != USUAL:
            tell(Figure(f"{name}: worlds at once, on average", each * (1 + 2 * WORLDS) / interval, "x"))
            continue
        tell(Figure("to begin", 1000 * median(one.begin for one in found), "ms"))
        tell(Figure("to end", 1000 * median(one.end for one in found), "ms"))
        tell(Figure("a frame's poll that finds nothing", 1e6 * median(one.idle for one in found), "us"))
        tell(Figure("the longest poll", 1000 * median(one.longest for one in found), "ms"))
    if chosen.json:
        print(json.dumps([figure.as_object() for figure in figures], indent=1))


def _print(figures: list[Figure], figure: Figure) -> None:
    figures.append(figure)
    print(figure.as_line(), flush=True)


if __name__ == "__main__":
    main()
