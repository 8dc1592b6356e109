"""The best response at the worst moment of a play, found by living each that was good there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from simulator.debrief.counterfactual.change import Change, NoSuchChange, WhatIf
from simulator.debrief.counterfactual.lived import lived
from simulator.debrief.counterfactual.plan import Plan
from simulator.debrief.counterfactual.worst import Moment, worst_moments
from simulator.engine.decision import Respond
from simulator.scenario.model import Scenario

_BEST = Change("best_at_worst")
_MUCH = 0.99
"""What leaves at most so much of the outrage of the play is worth a look; else other moments are tried (design)."""


def best_at_worst(scenario: Scenario, seed: int, same: Plan) -> tuple[Plan, WhatIf]:
    """The plan of that change for the play whose decisions `same` is, and what becomes of its own world with it.

    Of the good responses to the worst moment it is the one that leaves the least outrage, added up over all minutes.
    Where none calms it by one per cent, the next worst moment is tried, and so on; where none of them all does, it is
    the one that calms most. One that raises the peak does not count. Raises NoSuchChange where nothing calms. Takes as
    long as the play lived once, and once more for each response that is tried.
    """
    moments, outrage = worst_moments(scenario, seed, same.decisions, same.until)
    calmer: list[tuple[Plan, WhatIf]] = []
    for moment in moments:
        plans = [_with(same, moment, response) for response in moment.better]
        tried = [(plan, lived(scenario, seed, plan)) for plan in plans]
        here = [one for one in tried if _is_calmer(one[1].outrage, outrage)]
        calmer += here
        if any(_left(one) <= _MUCH * sum(outrage) for one in here):
            return min(here, key=_left)
    if not calmer:
        raise NoSuchChange(_BEST)
    return min(calmer, key=_left)


def _with(same: Plan, moment: Moment, response: str) -> Plan:
    """`same` with `response` at that moment, instead of what answered the inject there or later."""
    better = Respond(moment.minute, response, inject=moment.inject)
    decisions = list(same.decisions)
    if moment.place is None:
        decisions.append(better)
    elif decisions[moment.place].minute == moment.minute:
        decisions[moment.place] = better
    else:
        del decisions[moment.place]
        decisions.append(better)
    return replace(same, change=_BEST, decisions=tuple(decisions), minute=better.minute, decision=better)


def _is_calmer(outrage: Sequence[int], before: Sequence[int]) -> bool:
    return sum(outrage) < sum(before) and max(outrage) <= max(before)


def _left(tried: tuple[Plan, WhatIf]) -> int:
    return sum(tried[1].outrage)
