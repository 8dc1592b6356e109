"""The day's rhythm stretches reactions at night and leaves an average post's as they are."""

from __future__ import annotations

import numpy as np
import pytest

from simulator.propagation.daytime import DAY, Daytime
from simulator.propagation.parameters import HOURLY_SHARES
from simulator.propagation.tables import CLOCK_CELL, load


def test_a_reaction_is_never_in_the_same_minute_and_never_early() -> None:
    due = Daytime(600).due(5, np.array([0, 1, 59, 3600, 90_000]))
    assert due[0] == 6
    assert (np.diff(due) >= 0).all()


def test_the_night_takes_longer_than_the_morning() -> None:
    hour = np.array([3600])
    assert Daytime(1 * 60).due(0, hour)[0] > 3 * Daytime(9 * 60).due(0, hour)[0]


def test_a_run_s_start_does_not_change_when_something_happens() -> None:
    seconds = np.array([60, 5000, 200_000])
    assert (Daytime(0).due(700, seconds) - 700 == Daytime(700).due(0, seconds)).all()


def test_the_average_post_sees_a_speed_of_one() -> None:
    second = np.array([600])
    speeds = [10 / (Daytime(60 * hour).due(0, second)[0] - 1) for hour in range(24)]
    assert sum(share * speed for share, speed in zip(HOURLY_SHARES, speeds, strict=True)) == pytest.approx(1, rel=0.1)


def test_days_are_alike() -> None:
    seconds = np.array([60, 5000])
    assert (Daytime(0).due(DAY * 3 + 30, seconds) - DAY * 3 == Daytime(0).due(30, seconds)).all()


def test_the_guide_finds_the_minute_that_the_clock_holds() -> None:
    clock = load().clock
    assert np.diff(clock).min() > 1 << CLOCK_CELL
    seconds = np.arange(0, int(clock[-1]) >> 8)
    expected = np.searchsorted(clock, seconds * 256, side="right")
    assert (Daytime(0).due(0, seconds) == expected).all()
