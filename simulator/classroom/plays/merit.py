"""How good each answer to an event is, as the exemplary player would weigh it when the event comes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from threading import Lock
from typing import Literal

from simulator.classroom.plays.verdict import WATCHED
from simulator.engine.bots import play
from simulator.engine.run import Run
from simulator.engine.worth import worth
from simulator.scenario.model import Scenario
from simulator.scenario.story import Inject

Merit = Literal["good", "acceptable", "poor"]
Merits = Mapping[str, Mapping[str, Merit]]
"""By inject, then by what can be chosen there: a response's id, "watch", or "" for none."""

GOOD_SHARE = 0.6
"""Of what the best answer is worth: from there on another one is good as well."""
_MOST = 64


class Weighing:
    """The merits of every scenario and world asked for lately: a whole play is lived for each, once a worker."""

    def __init__(self) -> None:
        self._known: OrderedDict[tuple[str, int], Merits] = OrderedDict()
        self._lock = Lock()

    def merits(self, digest: str, scenario: Scenario, seed: int) -> Merits:
        """Those of the scenario of the pack `digest`, in the world `seed`."""
        key = (digest, seed)
        with self._lock:
            if key not in self._known:
                self._known[key] = merits_of(scenario, seed)
                while len(self._known) > _MOST:
                    self._known.popitem(last=False)
            return self._known[key]


def merits_of(scenario: Scenario, seed: int) -> Merits:
    """What each answer is worth when its inject comes in the exemplary play, else in the silent one.

    An inject that comes in neither has no merits: whether an answer to it was good depends on what led there.
    """
    found: dict[str, dict[str, Merit]] = {}

    def look(run: Run) -> None:
        for name in run.state.injects:
            if name not in found:
                found[name] = _of_inject(run, run.injects[name])

    for bot in ("exemplary", "silent"):
        play(scenario, seed, bot, look)
    return found


def _of_inject(run: Run, inject: Inject) -> dict[str, Merit]:
    values = {response.id: worth(response, run, inject) for response in inject.responses}
    best = max(values.values(), default=0.0)
    values |= {reply.id: worth(reply, run, inject) for reply in run.scenario.standing.replies}
    merits = {name: _merit(value, best) for name, value in values.items()}
    left = inject.sender in run.trolls or inject.expected == "watch"
    merits[WATCHED] = "good" if left else ("acceptable" if run.scenario.paracrisis else "poor")
    merits[""] = "acceptable" if left else "poor"
    return merits


def _merit(value: float, best: float) -> Merit:
    if value <= 0:
        return "poor"
    return "good" if value >= GOOD_SHARE * best else "acceptable"
