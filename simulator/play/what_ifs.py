"""What-ifs asked of a play, and how far each has come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from simulator.debrief.counterfactual import Change, NoSuchChange, Plan, WhatIf, planned
from simulator.debrief.interval import WORLDS, Interval, crowds, interval
from simulator.engine.run import Run
from simulator.locale import Message
from simulator.play.crew import Crew, CrewGone, Outcome, Task

_SAME = Change("none")
_BEST = Change("best_at_worst")
"""To know whether there is one takes as long as to live it: the background finds out."""
_USUAL = (Change("earlier_holding"), _BEST, Change("silence"), Change("expert"))


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
    """The what-ifs of one play; `known` are those lived already, in its own world.

    They are lived by `processes` in the background, as many as there are cores (up to four): what comes of them does
    not depend on how many. The play without a change is lived once in each of as many other `worlds`, for all of them.
    """

    def __init__(
        self, run: Run, known: Sequence[WhatIf] = (), processes: int | None = None, worlds: int = WORLDS
    ) -> None:
        self._run = run
        self._same = planned(run, _SAME)
        self._crowds = crowds(run.seed, worlds)
        self._asked = {one.change: Asked(one.change, one, done=1) for one in known}
        self._plans: dict[Change, Plan] = {_SAME: self._same}
        self._worlds: dict[Change, dict[int, WhatIf]] = {_SAME: {}}
        self._ordered: set[Change] = set()
        self._processes = processes
        self._crew: Crew | None = None

    @property
    def asked(self) -> tuple[Asked, ...]:
        """Those asked for, in order; one that the play turns out not to have is gone."""
        return tuple(self._asked.values())

    def ask(self, change: Change) -> None:
        """Begin `change`, in the background; nothing if it was asked for already, unless it failed.

        Raises NoSuchChange where the play has none.
        """
        if change == _SAME:
            raise NoSuchChange(change)
        if change != _BEST and change not in self._plans:
            self._plans[change] = planned(self._run, change)
        asked = self._asked.get(change, Asked(change))
        if change not in self._worlds or asked.failed is not None:
            self._worlds.setdefault(change, {})
            self._asked[change] = replace(asked, steps=1 + 2 * len(self._crowds), failed=None)
            self._begin(change)
            self._count(change)

    def ask_usual(self) -> None:
        """Begin the what-ifs that every debrief shows, those that the play has."""
        for change in _USUAL:
            with suppress(NoSuchChange):
                self.ask(change)

    def poll(self) -> bool:
        """Take in what is done since; whether anything is. Takes some hundred-thousandths of a second."""
        return self._take(0)

    def finish(self, progress: Callable[[int, int], None] | None = None) -> None:
        """Wait until all that was asked for is done; `progress` takes runs done and runs in all."""
        try:
            while self._tell(progress) and self._take(None):
                pass
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Leave what is not done undone; nothing is waited for."""
        if self._crew is not None:
            self._crew.close()
            self._crew = None
            self._ordered.clear()

    def _begin(self, change: Change) -> None:
        """Have the worlds lived that are not."""
        try:
            if self._crew is None:
                self._crew = Crew(self._run.scenario, self._run.seed, self._same, self._processes)
            if self._asked[change].what_if is None:
                self._crew.put([Task(self._plans.get(change))], urgent=True)
            self._order(self._crew, _SAME)
            self._order(self._crew, change)
        except CrewGone:
            self._fail()

    def _order(self, crew: Crew, change: Change) -> None:
        """Have `change` lived in the other worlds, once, as soon as it is planned."""
        if change in self._plans and change not in self._ordered:
            self._ordered.add(change)
            lived, plan = self._worlds[change], self._plans[change]
            crew.put(Task(plan, crowd) for crowd in self._crowds if crowd not in lived)

    def _take(self, timeout: float | None) -> bool:
        if self._crew is None:
            return False
        try:
            outcomes = self._crew.outcomes(timeout)
            for outcome in outcomes:
                self._take_in(self._crew, outcome)
        except CrewGone:
            self._fail()
            return True
        return bool(outcomes)

    def _take_in(self, crew: Crew, outcome: Outcome) -> None:
        plan, what_if = outcome.plan, outcome.what_if
        if plan is None or what_if is None:
            self._asked.pop(outcome.change)
            return
        change = plan.change
        if outcome.crowd is not None:
            self._worlds[change][outcome.crowd] = what_if
        else:
            self._plans[change] = plan
            self._asked[change] = replace(self._asked[change], what_if=what_if)
            self._order(crew, change)
        for one in self._asked if change == _SAME else (change,):
            self._count(one)

    def _count(self, change: Change) -> None:
        """Say how far `change` has come, and what it does once every world is lived."""
        asked = self._asked[change]
        if asked.interval is not None or change not in self._worlds:
            return
        same, changed = self._worlds[_SAME], self._worlds[change]
        asked = replace(asked, done=(asked.what_if is not None) + len(same) + len(changed))
        if asked.done == asked.steps:
            pairs = [(same[crowd], changed[crowd]) for crowd in self._crowds]
            asked = replace(asked, interval=interval(self._run.state.outrage, pairs), failed=None)
        self._asked[change] = asked

    def _tell(self, progress: Callable[[int, int], None] | None) -> bool:
        """Tell how many runs are lived of how many; whether there are more to live."""
        begun = [asked for asked in self._asked.values() if asked.change in self._worlds]
        if progress is not None and begun:
            lived = sum(map(len, self._worlds.values())) + sum(asked.what_if is not None for asked in begun)
            progress(lived, len(self._crowds) * (len(begun) + 1) + len(begun))
        return any(asked.interval is None and asked.failed is None for asked in begun)

    def _fail(self) -> None:
        """No more comes of what is not done."""
        self._crew = None
        self._ordered.clear()
        for change, asked in self._asked.items():
            if change in self._worlds and asked.interval is None:
                self._asked[change] = replace(asked, failed=Message("play.what_ifs_failed"))
