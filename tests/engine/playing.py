"""Runs played to a minute, what they logged and why they refused."""

from typing import TypeVar

import pytest

from simulator.engine.decision import Decision
from simulator.engine.events import Event
from simulator.engine.refusal import Refusal
from simulator.engine.run import Run
from simulator.scenario.model import Scenario

Kind = TypeVar("Kind", bound=Event)

FAIR = ("happened-fair", "doing-fair", "next-fair")
"""The fair wordings of the smallest scenario's holding statement."""


def run_at(scenario: Scenario, minute: int, seed: int = 1) -> Run:
    run = Run(scenario, seed)
    run.advance_to(minute)
    return run


def logged(run: Run, kind: type[Kind]) -> list[Kind]:
    return [event for event in run.events if isinstance(event, kind)]


def refusal(run: Run, decision: Decision) -> str:
    with pytest.raises(Refusal) as caught:
        run.verify_decision(decision)
    assert not run.can_decide(decision)
    with pytest.raises(Refusal):
        run.decide(decision)
    return caught.value.message.code
