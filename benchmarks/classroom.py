"""How a class server stands a class that ends at once: 200 students send a play of the late recall within a second.

    python benchmarks/classroom.py [--json] [--students N] [--workers N] [--database URL]... [--results N]

On SQLite, and on each PostgreSQL URL given (an empty database each). The plays are a bot's, made beforehand, each with
a log of its own; as many listeners look at the board. Server, verification, listeners and askers share the machine.
Then the board of N (100,000) results is read by 16 connections from one worker, beside an endpoint of the framework
that does nothing. Goals stand beside the figures and are never enforced.
"""

from __future__ import annotations

import argparse
import asyncio
import json
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from classes import plays
from classes.crowd import Outcome, class_ends
from classes.reading import bare_reads, board_reads
from classes.server import served
from figure import Figure, Tell

from simulator.classroom.plays.verdict import Task, judged
from simulator.places import shipped
from simulator.scenario.load import load_scenario
from simulator.study.balance.jobs import packed

SEED = 4821


def tell_class(tell: Tell, name: str, outcome: Outcome) -> None:
    """The figures of one class."""
    receipts = sorted(outcome.receipts)
    tell(Figure(f"{name}: sent within", outcome.sent_within, "s", most=1.25))
    tell(Figure(f"{name}: receipts, median", receipts[len(receipts) // 2], "s"))
    tell(Figure(f"{name}: receipts, 95 %", receipts[int(0.95 * (len(receipts) - 1))], "s", most=2.0))
    tell(Figure(f"{name}: acknowledged", len(receipts), "plays", least=outcome.students))
    tell(Figure(f"{name}: verified and on the board", outcome.verified, "plays", least=outcome.students))
    tell(Figure(f"{name}: lost or doubled", outcome.lost + outcome.doubled, "plays", most=0))
    tell(Figure(f"{name}: all verified after", outcome.verified_after, "s"))
    tell(Figure(f"{name}: board events, at most in any second", outcome.events_a_second, "events", most=2.0))
    tell(Figure(f"{name}: board events a listener, in all", outcome.events, "events"))


def verification(tell: Tell, bodies: list[bytes]) -> None:
    """Processor time of one play."""
    scenario = packed(load_scenario(shipped("scenarios") / "rappel-tardif").scenario)
    tasks = [
        Task(str(place), scenario, json.dumps(json.loads(body)["replay"]), None) for place, body in enumerate(bodies)
    ]
    judged(tasks[0])
    began = process_time()
    verdicts = [judged(task) for task in tasks[1:21]]
    tell(Figure("verification: processor time a play", (process_time() - began) / len(verdicts), "s", most=0.5))
    assert all(verdict.refusal is None for verdict in verdicts)


def main() -> None:
    """Measures and tells line by line, or as one JSON list at the end."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--students", type=int, default=200)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--database", action="append", default=[])
    parser.add_argument("--results", type=int, default=100_000)
    chosen = parser.parse_args()
    figures: list[Figure] = []
    tell = figures.append if chosen.json else partial(_print, figures)
    bodies = plays.made(chosen.students, SEED)
    verification(tell, bodies)
    for url in (None, *chosen.database):
        name = "PostgreSQL" if url else "SQLite"
        with TemporaryDirectory() as room, served(Path(room), url, chosen.workers) as server:
            tell_class(tell, name, asyncio.run(class_ends(server, bodies, SEED)))
    with TemporaryDirectory() as room, served(Path(room), None) as server:
        reads = board_reads(server, chosen.results)
    with TemporaryDirectory() as room:
        bare = bare_reads(Path(room))
    tell(Figure(f"board of {chosen.results} results, one worker", reads, "reads/s", least=4000))
    tell(Figure("the framework's bare endpoint", bare, "reads/s"))
    tell(Figure("the board against the bare endpoint", reads / bare, "x", least=0.8))
    if chosen.json:
        print(json.dumps([figure.as_object() for figure in figures], indent=1))


def _print(figures: list[Figure], figure: Figure) -> None:
    figures.append(figure)
    print(figure.as_line(), flush=True)


if __name__ == "__main__":
    main()
