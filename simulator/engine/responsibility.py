"""Whether anybody can know yet whose fault the crisis is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from simulator.engine.state import FactState
from simulator.scenario.facts import Fact


def is_settled(facts: Iterable[Fact], states: Mapping[str, FactState], minute: int) -> bool:
    """Whether every fact that settles responsibility is known by `minute`, or could have been verified by then."""
    return all(_can_be_known(fact, states[fact.id], minute) for fact in facts if fact.settles_responsibility)


def _can_be_known(fact: Fact, state: FactState, minute: int) -> bool:
    if state.verified is not None or state.is_known:
        return True
    return fact.verification is not None and minute >= fact.verification.opens + fact.verification.minutes
