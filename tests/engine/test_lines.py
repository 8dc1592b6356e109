"""What waits is the decision: a line is put in another order, and what is not begun is taken back."""

from __future__ import annotations

from simulator.engine.decision import PrepareHolding, Prioritise, Respond, Verify, Withdraw
from simulator.engine.events import MessagePublished, WorkMoved, WorkStarted, WorkWithdrawn
from simulator.engine.run import Run
from simulator.scenario.model import Scenario
from tests.engine.playing import FAIR, logged, refusal, run_at


def with_a_line(minimal: Scenario) -> Run:
    """Minute 23: the writer is at the holding statement until 26; an answer, then a notice, wait."""
    run = run_at(minimal, 21)
    run.decide(PrepareHolding(21, FAIR, 45))
    run.decide(Respond(21, "burnt-care", inject="burnt"))
    run.decide(Respond(21, "notify"))
    run.advance_to(23)
    return run


def begun(run: Run) -> list[tuple[int, str]]:
    return [(event.minute, event.task) for event in logged(run, WorkStarted) if event.work == "writing"]


def test_work_that_is_put_first_is_begun_first(minimal: Scenario) -> None:
    run = with_a_line(minimal)
    run.decide(Prioritise(23, "writing", "notify"))
    run.advance_to(40)
    assert begun(run) == [(21, "holding"), (26, "message:2"), (31, "message:1")]
    assert [event.task for event in logged(run, WorkMoved)] == ["message:2"]


def test_the_holding_statement_too_is_put_first(minimal: Scenario) -> None:
    run = run_at(minimal, 21)
    run.decide(Respond(21, "burnt-care", inject="burnt"))
    run.decide(Respond(21, "notify"))
    run.decide(PrepareHolding(21, FAIR, 45))
    run.decide(Prioritise(21, "writing"))
    run.advance_to(40)
    assert [task for _, task in begun(run)] == ["message:1", "holding", "message:2"]


def test_a_message_that_waits_is_taken_back_and_its_inject_awaits_an_answer_again(minimal: Scenario) -> None:
    run = with_a_line(minimal)
    run.decide(Withdraw(23, "burnt-care"))
    assert run.state.injects["burnt"].is_open
    assert [event.response for event in logged(run, WorkWithdrawn)] == ["burnt-care"]
    run.decide(Respond(23, "burnt-deny", inject="burnt"))
    run.advance_to(60)
    assert "burnt-care" not in {event.message.signature[0] for event in logged(run, MessagePublished)}


def test_a_text_that_waits_for_its_reading_can_still_be_taken_back(minimal: Scenario) -> None:
    cell = tuple(member.model_copy(update={"reading": 30}) for member in minimal.cell)
    notify = minimal.standing.authority[0].model_copy(update={"approval": "legal"})
    standing = minimal.standing.model_copy(update={"authority": (notify,)})
    run = run_at(minimal.model_copy(update={"cell": cell, "standing": standing}), 21)
    run.decide(Respond(21, "burnt-deny", inject="burnt"))
    run.decide(Respond(21, "notify"))
    run.advance_to(30)
    assert refusal(run, Withdraw(30, "burnt-deny")) == "engine.nothing_waits", "it is being read"
    run.decide(Withdraw(30, "notify"))
    assert run.in_preparation == {"burnt-deny"}


def test_what_is_begun_first_already_or_never_asked_stays(minimal: Scenario) -> None:
    run = with_a_line(minimal)
    assert refusal(run, Prioritise(23, "writing", "burnt-care")) == "engine.first_in_line"
    assert refusal(run, Prioritise(23, "writing")) == "engine.nothing_waits"
    assert refusal(run, Prioritise(23, "kitchen", "notify")) == "engine.nothing_waits"
    assert refusal(run, Withdraw(23, "tell-team")) == "engine.nothing_waits"
    assert refusal(run, Withdraw(23, "")) == "engine.nothing_waits"


def test_a_verification_is_put_first_but_never_taken_back(minimal: Scenario) -> None:
    run = run_at(minimal, 41)
    run.decide(Verify(41, "heat"))
    run.decide(Verify(41, "cause"))
    assert refusal(run, Prioritise(41, "verification", "cause")) == "engine.first_in_line"
    assert refusal(run, Withdraw(41, "cause")) == "engine.nothing_waits"
