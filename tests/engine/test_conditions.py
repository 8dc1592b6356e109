"""Conditions are read from the state of a run."""

import pytest

from simulator.engine.conditions import holds
from simulator.engine.decision import PrepareHolding, PublishHolding
from simulator.engine.run import Run
from simulator.engine.state import FactState, InjectState, RunState
from simulator.scenario.condition import Condition
from simulator.scenario.model import Scenario


def state() -> RunState:
    facts = {"lot": FactState("confirmed", verified=10, leaked=30), "origin": FactState("dryer")}
    run_state = RunState(40, "reactivity", "dryer", facts, {}, None)
    run_state.outrage, run_state.reach = [0, 455], [0, 12_000]
    run_state.chosen.add("said")
    run_state.injects["met"] = InjectState(5, 20, actions=[(9, "reply")], expired=True)
    run_state.injects["open"] = InjectState(25, 60)
    run_state.injects["missed"] = InjectState(5, 20, actions=[(21, "watch")], expired=True)
    run_state.alerted = 20
    run_state.sent["contest"] = 12
    return run_state


@pytest.mark.parametrize(
    ("test", "expected"),
    [
        ({"outrage_above": 45}, True),
        ({"outrage_above": 46}, False),
        ({"outrage_below": 46}, True),
        ({"outrage_below": 45}, False),
        ({"reach_above": 11_999}, True),
        ({"reach_above": 12_000}, False),
        ({"fact": {"id": "lot", "state": "verified"}}, True),
        ({"fact": {"id": "lot", "state": "leaked"}}, True),
        ({"fact": {"id": "lot", "state": "known"}}, True),
        ({"fact": {"id": "lot", "state": "published"}}, False),
        ({"fact": {"id": "lot", "state": "unknown"}}, False),
        ({"fact": {"id": "lot", "state": "known", "outcome": "other"}}, False),
        ({"fact": {"id": "origin", "state": "unknown", "outcome": "dryer"}}, True),
        ({"chosen": "said"}, True),
        ({"not_chosen": "said"}, False),
        ({"answered": "met"}, True),
        ({"answered": "missed"}, True),
        ({"answered": "open"}, False),
        ({"answered": "to-come"}, False),
        ({"unanswered": "missed"}, True),
        ({"unanswered": "met"}, False),
        ({"unanswered": "open"}, False),
        ({"sent": "contest"}, True),
        ({"sent": "other"}, False),
        ({"said": "happened-fair"}, False),
        ({"done": "alert"}, True),
        ({"not_done": "holding"}, True),
        ({"done": "holding"}, False),
        ({"done": "watch"}, False),
        ({"after": "H+0:40"}, True),
        ({"after": "H+0:41"}, False),
        ({"every": ({"after": "H+0:10"}, {"chosen": "said"})}, True),
        ({"every": ({"after": "H+0:10"}, {"chosen": "other"})}, False),
        ({"some": ({"after": "H+0:50"}, {"chosen": "said"})}, True),
        ({"some": ()}, False),
        ({"none": ({"after": "H+0:50"}, {"chosen": "other"})}, True),
        ({"none": ({"after": "H+0:10"},)}, False),
    ],
)
def test_a_condition_holds(test: dict[str, object], expected: bool) -> None:
    assert holds(Condition.model_validate(test), state()) is expected


def test_what_was_said_are_the_wordings_of_the_statement_that_is_out(minimal: Scenario) -> None:
    run = Run(minimal, 1)
    said = Condition.model_validate({"said": "happened-small"})
    other = Condition.model_validate({"said": "happened-fair"})
    run.decide(PrepareHolding(0, ("happened-small", "doing-fair", "next-fair"), 45))
    run.advance_to(20)
    assert not holds(said, run.state), "it is ready, and not out"
    run.decide(PublishHolding(20))
    assert holds(said, run.state)
    assert not holds(other, run.state)
