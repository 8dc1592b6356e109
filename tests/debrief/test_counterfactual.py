"""The same world, one decision changed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.debrief.counterfactual import (
    Change,
    NoSuchChange,
    WhatIf,
    alternatives,
    replayed,
    usual_changes,
    what_if,
)
from simulator.debrief.counterfactual.worst import worst_moments
from simulator.debrief.timeline import decisions_of
from simulator.engine.bots import BOTS, play
from simulator.engine.decision import PrepareHolding, Respond, ReviewPost, Verify
from simulator.engine.run import Run
from simulator.places import shipped
from simulator.scenario.load import load_scenario
from simulator.scenario.model import Scenario
from tests.engine.playing import FAIR

pytestmark = pytest.mark.slow

NONE = Change("none")
EARLIER, BEST, SILENCE, EXPERT = (Change(kind) for kind in ("earlier_holding", "best_at_worst", "silence", "expert"))


def answered(scenario: Scenario, minute: int, response: str, last: int = 120) -> Run:
    """A play in which the burnt customer is answered, and nothing else is done."""
    run = Run(scenario, 5)
    run.advance_to(minute)
    run.decide(Respond(minute, response, inject="burnt"))
    run.advance_to(last)
    return run


# -- nothing is changed


@settings(max_examples=5, deadline=None)
@given(bot=st.sampled_from(sorted(BOTS)), seed=st.integers(0, 2**32), given_up=st.none() | st.integers(0, 119))
def test_without_a_change_it_is_the_run_itself(minimal: Scenario, bot: str, seed: int, given_up: int | None) -> None:
    run = Run(minimal, seed)
    player = BOTS[bot](run)
    player(run)
    while not run.finished and run.minute != given_up:
        run.advance_to(run.minute + 1)
        player(run)
    run.abandon()
    again, skipped = replayed(minimal, seed, decisions_of(run), run.minute)
    again.abandon()
    assert skipped == 0
    assert again.digest() == run.digest()
    assert again.state.volume == run.state.volume
    same = what_if(run, NONE)
    assert (same.outrage, same.posts, same.skipped) == (tuple(run.state.outrage), run.storm.posts, 0)


def test_silence_is_the_silent_player_and_expert_the_exemplary_one(minimal: Scenario) -> None:
    run = play(minimal, 5, "random")
    for change, bot in ((SILENCE, "silent"), (EXPERT, "exemplary")):
        lived = play(minimal, 5, bot)
        assert what_if(run, change) == WhatIf(change, tuple(lived.state.outrage), posts=lived.storm.posts)


def test_a_play_without_decisions_is_silence(minimal: Scenario) -> None:
    run = play(minimal, 5, "silent")
    assert what_if(run, SILENCE).outrage == tuple(run.state.outrage)
    assert usual_changes(run) == (EARLIER, BEST, SILENCE, EXPERT)
    with pytest.raises(IndexError):
        alternatives(run, 0)


def test_a_play_that_was_given_up_is_compared_as_far_as_it_went(minimal: Scenario) -> None:
    run = answered(minimal, 25, "burnt-care", last=50)
    run.abandon()
    for change in (*usual_changes(run), Change("without", 0)):
        assert len(what_if(run, change).outrage) == 51
    begun = Run(minimal, 5)
    begun.advance_to(15)
    begun.abandon()
    assert usual_changes(begun) == (SILENCE, EXPERT)
    assert what_if(begun, SILENCE).outrage == (0,) * 16


# -- one decision is changed


@settings(max_examples=5, deadline=None)
@given(seed=st.integers(0, 2**32), crowd=st.none() | st.integers(0, 2**64), data=st.data())
def test_nothing_differs_before_the_changed_decision(
    minimal: Scenario, seed: int, crowd: int | None, data: st.DataObject
) -> None:
    run = play(minimal, seed, "random")
    place = data.draw(st.integers(0, len(decisions_of(run)) - 1))
    try:
        changed = what_if(run, data.draw(st.sampled_from((*alternatives(run, place), EARLIER, BEST))), crowd)
    except NoSuchChange:
        return
    assert changed.minute is not None
    assert changed.outrage[: changed.minute + 1] == what_if(run, NONE, crowd).outrage[: changed.minute + 1]


def test_a_decision_is_left_out(minimal: Scenario) -> None:
    run = answered(minimal, 25, "burnt-care")
    without = what_if(run, Change("without", 0))
    assert (without.minute, without.decision, without.skipped) == (25, None, 0)
    assert without.outrage == what_if(run, SILENCE).outrage != tuple(run.state.outrage)


def test_another_response_is_given_at_the_same_minute(minimal: Scenario) -> None:
    run = answered(minimal, 25, "burnt-deny")
    instead = what_if(run, Change("instead", 0, "burnt-care"))
    assert instead.decision == Respond(25, "burnt-care", inject="burnt")
    assert instead.outrage == tuple(answered(minimal, 25, "burnt-care").state.outrage)


def test_a_decision_that_no_longer_holds_is_skipped_and_counted(minimal: Scenario) -> None:
    run = Run(minimal, 5)
    run.advance_to(20)
    run.decide(Verify(20, "heat"))
    run.advance_to(40)
    run.decide(Respond(40, "tell-heat"))
    run.advance_to(120)
    assert what_if(run, Change("without", 0)).skipped == 1
    assert what_if(run, Change("without", 1)).skipped == 0


def test_a_reply_goes_to_somebody_else_where_its_reader_does_not_speak(minimal: Scenario) -> None:
    run = Run(minimal, 5)
    run.advance_to(100)
    last = next(post for post in reversed(run.feed.posts) if post.kind in ("crowd", "quiet"))
    reply = Respond(100, "sorry", post=last.id)
    run.decide(reply)
    run.advance_to(120)
    for crowd in range(6):
        again, skipped = replayed(minimal, 5, [reply], crowd=crowd)
        assert skipped == 0
        assert again.state.messages[0].post in {post.id for post in again.feed.posts if post.kind in ("crowd", "quiet")}
    gone = Respond(100, "sorry", post="inject:gazette-asks")
    assert replayed(minimal, 5, [gone], 105)[1] == ("gazette-asks" not in run.state.injects)


@pytest.mark.parametrize(
    "change",
    [
        Change("without", 1),
        Change("without", -1),
        Change("without"),
        Change("instead", 0, "burnt-care"),
        Change("instead", 0, "sorry"),
        Change("instead", 0),
    ],
)
def test_what_was_not_decided_cannot_be_changed(minimal: Scenario, change: Change) -> None:
    with pytest.raises(NoSuchChange):
        what_if(answered(minimal, 25, "burnt-care"), change)


# -- what else was offered


def test_alternatives_are_what_stood_beside_the_response(minimal: Scenario) -> None:
    run = answered(minimal, 25, "burnt-care")
    assert [change.key for change in alternatives(run, 0)] == [
        "without:0",
        "instead:0:burnt-deny",
        "instead:0:burnt-check",
    ]


def test_what_is_no_response_can_only_be_left_out(minimal: Scenario) -> None:
    run = Run(minimal, 5)
    run.decide(ReviewPost(0, minimal.scheduled[0].id, keep=False))
    assert alternatives(run, 0) == (Change("without", 0),)


def test_a_response_whose_condition_was_not_met_then_is_no_alternative(minimal: Scenario) -> None:
    """Which ones were is asked of the finished run: what was verified, said or leaked later does not count."""
    for seed in range(4):
        run = Run(minimal, seed)
        player = BOTS["random"](run)
        offered: list[set[str]] = []
        while not run.finished:
            run.advance_to(run.minute + 1)
            before = len(decisions_of(run))
            possible = {
                response.id
                for inject in minimal.injects
                for response in inject.responses
                if run.can_decide(Respond(run.minute, response.id, inject=inject.id))
            }
            player(run)
            offered += [possible] * (len(decisions_of(run)) - before)
        for place, (decision, possible) in enumerate(zip(decisions_of(run), offered, strict=True)):
            if isinstance(decision, Respond) and decision.inject is not None:
                others = {change.response for change in alternatives(run, place)[1:]}
                assert others == possible & others
                beside = {response.id for response in run.injects[decision.inject].responses}
                assert possible & beside - {decision.response} <= others


# -- the holding statement, earlier


def test_a_late_holding_statement_is_moved_to_the_start(minimal: Scenario) -> None:
    run = Run(minimal, 5)
    run.advance_to(80)
    run.decide(PrepareHolding(80, FAIR, 45, publish=True))
    run.advance_to(120)
    earlier = what_if(run, EARLIER)
    assert (earlier.minute, earlier.skipped) == (30, 0)
    assert earlier.outrage[:35] == tuple(run.state.outrage[:35])
    assert sum(earlier.outrage) < sum(run.state.outrage)


def test_without_a_statement_the_fair_wordings_are_tried(minimal: Scenario) -> None:
    run = play(minimal, 5, "silent")
    earlier = what_if(run, EARLIER)
    assert earlier.decision == PrepareHolding(30, FAIR, 45, publish=True)
    assert sum(earlier.outrage) < sum(run.state.outrage)


def test_a_prompt_statement_needs_no_what_if(minimal: Scenario) -> None:
    run = Run(minimal, 5)
    run.advance_to(22)
    run.decide(PrepareHolding(22, FAIR, 45, publish=True))
    run.advance_to(120)
    for play_of_it in (run, play(minimal.model_copy(update={"holding": None}), 5, "silent")):
        assert EARLIER not in usual_changes(play_of_it)
        with pytest.raises(NoSuchChange):
            what_if(play_of_it, EARLIER)


# -- the best response, at the worst moment


def test_the_best_response_takes_the_place_of_a_poor_one(minimal: Scenario) -> None:
    run = answered(minimal, 25, "burnt-deny")
    best = what_if(run, BEST)
    assert best.decision == Respond(25, "burnt-care", inject="burnt")
    assert best.outrage == what_if(run, Change("instead", 0, "burnt-care")).outrage


def test_an_inject_that_waited_too_long_is_answered_when_outrage_rose_most(minimal: Scenario) -> None:
    run = play(minimal, 5, "silent")
    best = what_if(run, BEST)
    assert isinstance(best.decision, Respond) and best.minute is not None
    curve = run.state.outrage
    rises = {minute: curve[min(minute + 30, 120)] - curve[minute] for minute in range(20, 121)}
    assert rises[best.minute] == max(rises.values())
    late = answered(minimal, 90, "burnt-care")
    sooner = what_if(late, BEST)
    assert sooner.minute is not None and sooner.minute < 90
    assert sooner.skipped == 0
    assert sum(sooner.outrage) < sum(late.state.outrage)


@settings(max_examples=4, deadline=None)
@given(bot=st.sampled_from(sorted(BOTS)), seed=st.integers(0, 2**32))
def test_the_best_response_leaves_less_outrage_and_no_higher_peak(minimal: Scenario, bot: str, seed: int) -> None:
    run = play(minimal, seed, bot)
    try:
        best = what_if(run, BEST)
    except NoSuchChange:
        return
    assert sum(best.outrage) < sum(run.state.outrage)
    assert best.peak <= max(run.state.outrage)


def test_of_the_good_responses_the_one_that_leaves_the_least_outrage_is_best(recall: Scenario) -> None:
    """Three are good at the worst moment of this play; which of them the model prefers is not told by their tags."""
    run = play(recall, 1, "tells_all")
    best = what_if(run, BEST)
    moments, outrage = worst_moments(recall, 1, decisions_of(run), run.minute)
    assert outrage == tuple(run.state.outrage)
    worst = moments[0]
    assert worst.place is not None and len(worst.better) == 3
    left = {name: sum(what_if(run, Change("instead", worst.place, name)).outrage) for name in worst.better}
    assert best.decision == Respond(worst.minute, min(left, key=left.__getitem__), inject=worst.inject)
    assert sum(best.outrage) == min(left.values())


@pytest.mark.slow
def test_where_no_response_to_the_worst_moment_calms_by_one_per_cent_the_next_worst_is_taken(recall: Scenario) -> None:
    run = play(recall, 3, "random")
    best = what_if(run, BEST)
    assert isinstance(best.decision, Respond)
    moments, outrage = worst_moments(recall, 3, decisions_of(run), run.minute)
    place = [moment.inject for moment in moments].index(str(best.decision.inject))
    assert place > 0
    for moment in moments[:place]:
        assert moment.place is not None
        for response in moment.better:
            tried = what_if(run, Change("instead", moment.place, response))
            assert sum(tried.outrage) > 0.99 * sum(outrage) or tried.peak > max(outrage)
    assert sum(best.outrage) < 0.99 * sum(outrage) and best.peak <= max(outrage)


def test_where_nothing_better_was_possible_there_is_no_such_change(minimal: Scenario) -> None:
    run = play(minimal, 5, "exemplary")
    assert BEST not in usual_changes(run)
    with pytest.raises(NoSuchChange, match="best_at_worst"):
        what_if(run, BEST)


# -- names


@given(
    change=st.builds(Change, st.sampled_from(["none", "earlier_holding", "best_at_worst", "silence", "expert"]))
    | st.builds(Change, st.just("without"), st.integers(0, 999))
    | st.builds(Change, st.just("instead"), st.integers(0, 999), st.from_regex(r"\A[a-z][a-z0-9:-]*\Z"))
)
def test_a_change_is_found_by_its_key(change: Change) -> None:
    assert Change.from_key(change.key) == change


@pytest.mark.parametrize("key", ["", "later", "without", "without:x", "without:-1", "instead:3", "silence:2"])
def test_other_keys_name_no_change(key: str) -> None:
    with pytest.raises(ValueError, match="no change is called"):
        Change.from_key(key)


def test_the_tutorial_has_what_ifs_too() -> None:
    scenario = load_scenario(shipped("scenarios") / "premiers-pas").scenario
    run = play(scenario, 1, "denier")
    changes = [*usual_changes(run), *alternatives(run, 0)]
    assert not scenario.scored and SILENCE in changes and len(changes) > 3
    for change in changes:
        assert len(what_if(run, change).outrage) == scenario.length + 1
