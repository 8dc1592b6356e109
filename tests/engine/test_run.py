"""A run is moved by the clock and by decisions alone."""

from simulator.engine.decision import AlertCell, Listen, PrepareHolding, Respond, ReviewPost, Verify, Watch
from simulator.engine.events import (
    CellAlerted,
    ClaimDisproved,
    DeadlinePassed,
    FactLeaked,
    FactVerified,
    FeedSearched,
    InjectDelivered,
    InjectMet,
    PostSent,
    PromiseDue,
    WorkStarted,
)
from simulator.engine.run import Run
from simulator.scenario.model import Scenario
from simulator.scenario.response import Response
from tests.engine.playing import FAIR, logged, refusal, run_at


def test_how_a_run_is_advanced_changes_nothing(minimal: Scenario) -> None:
    at_once, by_steps = Run(minimal, 3), Run(minimal, 3)
    at_once.advance_to(60)
    while by_steps.minute < 60:
        by_steps.advance_to(min(by_steps.minute + 7, 60))
    assert at_once.digest() == by_steps.digest()


def test_a_run_ends_with_the_scenario(minimal: Scenario) -> None:
    run = run_at(minimal, 10_000)
    assert (run.minute, run.finished) == (minimal.length, True)
    assert refusal(run, AlertCell(run.minute)) == "engine.run_over"


def test_a_message_is_out_when_it_is_written(minimal: Scenario) -> None:
    run = run_at(minimal, 22)
    run.decide(Respond(22, "burnt-care", inject="burnt"))
    run.advance_to(26)
    assert not run.state.messages
    run.advance_to(27)
    assert [message.minute for message in run.state.messages] == [27]
    assert InjectMet(27, "burnt", "reply", "burnt-care") in run.events


def test_one_writer_writes_one_message_at_a_time(minimal: Scenario) -> None:
    run = run_at(minimal, 22)
    run.decide(Respond(22, "burnt-care", inject="burnt"))
    run.decide(PrepareHolding(22, FAIR, 45, publish=True))
    assert len(run.state.benches["writing"].waiting) == 1
    run.advance_to(32)
    assert [message.minute for message in run.state.messages] == [27, 32]


def test_legal_reads_after_the_writer_has_written(minimal: Scenario) -> None:
    run = run_at(minimal, 22)
    run.decide(Respond(22, "burnt-deny", inject="burnt"))
    reading = [event for event in run.events if isinstance(event, WorkStarted) and event.work == "legal"]
    assert [event.until for event in reading] == [34]
    run.advance_to(34)
    assert [message.minute for message in run.state.messages] == [34]


def test_an_unanswered_deadline_passes_and_a_late_answer_is_still_possible(minimal: Scenario) -> None:
    run = run_at(minimal, 41)
    assert logged(run, DeadlinePassed) == [DeadlinePassed(41, "burnt")]
    assert run.can_decide(Respond(41, "burnt-care", inject="burnt"))


def test_verification_takes_the_checkers_time(minimal: Scenario) -> None:
    run = run_at(minimal, 25)
    run.decide(Verify(25, "heat"))
    assert refusal(run, Verify(25, "heat")) == "engine.verification_ordered"
    assert refusal(run, Verify(25, "cause")) == "engine.nothing_to_verify_yet"
    run.advance_to(41)
    assert logged(run, FactVerified) == [FactVerified(40, "heat")]


def test_a_third_party_leaks_what_is_not_known(minimal: Scenario) -> None:
    leaking = next(seed for seed in range(40) if Run(minimal, seed).drawn.leaks)
    silent, open_ = Run(minimal, leaking), Run(minimal, leaking)
    silent.advance_to(120)
    assert [event.fact for event in logged(silent, FactLeaked)] == ["heat"]
    open_.advance_to(25)
    open_.decide(Verify(25, "heat"))
    open_.advance_to(40)
    open_.decide(Respond(40, "tell-heat"))
    open_.advance_to(120)
    assert not logged(open_, FactLeaked)


def test_a_false_claim_is_disproved_once_the_fact_is_known(minimal: Scenario) -> None:
    leaking = next(seed for seed in range(40) if Run(minimal, seed).drawn.leaks)
    run = run_at(minimal, 22, leaking)
    run.decide(Respond(22, "burnt-deny", inject="burnt"))
    run.advance_to(120)
    assert [(event.fact, event.serial) for event in logged(run, ClaimDisproved)] == [("heat", 1)]


def test_listening_finds_the_signals_of_its_topic(minimal: Scenario) -> None:
    run = run_at(minimal, 6)
    run.decide(Listen(6, "lamp"))
    assert refusal(run, Listen(6, "hot")) == "engine.already_listening"
    run.advance_to(11)
    assert logged(run, FeedSearched) == [FeedSearched(11, "lamp", ("warm",))]
    run.decide(Listen(11, ""))
    run.advance_to(16)
    assert logged(run, FeedSearched)[-1] == FeedSearched(16, "", ())


def test_a_signal_is_passed_on_once_it_is_there(minimal: Scenario) -> None:
    run = run_at(minimal, 4)
    assert refusal(run, AlertCell(4, "warm")) == "engine.unknown_signal"
    assert refusal(run, AlertCell(4)) == "engine.alert_needs_signal"
    run.advance_to(5)
    run.decide(AlertCell(5, "warm"))
    assert logged(run, CellAlerted) == [CellAlerted(5, "warm", genuine=True)]
    assert refusal(run, AlertCell(5, "warm")) == "engine.signal_passed_on"


def test_a_false_alarm_occupies_the_cell_for_a_quarter_of_an_hour(minimal: Scenario) -> None:
    decoy = minimal.signals[0].model_copy(update={"genuine": False})
    run = run_at(minimal.model_copy(update={"signals": (decoy,)}), 10)
    run.decide(AlertCell(10, "warm"))
    run.advance_to(24)
    assert refusal(run, Respond(24, "burnt-care", inject="burnt")) == "engine.cell_occupied"
    run.advance_to(25)
    assert run.can_decide(Respond(25, "burnt-care", inject="burnt"))


def test_a_scheduled_post_leaves_unless_it_is_suspended(minimal: Scenario) -> None:
    left = run_at(minimal, 50)
    assert logged(left, PostSent) == [PostSent(45, "spring", harmful=True)]
    assert refusal(left, ReviewPost(50, "spring", keep=False)) == "engine.post_sent"
    held = run_at(minimal, 3)
    held.decide(ReviewPost(3, "spring", keep=False))
    held.advance_to(50)
    assert not logged(held, PostSent)


def test_deleting_criticism_in_silence_is_noticed(minimal: Scenario) -> None:
    hide = Response(id="hide", text="Masquer.", deletes="criticism")
    abuse = Response(id="hide-abuse", text="Masquer une insulte.", deletes="abuse")
    standing = minimal.standing.model_copy(update={"employees": (hide, abuse)})
    scenario = minimal.model_copy(update={"standing": standing})
    volume = {}
    for name in ("", "hide-abuse", "hide"):
        run = run_at(scenario, 25)
        if name:
            run.decide(Respond(25, name))
        run.advance_to(120)
        volume[name] = run.storm.posts
    assert volume["hide"] > volume["hide-abuse"] == volume[""]


def test_a_false_alarm_lets_nobody_begin_and_everybody_finish(minimal: Scenario) -> None:
    decoy = minimal.signals[0].model_copy(update={"genuine": False})
    run = run_at(minimal.model_copy(update={"signals": (decoy,)}), 20)
    run.decide(Verify(20, "heat"))
    run.decide(Respond(20, "burnt-deny", inject="burnt"))
    run.decide(Respond(20, "notify"))
    run.decide(AlertCell(20, "warm"))
    run.advance_to(60)
    begun = {event.task: event.minute for event in logged(run, WorkStarted)}
    assert begun == {"verify:heat": 20, "message:1": 20, "message:2": 20}
    assert logged(run, FactVerified) == [FactVerified(35, "heat")]


def test_a_recorded_watch_meets_what_may_be_watched(minimal: Scenario) -> None:
    run = run_at(minimal, 22)
    assert refusal(run, Watch(22, "because", 50, inject="burnt")) == "engine.unknown_reason"
    assert refusal(run, Watch(22, "too-small", 0, inject="burnt")) == "engine.threshold_range"
    run.decide(Watch(22, "too-small", 50, inject="burnt"))
    assert run.state.injects["burnt"].actions == [(22, "watch")]
    assert not run.state.injects["burnt"].is_open


def test_a_condition_brings_its_inject_once(minimal: Scenario) -> None:
    run = run_at(minimal, 120)
    came = [event for event in logged(run, InjectDelivered) if event.inject == "gazette-asks"]
    assert len(came) == 1


def test_the_next_event_stops_at_its_minute(minimal: Scenario) -> None:
    run = Run(minimal, 1)
    assert run.advance_to_next_event() == 20
    assert "burnt" in run.state.injects


def test_giving_up_ends_the_play_where_it_stands(minimal: Scenario) -> None:
    run = run_at(minimal, 30)
    run.abandon()
    run.advance_to(60)
    assert (run.minute, run.finished, run.state.abandoned) == (30, True, True)


def test_an_evasion_is_no_reply(minimal: Scenario) -> None:
    run = run_at(minimal, 22)
    run.decide(Respond(22, "burnt-deny", inject="burnt"))
    run.advance_to(40)
    assert [action for _, action in run.state.injects["burnt"].actions] == ["evade"]


def test_a_promise_that_comes_due_is_called_to_mind_once(minimal: Scenario) -> None:
    run = run_at(minimal, 20)
    run.decide(PrepareHolding(20, FAIR, 45, publish=True))
    run.advance_to(minimal.length)
    assert [event for event in run.events if isinstance(event, PromiseDue)] == [PromiseDue(60, 1, 70)]


def test_a_promise_that_was_kept_is_not_called_to_mind(minimal: Scenario) -> None:
    run = run_at(minimal, 20)
    run.decide(PrepareHolding(20, FAIR, 45, publish=True))
    run.decide(Verify(20, "heat"))
    run.advance_to(40)
    run.decide(Respond(40, "tell-heat"))
    run.advance_to(minimal.length)
    assert not [event for event in run.events if isinstance(event, PromiseDue)]
