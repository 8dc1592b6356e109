"""A run's record holds what was done, when; and a play that was given up gains nothing by it."""

from simulator.engine.decision import (
    AlertCell,
    Decision,
    PrepareHolding,
    PublishHolding,
    Respond,
    ReviewPost,
    Verify,
    Watch,
)
from simulator.engine.run import Run
from simulator.scenario.model import Scenario
from simulator.scenario.response import Response
from simulator.scoring import score
from simulator.scoring.of_run import record_of
from simulator.scoring.record import DeletionRecord, WatchRecord
from tests.scoring.samples import codes

FAIR = ("happened-fair", "doing-fair", "next-fair")


def played(scenario: Scenario, *decisions: Decision, until: int = 120) -> Run:
    run = Run(scenario, 1)
    for decision in decisions:
        run.advance_to(decision.minute)
        run.decide(decision)
    run.advance_to(until)
    return run


def test_the_quiet_hour_is_recorded(minimal: Scenario) -> None:
    run = played(
        minimal,
        AlertCell(6, "warm"),
        PrepareHolding(6, FAIR, 45),
        ReviewPost(7, "spring", keep=False),
        PublishHolding(21),
    )
    quiet = record_of(run).veille
    assert quiet is not None
    assert quiet.ends == 20
    assert [signal.escalated for signal in quiet.signals] == [6]
    assert [(post.harmful, post.kept) for post in quiet.scheduled] == [(True, False)]
    assert quiet.holding_ready == 11
    assert score(record_of(run)).reactivity > 0.0


def test_an_answer_meets_its_inject_when_it_is_published(minimal: Scenario) -> None:
    record = record_of(played(minimal, Respond(22, "burnt-care", inject="burnt")))
    (burnt,) = [inject for inject in record.injects if inject.id == "burnt"]
    assert (burnt.minute, burnt.deadline, burnt.expected) == (20, 40, "reply")
    assert (27, "reply") in burnt.actions
    assert [question.id for question in record.questions] == ["refund"]
    assert [message.minute for message in record.messages] == [27]


def test_facts_carry_the_minute_at_which_they_could_be_verified(minimal: Scenario) -> None:
    heat, cause = record_of(played(minimal, Verify(30, "heat"))).facts
    assert (heat.verifiable, heat.verified) == (35, 45)
    assert (cause.verifiable, cause.verified, cause.settles_responsibility) == (60, None, True)


def test_a_recorded_watch_is_kept_with_its_threshold(minimal: Scenario) -> None:
    record = record_of(played(minimal, Watch(25, "too-small", 60, inject="burnt")))
    assert record.watches == (WatchRecord(25, "too-small", 60, "burnt"),)


def test_deleting_is_recorded_though_nothing_is_published(minimal: Scenario) -> None:
    hide = Response(id="hide", text="Masquer les critiques.", deletes="criticism")
    standing = minimal.standing.model_copy(update={"corrections": (hide,)})
    scenario = minimal.model_copy(update={"standing": standing})
    run = played(scenario, Respond(21, "burnt-care", inject="burnt"), Respond(40, "hide"))
    record = record_of(run)
    assert record.deletions == (DeletionRecord(40, "criticism"),)
    assert codes(score(record), "T.criticism") == ["criticism_deleted"]


def test_replying_to_a_troll_under_its_post_is_recorded(minimal: Scenario) -> None:
    troll = minimal.injects[0].model_copy(update={"sender": "grincheux", "priority": 0})
    scenario = minimal.model_copy(update={"injects": (troll, *minimal.injects[1:])})
    record = record_of(played(scenario, Respond(25, "sorry", post="inject:burnt")))
    (burnt,) = [inject for inject in record.injects if inject.id == "burnt"]
    assert burnt.troll
    assert burnt.actions == ((25, "reply"),)


def test_giving_up_does_not_spare_what_was_still_to_come(minimal: Scenario) -> None:
    later = minimal.injects[0].model_copy(update={"id": "burnt-again", "at": 90, "responses": ()})
    scenario = minimal.model_copy(update={"injects": (*minimal.injects, later)})
    run = played(scenario, Respond(21, "burnt-care", inject="burnt"), until=40)
    assert "burnt-again" not in {inject.id for inject in record_of(run).injects}
    run.abandon()
    record = record_of(run)
    (missed,) = [inject for inject in record.injects if inject.id == "burnt-again"]
    assert (missed.minute, missed.deadline, missed.actions) == (90, 110, ())
    assert record.ends == 120


def test_a_silent_run_scores_nothing(minimal: Scenario) -> None:
    card = score(record_of(played(minimal)))
    assert (card.reactivity, card.transparency, card.tone, card.overall) == (0.0, 0.0, 0.0, 0.0)
    assert card.band == "insufficient"
