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


def best_at_worst(scenario: Scenario, seed: int, same: Plan) -> tuple[Plan, WhatIf]:
    """The plan of that change for the play whose decisions `same` is, and what becomes of its own world with it.

    Of the good responses to the worst moment it is the one that leaves the least outrage, added up over all minutes.
    One that leaves no less of it than the play had, or that raises its peak, does not count; where none counts, the
    next worst moment is tried. Raises NoSuchChange where no moment has one. Takes as long as the play lived once, and
    once more for each response that is tried.
    """
    moments, outrage = worst_moments(scenario, seed, same.decisions, same.until)
    for moment in moments:
        plans = [_with(same, moment, response) for response in moment.better]
        calmer = [
            (plan, world)
            for plan, world in ((plan, lived(scenario, seed, plan)) for plan in plans)
            if _is_calmer(world.outrage, outrage)
        ]
        if calmer:
            return min(calmer, key=lambda tried: sum(tried[1].outrage))
    raise NoSuchChange(_BEST)


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
