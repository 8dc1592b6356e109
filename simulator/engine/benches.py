"""The cell's hands: each kind of work has so many people, and what they cannot do yet waits in line."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.engine.state import Bench, Task


def order(bench: Bench, task: Task) -> None:
    """Put `task` at the end of the line."""
    bench.waiting.append(task)


def finished(bench: Bench, minute: int) -> Iterator[Task]:
    """Take off the bench, one by one, the tasks that end by `minute`, earliest first."""
    done = sorted((end, place) for place, (_, end) in enumerate(bench.running) if end <= minute)
    tasks = [bench.running[place][0] for _, place in done]
    bench.running = [(task, end) for task, end in bench.running if end > minute]
    yield from tasks


def started(bench: Bench, minute: int) -> Iterator[tuple[Task, int]]:
    """Start what can start at `minute`, in the order of the line; yields each task with the minute of its end."""
    for task in list(bench.waiting):
        if len(bench.running) >= bench.capacity:
            return
        if task.opens <= minute:
            bench.waiting.remove(task)
            end = minute + task.minutes
            bench.running.append((task, end))
            yield task, end
