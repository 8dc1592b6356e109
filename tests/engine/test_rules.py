"""What may not be decided is refused, with the sentence that says why."""

import pytest

from simulator.engine.decision import ChooseSpokesperson, Decision, Listen, Respond, ReviewPost, Verify, Watch
from simulator.scenario.model import Scenario
from simulator.scenario.tags import Claim
from tests.engine.playing import refusal, run_at


def test_an_inject_is_answered_once(minimal: Scenario) -> None:
    run = run_at(minimal, 22)
    run.decide(Respond(22, "burnt-care", inject="burnt"))
    assert refusal(run, Respond(22, "burnt-deny", inject="burnt")) == "engine.inject_answered"


def test_a_response_may_need_something_first(minimal: Scenario) -> None:
    run = run_at(minimal, 21)
    while "gazette-asks" not in run.state.injects:
        run.advance_to(run.minute + 1)
    decision = Respond(run.minute, "gazette-known", inject="gazette-asks")
    assert refusal(run, decision) == "engine.not_yet_possible"
    run.decide(Verify(run.minute, "heat"))
    run.advance_to(run.minute + 15)
    assert run.can_decide(Respond(run.minute, "gazette-known", inject="gazette-asks"))


def test_a_fact_is_disclosed_only_once_verified(minimal: Scenario) -> None:
    run = run_at(minimal, 25)
    assert refusal(run, Respond(25, "tell-heat")) == "engine.fact_not_verified"
    run.decide(Verify(25, "heat"))
    run.advance_to(40)
    run.decide(Respond(40, "tell-heat"))
    run.advance_to(45)
    assert run.state.facts["heat"].disclosed == 45


def test_what_has_not_left_at_its_hour_is_decided(minimal: Scenario) -> None:
    run = run_at(minimal, 44)
    run.decide(ReviewPost(44, "spring", keep=False))
    run.advance_to(45)
    assert refusal(run, ReviewPost(45, "spring", keep=True)) == "engine.post_dropped"
    assert run.state.reviews == {"spring": False}


def test_there_is_something_to_correct_only_where_something_else_was_said(minimal: Scenario) -> None:
    run = run_at(minimal, 22)
    assert refusal(run, Respond(22, "fix-heat")) == "engine.nothing_to_correct"
    run.decide(Respond(22, "burnt-deny", inject="burnt"))
    assert refusal(run, Respond(22, "fix-heat")) == "engine.nothing_to_correct"
    run.advance_to(34)
    assert run.can_decide(Respond(34, "fix-heat"))


def test_a_correction_that_was_published_has_nothing_left_to_correct(minimal: Scenario) -> None:
    says = (Claim(fact="heat", says="confirmed"),)
    fix = minimal.standing.corrections[0].model_copy(update={"claims": says})
    standing = minimal.standing.model_copy(update={"corrections": (fix,)})
    run = run_at(minimal.model_copy(update={"standing": standing}), 22)
    run.decide(Respond(22, "burnt-deny", inject="burnt"))
    run.advance_to(34)
    run.decide(Respond(34, "fix-heat"))
    assert refusal(run, Respond(34, "fix-heat")) == "engine.nothing_to_correct"


def test_only_a_spokesperson_speaks(minimal: Scenario) -> None:
    run = run_at(minimal, 1)
    assert refusal(run, ChooseSpokesperson(1, "writer")) == "engine.no_spokesperson"
    assert refusal(run, ChooseSpokesperson(1, "head")) == "engine.already_spokesperson"


def test_a_decision_is_dated_now(minimal: Scenario) -> None:
    run = run_at(minimal, 25)
    assert refusal(run, Verify(24, "heat")) == "engine.wrong_minute"
    assert refusal(run, Verify(26, "heat")) == "engine.wrong_minute"


@pytest.mark.parametrize(
    ("decision", "code"),
    [
        (Respond(25, "nothing"), "engine.unknown_response"),
        (Respond(25, "burnt-care"), "engine.response_elsewhere"),
        (Respond(25, "tell-team", inject=""), "engine.response_elsewhere"),
        (Respond(25, "sorry"), "engine.reply_needs_post"),
        (Respond(25, "sorry", post="p99999"), "engine.unknown_post"),
        (Verify(25, "nothing"), "engine.fact_unverifiable"),
        (ReviewPost(25, "nothing", keep=True), "engine.unknown_post"),
        (Listen(25, "nothing"), "engine.unknown_topic"),
        (Watch(25, "too-small", 50, inject="nothing"), "engine.inject_not_here"),
    ],
)
def test_what_does_not_exist_is_refused_in_a_sentence(minimal: Scenario, decision: Decision, code: str) -> None:
    assert refusal(run_at(minimal, 25), decision) == code


def test_news_calls_for_no_answer(minimal: Scenario) -> None:
    assert refusal(run_at(minimal, 50), Watch(50, "too-small", 90, inject="shelf")) == "engine.nothing_asked"


def test_a_refused_decision_leaves_no_trace(minimal: Scenario) -> None:
    run = run_at(minimal, 25)
    before = run.digest()
    refusal(run, Respond(25, "tell-heat"))
    assert run.digest() == before
