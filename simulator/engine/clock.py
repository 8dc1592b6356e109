"""The scenario's clock: what is due at which minute. It knows no wall time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum
from heapq import heappop, heappush


class Priority(IntEnum):
    """Which of two things due at the same minute happens first."""

    STAGE = 0
    DEADLINE = 1
    LEAK = 2
    INJECT = 3
    SCHEDULED = 4
    SEARCH = 5


@dataclass(order=True, frozen=True)
class _Due:
    minute: int
    priority: Priority
    serial: int
    happen: Callable[[], None] = field(compare=False)


class ScenarioClock:
    """What is due, ordered by (minute, priority, serial): ties are explicit, so order never depends on chance."""

    def __init__(self) -> None:
        self._due: list[_Due] = []
        self._serial = 0

    def at(self, minute: int, priority: Priority, happen: Callable[[], None]) -> None:
        """Have `happen` called when the minute is played."""
        self._serial += 1
        heappush(self._due, _Due(minute, priority, self._serial, happen))

    def play(self, minute: int) -> None:
        """Let happen everything due up to `minute`, what it brings about included."""
        while self._due and self._due[0].minute <= minute:
            heappop(self._due).happen()
