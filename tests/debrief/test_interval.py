"""What a change does to the same crisis among other people."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from simulator.debrief.counterfactual import Change, WhatIf, what_if
from simulator.debrief.interval import WORLDS, Interval, crowds, interval
from simulator.engine.bots import play
from simulator.engine.run import Run
from simulator.scenario.model import Scenario

pytestmark = pytest.mark.slow

GOLDEN = Path(__file__).with_name("crowds_golden.json")
NONE = Change("none")
EARLIER = Change("earlier_holding")


def world(*outrage: int, posts: int = 100, skipped: int = 0) -> WhatIf:
    return WhatIf(NONE, outrage, skipped, posts=posts)


def lived(run: Run, change: Change, worlds: int = WORLDS) -> Interval:
    pairs = [(what_if(run, NONE, crowd), what_if(run, change, crowd)) for crowd in crowds(run.seed, worlds)]
    return interval(run.state.outrage, pairs)


def test_each_world_is_compared_with_itself() -> None:
    pairs = [(world(0, high, posts=high), world(0, high // 2, posts=high // 4)) for high in (400, 600, 800)]
    found = interval([0, 500], pairs)
    assert (found.peak.low, found.peak.median, found.peak.high) == (-50, -50, -50)
    assert found.volume.median == -75
    assert found.worlds == 3


def test_the_band_lies_around_the_play_and_leaves_out_the_farthest_worlds() -> None:
    pairs = [(world(0, 500), world(0, 500 + difference)) for difference in range(-10, 10)]
    found = interval([0, 300], pairs)
    assert found.low == (0, 292)
    assert found.high == (0, 307)


def test_the_band_stays_between_nothing_and_everything() -> None:
    falling, rising = (world(500), world(0)), (world(0), world(500))
    assert interval([300], [falling]).low == (0,)
    assert interval([800], [rising]).high == (1000,)


def test_decisions_that_no_longer_hold_are_counted_over_all_worlds() -> None:
    assert interval([0], [(world(0), world(0, skipped=skipped)) for skipped in (0, 1, 2)]).skipped == 3


def test_a_world_without_outrage_gives_no_infinite_change() -> None:
    nothing = world(0, posts=0)
    assert interval([0], [(nothing, nothing)]).peak.median == interval([0], [(nothing, nothing)]).volume.median == 0


def test_without_a_world_there_is_no_interval() -> None:
    with pytest.raises(ValueError, match="at least one world"):
        interval([0], [])


def test_the_worlds_of_a_seed_are_always_the_same() -> None:
    assert {str(seed): list(crowds(seed, 3)) for seed in (1, 2, 2**40)} == json.loads(GOLDEN.read_text("utf-8"))
    assert len(set(crowds(1))) == WORLDS >= 20
    assert crowds(1)[:7] == crowds(1, 7)


def test_the_crisis_is_the_same_among_other_people(minimal: Scenario) -> None:
    run = play(minimal, 5, "exemplary")
    seen = set()
    for crowd in crowds(5, 6):
        other = Run(minimal, 5, crowd=crowd)
        other.advance_to(120)
        assert other.drawn == run.drawn
        seen.add(tuple(other.state.outrage))
    assert len(seen) == 6


def test_a_crowd_by_the_number_of_the_seed_is_the_seed_s_own(minimal: Scenario) -> None:
    run = play(minimal, 5, "silent")
    same = Run(minimal, 5, crowd=5)
    same.advance_to(120)
    assert same.digest() == run.digest()


def test_without_a_change_no_world_differs(minimal: Scenario) -> None:
    run = play(minimal, 5, "random")
    found = lived(run, NONE, 6)
    assert found.low == found.high == tuple(run.state.outrage)
    assert (found.peak.low, found.peak.high, found.volume.low, found.volume.high) == (0, 0, 0, 0)


def test_nothing_is_unsure_before_the_changed_decision(minimal: Scenario) -> None:
    run = play(minimal, 5, "silent")
    found = lived(run, EARLIER, 6)
    assert found.low[:31] == found.high[:31] == tuple(run.state.outrage[:31])
    assert found.low[-1] < found.high[-1] < run.state.outrage[-1]


@pytest.mark.slow
@pytest.mark.parametrize("bot", ["silent", "denier"])
def test_an_earlier_holding_statement_lowers_the_peak_on_average(recall: Scenario, bot: str) -> None:
    changes = {}
    for seed in range(1, 21):
        run = play(recall, seed, bot)
        changes[seed] = what_if(run, EARLIER).peak - max(run.state.outrage)
    told = ", ".join(f"seed {seed}: {change / 10:+.1f}" for seed, change in changes.items())
    assert sum(changes.values()) < 0, told
    assert sum(change < 0 for change in changes.values()) >= 15, told
