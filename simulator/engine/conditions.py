"""Whether a condition holds in a run's state."""

from __future__ import annotations

from simulator.engine.state import FactState, RunState
from simulator.scenario.condition import Condition, FactTest


def holds(condition: Condition, state: RunState) -> bool:
    """Whether `condition` holds now."""
    match condition:
        case Condition(every=tuple(parts)):
            return all(holds(part, state) for part in parts)
        case Condition(some=tuple(parts)):
            return any(holds(part, state) for part in parts)
        case Condition(none=tuple(parts)):
            return not any(holds(part, state) for part in parts)
        case Condition(fact=FactTest() as test):
            return _fact_is(test, state.facts[test.id])
        case Condition(after=int(minute)):
            return state.minute >= minute
        case Condition(chosen=str(response)):
            return response in state.chosen
        case Condition(not_chosen=str(response)):
            return response not in state.chosen
        case Condition(answered=str(inject)):
            return inject in state.injects and bool(state.injects[inject].actions)
        case Condition(unanswered=str(inject)):
            return inject in state.injects and state.injects[inject].is_missed
        case Condition(done=str(action)):
            return _is_done(action, state)
        case Condition(not_done=str(action)):
            return not _is_done(action, state)
        case Condition(reach_above=int(people)):
            return bool(state.reach) and state.reach[-1] > people
        case Condition(outrage_above=int(level)):
            return bool(state.outrage) and state.outrage[-1] > 10 * level
        case Condition(outrage_below=int(level)):
            return not state.outrage or state.outrage[-1] < 10 * level
    raise AssertionError("a condition without a test passed the loader")


def _fact_is(test: FactTest, fact: FactState) -> bool:
    if test.outcome is not None and test.outcome != fact.outcome:
        return False
    return {
        "unknown": not fact.is_known,
        "verified": fact.verified is not None,
        "published": fact.disclosed is not None,
        "leaked": fact.leaked is not None,
        "known": fact.is_known,
    }[test.state]


def _is_done(action: str, state: RunState) -> bool:
    if action == "alert":
        return state.alerted is not None
    if action == "holding":
        return any(message.holding for message in state.messages)
    return bool(state.watches)
