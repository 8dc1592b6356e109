"""A scenario is fitted to its own silence."""

import pytest

from simulator.engine.bots import play
from simulator.scenario.model import Scenario
from simulator.study.calibration import calibrate, silence


def test_a_silent_run_is_measured_as_it_was_played(minimal: Scenario) -> None:
    run = play(minimal, 3, "silent")
    measured = silence(minimal, 3)
    assert (measured.peak, measured.posts) == (max(run.state.volume), run.storm.posts)


def test_the_median_silent_peak_becomes_outrage_eighty(minimal: Scenario) -> None:
    seeds = range(1, 8)
    found = calibrate(minimal, seeds)
    median = sorted(silence(minimal, seed).peak for seed in seeds)[3]
    assert median / (median + found.v_half) == pytest.approx(0.8, abs=0.01)
    assert set(found.offered_seeds) <= set(seeds)
    assert found.offered_seeds


def test_without_seeds_there_is_nothing_to_fit(minimal: Scenario) -> None:
    with pytest.raises(ValueError, match="median"):
        calibrate(minimal, [])
