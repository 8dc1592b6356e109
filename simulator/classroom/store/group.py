"""Who waits for the same thing waits once: the first of those who wait does the work of all."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any, Generic, TypeVar

from sqlalchemy.orm import Session

T = TypeVar("T")

_MOST = 64
"""Jobs of one group: nobody waits for too many others."""


@dataclass
class Job(Generic[T]):
    """A piece of work, and what came of it: a result, or an error of its own."""

    work: Callable[[Session], T]
    result: T | None = None
    error: Exception | None = None
    done: bool = False


class Group:
    """Does jobs in groups: `together` does some, leaves in each what came of it, or raises for them all."""

    def __init__(self, together: Callable[[Sequence[Job[Any]]], None]) -> None:
        self._together = together
        self._waiting: deque[Job[Any]] = deque()
        self._turn = Lock()

    def done(self, work: Callable[[Session], T]) -> T:
        """What `work` gives. Raises what it raises, or what its group raised."""
        job = Job(work)
        self._waiting.append(job)
        while not job.done:
            with self._turn:
                if not job.done:
                    self._do_some()
        if job.error is not None:
            raise job.error
        return job.result  # type: ignore[return-value]

    def _do_some(self) -> None:
        jobs = [self._waiting.popleft() for _ in range(min(_MOST, len(self._waiting)))]
        try:
            self._together(jobs)
        except BaseException as error:
            for job in jobs:
                job.error = error if isinstance(error, Exception) else InterruptedError()
            if not isinstance(error, Exception):
                raise
        finally:
            for job in jobs:
                job.done = True
