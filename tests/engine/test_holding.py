"""A holding statement is well composed, kept ready or ordered out, and says a thing once."""

import pytest

from simulator.engine.decision import PrepareHolding, PublishHolding
from simulator.scenario.model import Scenario
from tests.engine.playing import FAIR, refusal, run_at


def test_a_holding_statement_is_kept_ready_and_leaves_at_once(minimal: Scenario) -> None:
    run = run_at(minimal, 2)
    assert refusal(run, PublishHolding(2)) == "engine.holding_not_ready"
    run.decide(PrepareHolding(2, FAIR, 45))
    run.advance_to(10)
    assert refusal(run, PublishHolding(10)) == "engine.crisis_not_begun"
    run.advance_to(20)
    run.decide(PublishHolding(20))
    message = run.state.messages[0]
    assert (message.minute, message.holding, message.promised) == (20, True, 65)
    assert set(message.tags.holding) == {"happened", "doing", "known", "unknown", "instruction", "next_update"}


def test_nothing_is_ordered_out_before_the_crisis(minimal: Scenario) -> None:
    run = run_at(minimal, 19)
    assert refusal(run, PrepareHolding(19, FAIR, 45, publish=True)) == "engine.crisis_not_begun"
    run.advance_to(20)
    assert run.can_decide(PrepareHolding(20, FAIR, 45, publish=True))


def test_a_statement_composed_anew_replaces_the_one_kept_ready(minimal: Scenario) -> None:
    run = run_at(minimal, 2)
    run.decide(PrepareHolding(2, FAIR, 45))
    assert refusal(run, PrepareHolding(2, FAIR[:1], 45)) == "engine.being_prepared"
    run.advance_to(25)
    run.decide(PrepareHolding(25, FAIR[:2], 30))
    assert refusal(run, PublishHolding(25)) == "engine.holding_not_ready"
    run.advance_to(30)
    run.decide(PublishHolding(30))
    assert refusal(run, PublishHolding(30)) == "engine.holding_published"
    assert [message.signature for message in run.state.messages] == [FAIR[:2]]


def test_the_same_blocks_in_another_order_are_a_repeat(minimal: Scenario) -> None:
    run = run_at(minimal, 20)
    run.decide(PrepareHolding(20, FAIR, 45, publish=True))
    run.advance_to(30)
    run.decide(PrepareHolding(30, FAIR[::-1], 60, publish=True))
    run.advance_to(40)
    assert [message.repeat for message in run.state.messages] == [False, True]


@pytest.mark.parametrize(
    ("wordings", "promise", "code"),
    [
        ((), 45, "engine.empty_statement"),
        (("nothing",), 45, "engine.unknown_wording"),
        (("happened-fair", "happened-small"), 45, "engine.one_wording_a_block"),
        (("happened-fair", "happened-fair"), 45, "engine.one_wording_a_block"),
        (FAIR, 5, "engine.promise_range"),
    ],
)
def test_a_holding_statement_is_well_composed(
    minimal: Scenario, wordings: tuple[str, ...], promise: int, code: str
) -> None:
    assert refusal(run_at(minimal, 2), PrepareHolding(2, wordings, promise)) == code
