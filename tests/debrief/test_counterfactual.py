"""The same world, one decision changed."""

from simulator.debrief.counterfactual import earlier_holding, expert, replayed, silence, unchanged, without
from simulator.debrief.timeline import decisions_of
from simulator.engine.bots import play
from simulator.engine.decision import PrepareHolding, Respond, Verify
from simulator.engine.run import Run
from simulator.scenario.model import Scenario


def test_a_what_if_without_a_change_is_the_run_itself(minimal: Scenario) -> None:
    for bot in ("random", "exemplary", "spammer"):
        run = play(minimal, 5, bot)
        again, skipped = replayed(minimal, 5, decisions_of(run))
        assert skipped == 0
        assert again.digest() == run.digest()
        assert unchanged(run).outrage == tuple(run.state.outrage)


def test_an_unfinished_run_is_replayed_as_far_as_it_went(minimal: Scenario) -> None:
    run = Run(minimal, 5)
    run.advance_to(30)
    run.decide(Verify(30, "heat"))
    run.advance_to(50)
    assert unchanged(run).outrage == tuple(run.state.outrage)


def test_silence_is_the_silent_player_and_expert_the_exemplary_one(minimal: Scenario) -> None:
    run = play(minimal, 5, "random")
    assert silence(run).outrage == tuple(play(minimal, 5, "silent").state.outrage)
    assert expert(run).outrage == tuple(play(minimal, 5, "exemplary").state.outrage)


def test_nothing_differs_before_the_decision_that_is_left_out(minimal: Scenario) -> None:
    run = Run(minimal, 5)
    run.advance_to(25)
    run.decide(Respond(25, "burnt-care", inject="burnt"))
    run.advance_to(120)
    what_if = without(run, 0)
    assert what_if.minute == 25
    assert what_if.outrage[:30] == tuple(run.state.outrage[:30])
    assert what_if.outrage == silence(run).outrage


def test_a_decision_that_no_longer_holds_is_skipped_and_counted(minimal: Scenario) -> None:
    run = Run(minimal, 5)
    run.advance_to(20)
    run.decide(Verify(20, "heat"))
    run.advance_to(40)
    run.decide(Respond(40, "tell-heat"))
    run.advance_to(120)
    assert without(run, 0).skipped == 1


def test_a_late_holding_statement_is_moved_to_the_start(minimal: Scenario) -> None:
    run = Run(minimal, 5)
    run.advance_to(80)
    run.decide(PrepareHolding(80, ("happened-fair", "doing-fair", "next-fair"), 45, publish=True))
    run.advance_to(120)
    what_if = earlier_holding(run)
    assert what_if is not None
    assert (what_if.minute, what_if.skipped) == (30, 0)
    assert what_if.outrage[:35] == tuple(run.state.outrage[:35])
    assert sum(what_if.outrage) < sum(run.state.outrage)


def test_without_a_statement_the_fair_wordings_are_tried(minimal: Scenario) -> None:
    run = play(minimal, 5, "silent")
    what_if = earlier_holding(run)
    assert what_if is not None
    assert sum(what_if.outrage) < sum(run.state.outrage)


def test_a_prompt_statement_needs_no_what_if(minimal: Scenario) -> None:
    run = Run(minimal, 5)
    run.advance_to(22)
    run.decide(PrepareHolding(22, ("happened-fair", "doing-fair", "next-fair"), 45, publish=True))
    run.advance_to(120)
    assert earlier_holding(run) is None
    assert earlier_holding(Run(minimal.model_copy(update={"holding": None}), 5)) is None
