"""The same world lived by others: silence and the exemplary player, a minute at a time while the student plays."""

from __future__ import annotations

from simulator.debrief.counterfactual import Change, Kind, WhatIf
from simulator.engine.bots import BOTS
from simulator.engine.run import Run
from simulator.scenario.model import Scenario

_OTHERS: tuple[tuple[Kind, str], ...] = (("silence", "silent"), ("expert", "exemplary"))


class Shadows:
    """What-ifs that do not depend on what the student does, so that the debrief need not wait for them."""

    def __init__(self, scenario: Scenario, seed: int) -> None:
        self._scenario = scenario
        self._seed = seed
        self._done: list[WhatIf] = []
        self._run: Run | None = None

    def step(self) -> None:
        """Live one more minute of one of them: some thousandths of a second."""
        if len(self._done) == len(_OTHERS):
            return
        kind, bot = _OTHERS[len(self._done)]
        if self._run is None:
            self._run = Run(self._scenario, self._seed)
            self._player = BOTS[bot](self._run)
        else:
            self._run.advance_to(self._run.minute + 1)
        self._player(self._run)
        if self._run.finished:
            self._done.append(WhatIf(Change(kind), tuple(self._run.state.outrage), posts=self._run.storm.posts))
            self._run = None

    def what_ifs(self, run: Run) -> tuple[WhatIf, ...]:
        """Those that are lived to the end by now; none for a play that was given up, which is compared up to then."""
        return tuple(self._done) if run.minute >= self._scenario.length else ()
