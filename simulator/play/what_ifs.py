"""What-ifs asked of a play, and how far each has come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from simulator.debrief.counterfactual import Change, WhatIf
from simulator.debrief.interval import Interval
from simulator.engine.run import Run
from simulator.locale import Message


@dataclass(frozen=True)
class Asked:
    """A what-if that was asked for: its curve in the same world, then its interval; `done` of `steps` runs are lived.

    `failed` says why there will be no more of it.
    """

    change: Change
    what_if: WhatIf | None = None
    interval: Interval | None = None
    done: int = 0
    steps: int = 1
    failed: Message | None = None


class WhatIfs:
    """The what-ifs of one play; `known` are those lived already."""

    def __init__(self, run: Run, known: Sequence[WhatIf] = ()) -> None:
        self._run = run
        self._asked = {one.change: Asked(one.change, one, done=1) for one in known}

    @property
    def asked(self) -> tuple[Asked, ...]:
        """Those asked for, in order."""
        return tuple(self._asked.values())

    def ask(self, change: Change) -> None:
        """Begin `change`, in the background; nothing if it was asked for already."""

    def ask_usual(self) -> None:
        """Begin the what-ifs that every debrief shows."""

    def poll(self) -> bool:
        """Take in what is done since; whether anything is."""
        return False

    def finish(self, progress: Callable[[int, int], None] | None = None) -> None:
        """Wait until all that was asked for is done; `progress` takes runs done and runs in all."""

    def close(self) -> None:
        """Leave what is not done undone."""
