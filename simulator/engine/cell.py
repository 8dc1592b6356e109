"""The cell's hands: each kind of work has so many people, and what they cannot do yet waits in line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from simulator.engine.events import FactVerified, Work, WorkMoved, WorkStarted, WorkWithdrawn
from simulator.engine.state import Bench, Task

if TYPE_CHECKING:
    from simulator.engine.run import Run


class Cell:
    """Writes, reads and verifies what it is asked to, in the order of the line."""

    def __init__(self, run: Run) -> None:
        self._run = run

    def ask(self, work: Work, key: str, minutes: int, opens: int = 0) -> None:
        """Put a task at the end of the line; it begins at the minute `opens` at the earliest."""
        self._run.state.benches[work].waiting.append(Task(work, key, minutes, opens))

    def verify(self, fact_id: str) -> None:
        """Have a fact verified, once, if there is somebody who can."""
        verification = self._run.facts[fact_id].verification
        fact = self._run.state.facts[fact_id]
        if verification is not None and fact.ordered is None:
            fact.ordered = self._run.minute
            self.ask("verification", f"verify:{fact_id}", verification.minutes, verification.opens)

    def waiting(self, work: Work, about: str) -> Task | None:
        """The task in the line of `work` that is about a response or a fact, the holding statement if empty."""
        bench = self._run.state.benches[work]
        return next((task for task in bench.waiting if self.about(task) == about), None)

    def about(self, task: Task) -> str:
        """The id of the response or the fact that `task` is about, empty for the holding statement."""
        kind, _, subject = task.key.partition(":")
        return self._run.messages.chosen(int(subject)).response if kind == "message" else subject

    def prioritise(self, task: Task) -> None:
        """Put waiting work first in its line; what was begun is finished."""
        waiting = self._run.state.benches[task.work].waiting
        waiting.remove(task)
        waiting.insert(0, task)
        self._run.log(WorkMoved(self._run.minute, task.work, task.key))

    def withdraw(self, task: Task) -> None:
        """Take a message that waits off its line, and back."""
        self._run.state.benches[task.work].waiting.remove(task)
        decision = self._run.messages.take_back(int(task.key.partition(":")[2]))
        self._run.log(WorkWithdrawn(self._run.minute, task.work, decision.response))

    def work(self) -> None:
        """Finish what ends by now and begin what free hands can begin, until nothing moves.

        A false alarm lets nobody begin anything; what was begun before is finished.
        """
        while self._finish() or self._begin():
            pass

    def _finish(self) -> bool:
        done = [task for bench in self._run.state.benches.values() for task in _finished(bench, self._run.minute)]
        for task in done:
            self._done(task)
        return bool(done)

    def _begin(self) -> bool:
        run = self._run
        if run.state.occupied_until > run.minute:
            return False
        begun = [pair for bench in run.state.benches.values() for pair in _started(bench, run.minute)]
        for task, until in begun:
            run.log(WorkStarted(run.minute, task.work, task.key, until))
        return bool(begun)

    def _done(self, task: Task) -> None:
        run = self._run
        kind, _, subject = task.key.partition(":")
        if kind == "verify":
            run.state.facts[subject].verified = run.minute
            run.log(FactVerified(run.minute, subject))
        elif kind == "holding":
            run.messages.holding_written()
        else:
            run.messages.worked_on(int(subject), task.work)


def _finished(bench: Bench, minute: int) -> list[Task]:
    """Take off the bench the tasks that end by `minute`, earliest first."""
    if all(end > minute for _, end in bench.running):
        return []
    done = sorted((end, place) for place, (_, end) in enumerate(bench.running) if end <= minute)
    tasks = [bench.running[place][0] for _, place in done]
    bench.running = [(task, end) for task, end in bench.running if end > minute]
    return tasks


def _started(bench: Bench, minute: int) -> Iterator[tuple[Task, int]]:
    """Start what can start at `minute`, in the order of the line; each task with the minute of its end."""
    for task in list(bench.waiting):
        if len(bench.running) >= bench.capacity:
            return
        if task.opens <= minute:
            bench.waiting.remove(task)
            end = minute + task.minutes
            bench.running.append((task, end))
            yield task, end
