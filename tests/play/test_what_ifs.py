"""What-ifs are lived in the background; what comes of them depends on the play alone."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.process import BaseProcess

import pytest

from simulator.debrief.counterfactual import Change, NoSuchChange, what_if
from simulator.debrief.interval import WORLDS, crowds, interval
from simulator.engine.bots import play
from simulator.engine.decision import PrepareHolding, Respond
from simulator.engine.run import Run
from simulator.locale import Message
from simulator.play.shadows import Shadows
from simulator.play.what_ifs import Asked, WhatIfs
from simulator.scenario.model import Scenario
from tests.engine.playing import FAIR

NONE = Change("none")
SILENCE = Change("silence")
EARLIER = Change("earlier_holding")
BEST = Change("best_at_worst")
EXPERT = Change("expert")
FEW = 4
STEPS = 1 + 2 * FEW
FRAME = 1 / 60
"""Seconds between two looks at what is done: whoever looks all the time leaves no core to the work."""


@pytest.fixture(scope="module")
def short(minimal: Scenario) -> Run:
    """A play that was given up after three quarters of an hour, so that a world is soon lived."""
    run = Run(minimal, 5)
    run.advance_to(22)
    run.decide(Respond(22, "burnt-deny", inject="burnt"))
    run.advance_to(40)
    run.decide(PrepareHolding(40, FAIR, 45, publish=True))
    run.advance_to(45)
    run.abandon()
    return run


@contextmanager
def asking(run: Run, processes: int = 1, worlds: int = FEW) -> Iterator[WhatIfs]:
    what_ifs = WhatIfs(run, processes=processes, worlds=worlds)
    try:
        yield what_ifs
    finally:
        what_ifs.close()


def of(what_ifs: WhatIfs, change: Change) -> Asked:
    return next(asked for asked in what_ifs.asked if asked.change == change)


def processes(before: Sequence[BaseProcess] = ()) -> list[BaseProcess]:
    """Those running now that did not run before."""
    return [process for process in multiprocessing.active_children() if process not in before]


def test_the_usual_ones_are_those_that_the_play_has_and_all_get_an_interval(short: Run) -> None:
    told: list[tuple[int, int]] = []
    with asking(short, 2) as what_ifs:
        what_ifs.ask_usual()
        what_ifs.ask(Change("without", 0))
        assert not any(asked.interval for asked in what_ifs.asked)
        what_ifs.finish(lambda done, total: told.append((done, total)))
    changes = [asked.change for asked in what_ifs.asked]
    assert changes == [EARLIER, BEST, SILENCE, EXPERT, Change("without", 0)]
    for asked in what_ifs.asked:
        assert asked.what_if == what_if(short, asked.change)
        assert asked.interval is not None and asked.interval.worlds == FEW
        assert (asked.done, asked.steps, asked.failed) == (STEPS, STEPS, None)
    total = FEW + 5 * (1 + FEW)
    assert told[0] == (0, total) and told[-1] == (total, total)
    assert told == sorted(told)


def test_what_comes_of_them_does_not_depend_on_the_number_of_processes(short: Run) -> None:
    pairs = [(what_if(short, NONE, crowd), what_if(short, EARLIER, crowd)) for crowd in crowds(short.seed, FEW)]
    for number in (1, 2):
        with asking(short, number) as what_ifs:
            what_ifs.ask(EARLIER)
            what_ifs.finish()
        assert of(what_ifs, EARLIER).interval == interval(short.state.outrage, pairs)


def test_the_curve_in_its_own_world_comes_before_all_intervals(short: Run) -> None:
    seen: list[set[Change]] = []
    with asking(short) as what_ifs:
        for change in (SILENCE, EARLIER):
            what_ifs.ask(change)
        what_ifs.finish(lambda _, __: seen.append({one.change for one in what_ifs.asked if one.what_if}))
    assert seen[3] == {SILENCE, EARLIER}


def test_polling_takes_in_what_is_done_and_asking_again_changes_nothing(short: Run) -> None:
    with asking(short) as what_ifs:
        assert not what_ifs.poll()
        what_ifs.ask(SILENCE)
        steps = []
        while of(what_ifs, SILENCE).interval is None:
            if what_ifs.poll():
                steps.append(of(what_ifs, SILENCE).done)
                what_ifs.ask(SILENCE)
            time.sleep(FRAME)
        assert steps == sorted(set(steps)) and steps[-1] == STEPS
        assert not what_ifs.poll()
        assert len(what_ifs.asked) == 1


def test_a_change_that_the_play_does_not_have_is_refused_or_disappears(minimal: Scenario) -> None:
    run = Run(minimal, 5)
    run.advance_to(10)
    run.abandon()
    with asking(run) as what_ifs:
        for change in (EARLIER, NONE, Change("without", 0)):
            with pytest.raises(NoSuchChange):
                what_ifs.ask(change)
        what_ifs.ask(BEST)
        assert [asked.change for asked in what_ifs.asked] == [BEST]
        what_ifs.finish()
        assert what_ifs.asked == ()
        what_ifs.ask(BEST)
        assert what_ifs.asked == ()


def test_what_was_lived_during_the_play_is_there_at_once(minimal: Scenario) -> None:
    run = play(minimal, 5, "random")
    shadows = Shadows(minimal, 5)
    assert shadows.what_ifs(run) == ()
    for _ in range(2 * (minimal.length + 1)):
        shadows.step()
    known = shadows.what_ifs(run)
    assert known == (what_if(run, SILENCE), what_if(run, EXPERT))
    assert [(asked.what_if, asked.done, asked.steps) for asked in WhatIfs(run, known).asked] == [
        (one, 1, 1) for one in known
    ]


def test_what_was_lived_to_the_end_is_not_set_beside_a_play_that_was_given_up(minimal: Scenario) -> None:
    shadows = Shadows(minimal, 5)
    for _ in range(2 * (minimal.length + 1)):
        shadows.step()
    run = Run(minimal, 5)
    run.advance_to(60)
    run.abandon()
    assert shadows.what_ifs(run) == ()


def test_nothing_runs_before_something_is_asked_nor_after_the_end(short: Run) -> None:
    before = processes()
    with asking(short, 2, WORLDS) as what_ifs:
        assert not processes(before)
        what_ifs.ask(EXPERT)
        assert of(what_ifs, EXPERT).steps == 1 + 2 * 20
        ours = processes(before)
        assert len(ours) == 2
    for process in ours:
        process.join(10)
    assert not processes(before)
    assert not what_ifs.poll()
    what_ifs.finish()
    assert of(what_ifs, EXPERT).interval is None


def test_a_process_that_dies_is_told_and_what_it_did_can_be_asked_again(short: Run) -> None:
    before = processes()
    with asking(short) as what_ifs:
        what_ifs.ask(SILENCE)
        for process in processes(before):
            process.kill()
        what_ifs.finish()
        assert of(what_ifs, SILENCE).failed == Message("play.what_ifs_failed")
        what_ifs.ask(SILENCE)
        assert of(what_ifs, SILENCE).failed is None
        what_ifs.finish()
        assert of(what_ifs, SILENCE).interval is not None


def test_whoever_interrupts_the_wait_leaves_no_process(short: Run) -> None:
    before = processes()

    def interrupt(done: int, _: int) -> None:
        if done:
            raise KeyboardInterrupt

    with asking(short) as what_ifs:
        what_ifs.ask(SILENCE)
        ours = processes(before)
        with pytest.raises(KeyboardInterrupt):
            what_ifs.finish(interrupt)
        for process in ours:
            process.join(10)
        assert not processes(before)
