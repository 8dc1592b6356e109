"""Processes that live what-ifs in the background, so that no frame of the window waits for one."""

from __future__ import annotations

import os
import pickle
import signal
import sys
import zlib
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from simulator.debrief.counterfactual import Change, NoSuchChange, Plan, WhatIf, best_at_worst, lived
from simulator.scenario.model import Scenario

MOST_PROCESSES = 4
_AHEAD = 2
"""Tasks given to a process at once, so that it need not wait for the next frame."""
_POLITE = 5
"""Somebody waits for the first world; for the others, the window comes first."""


@dataclass(frozen=True)
class Task:
    """A world to live: what is planned, in the play's own world or another's.

    Without a plan, the best response at the worst moment is found, in the play's own world.
    """

    plan: Plan | None
    crowd: int | None = None


@dataclass(frozen=True)
class Outcome:
    """A world that was lived, and what was planned in it; both None where the play has no such `change`."""

    change: Change
    crowd: int | None
    plan: Plan | None = None
    what_if: WhatIf | None = None


class CrewGone(Exception):
    """A process ended before its work did, or could not be started."""


class Crew:
    """As many processes (None: as there are cores, up to four) for the what-ifs of one play, whose decisions `same` is.

    Starting them takes some hundredths of a second; they are ready about half a second later.
    """

    def __init__(self, scenario: Scenario, seed: int, same: Plan, processes: int | None = None) -> None:
        self._urgent: deque[Task] = deque()
        self._waiting: deque[Task] = deque()
        self._given: dict[Connection, int] = {}
        self._processes: list[BaseProcess] = []
        # Compressed, it goes into a pipe at once, whether or not the process reads already.
        play = zlib.compress(pickle.dumps((scenario, seed, same)), 1)
        number = processes or min(os.cpu_count() or 1, MOST_PROCESSES)
        try:
            with uninterrupted():
                for _ in range(number):
                    self._start(play)
        except OSError as error:
            self.close()
            raise CrewGone from error

    def put(self, tasks: Iterable[Task], *, urgent: bool = False) -> None:
        """Have `tasks` done after those put before; urgent ones before those that are not. Raises CrewGone."""
        (self._urgent if urgent else self._waiting).extend(tasks)
        self._hand_out()

    def outcomes(self, timeout: float | None = 0) -> list[Outcome]:
        """What is done since, after at most `timeout` seconds; None waits until something is. Raises CrewGone."""
        if not any(self._given.values()):
            return []
        done: list[Outcome] = []
        ready = wait(list(self._given), timeout)
        for connection in [each for each in self._given if each in ready]:
            try:
                done.append(connection.recv())
            except (EOFError, OSError) as error:
                self.close()
                raise CrewGone from error
            self._given[connection] -= 1
        if done:
            self._hand_out()
        return done

    def close(self) -> None:
        """End the processes, whatever they are doing."""
        for process in self._processes:
            process.terminate()
        for connection in self._given:
            connection.close()
        self._processes.clear()
        self._given.clear()
        self._urgent.clear()
        self._waiting.clear()

    def _start(self, play: bytes) -> None:
        context = get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_work, args=(theirs, play), daemon=True)
        process.start()
        theirs.close()
        self._processes.append(process)
        self._given[ours] = 0

    def _hand_out(self) -> None:
        while tasks := self._urgent or self._waiting:
            connection = min(self._given, key=lambda each: self._given[each])
            if self._given[connection] >= _AHEAD:
                return
            try:
                connection.send(tasks.popleft())
            except OSError as error:
                self.close()
                raise CrewGone from error
            self._given[connection] += 1


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Whoever interrupts the program interrupts its processes too, and wants to read no traceback of theirs.

    What a process does with the signal it inherits; it is ended with the program.
    """
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(connection: Connection, play: bytes) -> None:
    """Live one world after the other, until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    scenario, seed, same = pickle.loads(zlib.decompress(play))
    with suppress(EOFError, OSError):
        connection.send(_done(scenario, seed, same, connection.recv()))
        if sys.platform != "win32":
            os.nice(_POLITE)
        while True:
            connection.send(_done(scenario, seed, same, connection.recv()))


def _done(scenario: Scenario, seed: int, same: Plan, task: Task) -> Outcome:
    if task.plan is not None:
        return Outcome(task.plan.change, task.crowd, task.plan, lived(scenario, seed, task.plan, task.crowd))
    try:
        plan, what_if = best_at_worst(scenario, seed, same)
    except NoSuchChange as none:
        return Outcome(none.change, None)
    return Outcome(plan.change, None, plan, what_if)
