"""Whether a condition holds in a run's state."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from simulator.engine.state import FactState, RunState
from simulator.scenario.condition import Condition, FactStateName, FactTest

Test = Callable[[RunState], bool]

_FACT_IS: Mapping[FactStateName, Callable[[FactState], bool]] = {
    "unknown": lambda fact: not fact.is_known,
    "verified": lambda fact: fact.verified is not None,
    "published": lambda fact: fact.disclosed is not None,
    "leaked": lambda fact: fact.leaked is not None,
    "known": lambda fact: fact.is_known,
}


def holds(condition: Condition, state: RunState) -> bool:
    """Whether `condition` holds now."""
    return test_of(condition)(state)


def test_of(condition: Condition) -> Test:
    """The test that `condition` stands for, found once for what is asked every minute."""
    match condition:
        case Condition(every=tuple(parts)):
            tests = [test_of(part) for part in parts]
            return partial(_every, tests)
        case Condition(some=tuple(parts)):
            tests = [test_of(part) for part in parts]
            return partial(_some, tests)
        case Condition(none=tuple(parts)):
            tests = [test_of(part) for part in parts]
            return lambda state: not _some(tests, state)
        case Condition(fact=FactTest(id=fact, state=name, outcome=outcome)):
            is_so = _FACT_IS[name]
            if outcome is None:
                return lambda state: is_so(state.facts[fact])
            return lambda state: state.facts[fact].outcome == outcome and is_so(state.facts[fact])
        case Condition(after=int(minute)):
            return lambda state: state.minute >= minute
        case Condition(chosen=str(response)):
            return lambda state: response in state.chosen
        case Condition(not_chosen=str(response)):
            return lambda state: response not in state.chosen
        case Condition(answered=str(inject)):
            return lambda state: inject in state.injects and bool(state.injects[inject].actions)
        case Condition(unanswered=str(inject)):
            return lambda state: inject in state.injects and state.injects[inject].is_missed
        case Condition(said=str(wording)):
            return lambda state: any(message.holding and wording in message.signature for message in state.messages)
        case Condition(sent=str(post)):
            return lambda state: post in state.sent
        case Condition(done=str(action)):
            return lambda state: _is_done(action, state)
        case Condition(not_done=str(action)):
            return lambda state: not _is_done(action, state)
        case Condition(reach_above=int(people)):
            return lambda state: bool(state.reach) and state.reach[-1] > people
        case Condition(outrage_above=int(level)):
            return lambda state: bool(state.outrage) and state.outrage[-1] > 10 * level
        case Condition(outrage_below=int(level)):
            return lambda state: not state.outrage or state.outrage[-1] < 10 * level
    raise AssertionError("a condition without a test passed the loader")


def _every(tests: Sequence[Test], state: RunState) -> bool:
    for test in tests:  # a generator costs more than the tests, and this is asked every minute  # noqa: SIM110
        if not test(state):
            return False
    return True


def _some(tests: Sequence[Test], state: RunState) -> bool:
    for test in tests:  # noqa: SIM110
        if test(state):
            return True
    return False


def _is_done(action: str, state: RunState) -> bool:
    if action == "alert":
        return state.alerted is not None
    if action == "holding":
        return any(message.holding for message in state.messages)
    return bool(state.watches)
