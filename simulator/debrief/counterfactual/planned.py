"""What each change makes of a play."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from simulator.debrief.counterfactual.best import best_at_worst
from simulator.debrief.counterfactual.change import Change, NoSuchChange, WhatIf
from simulator.debrief.counterfactual.holding import with_earlier_holding
from simulator.debrief.counterfactual.lived import lived
from simulator.debrief.counterfactual.past import state_at
from simulator.debrief.counterfactual.plan import Plan
from simulator.debrief.timeline import decisions_of
from simulator.engine.conditions import holds
from simulator.engine.decision import Decision, Respond
from simulator.engine.run import Run
from simulator.scenario.response import Response


def what_if(run: Run, change: Change, crowd: int | None = None) -> WhatIf:
    """The run with `change`, in its own world or among another `crowd`. Raises NoSuchChange where it cannot be made."""
    return lived(run.scenario, run.seed, planned(run, change), crowd)


def planned(run: Run, change: Change) -> Plan:
    """What `change` makes of the play, as far as it went: a play that was given up is compared up to then.

    Raises NoSuchChange where it cannot be made.
    """
    plan = Plan(change, run.minute)
    match change.kind:
        case "none":
            return replace(plan, decisions=decisions_of(run))
        case "silence":
            return plan
        case "expert":
            return replace(plan, by="exemplary")
        case "without" | "instead":
            return _redecided(run, plan)
        case "earlier_holding":
            return _with(plan, with_earlier_holding(run))
        case "best_at_worst":
            return best_at_worst(run.scenario, run.seed, replace(plan, decisions=decisions_of(run)))[0]


def usual_changes(run: Run) -> tuple[Change, ...]:
    """What every debrief asks, as far as the play allows it; the play is lived again to find its worst moment."""
    changes = [Change("earlier_holding"), Change("best_at_worst"), Change("silence"), Change("expert")]
    return tuple(change for change in changes if _is_possible(run, change))


def alternatives(run: Run, place: int) -> tuple[Change, ...]:
    """What else could be decided at `place` (from 0): nothing, or another response that was offered there.

    IndexError if nothing was decided there.
    """
    decision = decisions_of(run)[place]
    others = [Change("instead", place, response.id) for response in _offered_beside(run, decision)]
    return (Change("without", place), *others)


def _with(plan: Plan, changed: tuple[tuple[Decision, ...], Decision] | None) -> Plan:
    if changed is None:
        raise NoSuchChange(plan.change)
    decisions, decision = changed
    return replace(plan, decisions=decisions, minute=decision.minute, decision=decision)


def _redecided(run: Run, plan: Plan) -> Plan:
    change, decisions = plan.change, decisions_of(run)
    if change.place is None or not 0 <= change.place < len(decisions):
        raise NoSuchChange(change)
    before, left_out, after = decisions[: change.place], decisions[change.place], decisions[change.place + 1 :]
    plan = replace(plan, minute=left_out.minute)
    if change.kind == "without":
        return replace(plan, decisions=(*before, *after))
    if not isinstance(left_out, Respond) or change not in alternatives(run, change.place):
        raise NoSuchChange(change)
    other = replace(left_out, response=str(change.response))
    return replace(plan, decisions=(*before, other, *after), decision=other)


def _offered_beside(run: Run, decision: Decision) -> list[Response]:
    """The other responses that stood where a response was chosen, their conditions met."""
    if not isinstance(decision, Respond):
        return []
    stood: Sequence[Response] = ()
    if decision.inject is not None:
        stood = run.injects[decision.inject].responses
    elif decision.post is not None:
        stood = run.scenario.standing.replies
    then = state_at(run, decision.minute)
    return [
        response
        for response in stood
        if response.id != decision.response and all(holds(condition, then) for condition in response.requires)
    ]


def _is_possible(run: Run, change: Change) -> bool:
    try:
        planned(run, change)
    except NoSuchChange:
        return False
    return True
