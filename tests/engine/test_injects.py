"""An inject is met by what it calls for, wherever that comes from, and stays open until it is decided."""

from simulator.engine.decision import AlertCell, Decision, PrepareHolding, PublishHolding, Respond, Verify, Watch
from simulator.engine.events import ClaimDisproved, DeadlinePassed, FactDisclosed, InjectMet, ThresholdCrossed
from simulator.engine.run import Run
from simulator.scenario.model import Scenario
from simulator.scenario.response import Response
from simulator.scenario.story import Inject
from simulator.scenario.tags import Claim
from tests.engine.playing import FAIR

SORRY = Respond(25, "sorry", post="inject:burnt")


def with_burnt(scenario: Scenario, **changes: object) -> Scenario:
    """`scenario` with another first inject."""
    first = scenario.injects[0].model_copy(update=changes)
    return scenario.model_copy(update={"injects": (first, *scenario.injects[1:])})


def with_slow_reply(scenario: Scenario) -> Scenario:
    sorry = scenario.standing.replies[0].model_copy(update={"preparation": 4})
    return scenario.model_copy(update={"standing": scenario.standing.model_copy(update={"replies": (sorry,)})})


def played(scenario: Scenario, *decisions: Decision, until: int = 60, seed: int = 1) -> Run:
    run = Run(scenario, seed)
    for decision in decisions:
        run.advance_to(decision.minute)
        run.decide(decision)
    run.advance_to(until)
    return run


def reaches(run: Run, minute: int) -> int:
    """The outrage at `minute`, to which the run is played."""
    run.advance_to(minute)
    return run.state.outrage[minute]


def met(run: Run) -> list[tuple[int, str]]:
    return run.state.injects["burnt"].actions


def test_a_standing_reply_under_an_open_inject_is_its_reply(minimal: Scenario) -> None:
    run = played(minimal, SORRY, until=26)
    assert InjectMet(25, "burnt", "reply", "sorry") in run.events
    assert not run.state.injects["burnt"].is_open
    assert not run.can_decide(Respond(26, "burnt-care", inject="burnt"))


def test_a_standing_reply_elsewhere_or_repeated_answers_no_inject(minimal: Scenario) -> None:
    elsewhere = Respond(25, "sorry", post="signal:warm")
    assert met(played(minimal, elsewhere)) == []
    run = played(minimal, elsewhere, SORRY)
    assert run.state.messages[1].repeat
    assert met(run) == []


def test_an_inject_that_calls_for_something_else_is_not_met_by_a_reply(minimal: Scenario) -> None:
    run = played(with_burnt(minimal, expected="escalate"), SORRY)
    assert met(run) == []
    assert run.state.injects["burnt"].is_open


def test_a_standing_reply_that_comes_after_the_choice_of_a_response_changes_nothing(minimal: Scenario) -> None:
    slow = with_slow_reply(minimal)
    run = played(slow, SORRY, Respond(26, "burnt-care", inject="burnt"))
    assert [message.signature for message in run.state.messages] == [("sorry",), ("burnt-care",)]
    assert met(run) == [(34, "reply")]


def test_alerting_the_cell_meets_a_call_to_escalate_and_leaves_the_decision_open(minimal: Scenario) -> None:
    run = played(with_burnt(minimal, expected="escalate"), AlertCell(21), until=21)
    assert met(run) == [(21, "escalate")]
    assert run.can_decide(Respond(21, "burnt-care", inject="burnt"))
    run.decide(AlertCell(21, "warm"))
    assert met(run) == [(21, "escalate")]
    run.advance_to(60)
    assert not any(isinstance(event, DeadlinePassed) and event.inject == "burnt" for event in run.events)


def test_verifying_what_a_response_would_have_verified_meets_a_call_to_check(minimal: Scenario) -> None:
    checking = with_burnt(minimal, expected="check")
    assert met(played(checking, Verify(25, "heat"))) == [(25, "check")]
    assert met(played(checking, Verify(42, "cause"))) == []


def test_a_watched_inject_is_open_again_once_outrage_rises_over_the_threshold(minimal: Scenario) -> None:
    run = played(minimal, Watch(20, "too-small", 50, inject="burnt"), until=20)
    assert not run.state.injects["burnt"].is_open
    assert not run.can_decide(Watch(20, "too-small", 60, inject="burnt"))
    crossing = next(minute for minute in range(21, 60) if reaches(run, minute) > 500)
    assert run.events[-1] == ThresholdCrossed(crossing, 50)
    assert run.state.injects["burnt"].is_open
    run.decide(Respond(crossing, "burnt-care", inject="burnt"))
    run.advance_to(crossing + 5)
    assert met(run) == [(20, "watch"), (crossing + 5, "reply")]


def test_a_watch_up_to_less_than_there_is_ends_at_once(minimal: Scenario) -> None:
    run = played(minimal, Watch(25, "too-small", 10, inject="burnt"), until=26)
    assert run.events[-1] == ThresholdCrossed(26, 10)
    assert run.state.injects["burnt"].is_open


def test_a_watched_inject_may_be_answered_before_its_threshold(minimal: Scenario) -> None:
    run = played(minimal, Watch(20, "too-small", 99, inject="burnt"), until=21)
    assert run.can_decide(Respond(21, "burnt-care", inject="burnt"))


def test_an_answer_that_is_not_out_at_the_deadline_has_missed_it(minimal: Scenario) -> None:
    run = played(minimal, Respond(38, "burnt-care", inject="burnt"), until=41)
    assert DeadlinePassed(41, "burnt") in run.events
    assert run.state.injects["burnt"].is_missed
    run.advance_to(43)
    assert met(run) == [(43, "reply")]
    assert run.state.injects["burnt"].is_missed


def test_a_response_in_preparation_at_the_end_is_never_out(minimal: Scenario) -> None:
    run = played(minimal, Respond(118, "burnt-care", inject="burnt"), until=120)
    assert not run.state.messages
    assert not met(run)
    assert run.in_preparation == {"burnt-care"}


def test_what_is_false_when_the_public_knows_better_is_disproved_at_once(minimal: Scenario) -> None:
    run = played(
        minimal,
        Verify(20, "heat"),
        Respond(36, "tell-heat"),
        Respond(50, "burnt-deny", inject="burnt"),
        until=70,
    )
    disproved = [event for event in run.events if isinstance(event, ClaimDisproved)]
    assert [(event.minute, event.serial) for event in disproved] == [(62, 2)]


def test_a_falsehood_discloses_nothing(minimal: Scenario) -> None:
    responses: tuple[Response, ...] = minimal.injects[0].responses
    lie = responses[0].model_copy(update={"claims": (Claim(fact="heat", says="fine"),), "discloses": ("heat",)})
    run = played(with_burnt(minimal, responses=(lie, *responses[1:])), Respond(22, "burnt-care", inject="burnt"))
    assert not any(isinstance(event, FactDisclosed) for event in run.events)
    assert not run.state.facts["heat"].is_known


def test_the_holding_statement_stays_published_when_another_is_composed(minimal: Scenario) -> None:
    unanswered = Inject.model_validate(
        {
            "id": "muted",
            "kind": "news",
            "when": {"every": ({"after": "H+0:40"}, {"not_done": "holding"})},
            "sender": "gazette",
            "channel": "pepia",
            "title": "Silence",
            "text": "Rien.",
        }
    )
    scenario = minimal.model_copy(update={"injects": (*minimal.injects, unanswered)})
    out = (PrepareHolding(2, FAIR, 45), PublishHolding(20))
    assert "muted" in played(scenario).state.injects
    assert "muted" not in played(scenario, *out, PrepareHolding(38, FAIR[:1], 45)).state.injects
