"""Storms side by side are those that live alone."""

from __future__ import annotations

import numpy as np
import pytest

from simulator.propagation import SpreadParameters, Tick
from simulator.propagation.side_by_side import SideBySide
from simulator.propagation.tables import ONE
from tests.propagation.storms import NOON, QUOTAS, begun, lived

SEEDS = (3, 9, 2**40, -1)
SIZE = 2000


def together(minutes: int, transmission: int = ONE) -> tuple[SideBySide, list[Tick]]:
    storms = SideBySide(SIZE, SEEDS, QUOTAS, SpreadParameters.for_severity(3), NOON)
    storms.seed_users(0, 10, "outbreak")
    storms.seed_users(70, 5, "strike", "employees", words=2, novelty=ONE // 2)
    return storms, [storms.step(minute, transmission) for minute in range(minutes)]


@pytest.mark.parametrize("transmission", [ONE, ONE * 4 // 5])
def test_each_storm_is_the_one_that_lives_alone(transmission: int) -> None:
    storms, ticks = together(240, transmission)
    for run, seed in enumerate(SEEDS):
        spread = begun(seed, SIZE)
        spread.seed_users(70, 5, "strike", "employees", words=2, novelty=ONE // 2)
        alone = lived(spread, 240, transmission)
        for tick, own in zip(ticks, alone.ticks, strict=True):
            mine = tick.activated // SIZE == run
            assert (tick.activated[mine] - run * SIZE).tolist() == own.activated.tolist()
            assert tick.depths[mine].tolist() == own.depths.tolist()
            assert tick.parents[mine][own.parents >= 0].tolist() == [
                parent + run * SIZE for parent in own.parents.tolist() if parent >= 0
            ]
            repeated = tick.repeats // SIZE == run
            assert (tick.repeats[repeated] - run * SIZE).tolist() == own.repeats.tolist()
        assert storms.totals[run] == spread.total > 50
        assert storms.activated[run] == spread.activated
        assert storms.volumes[run] == spread.volume
        assert (storms.moods[run] == spread.moods).all()


def test_segments_are_those_of_each_run_s_audience() -> None:
    storms, _ = together(1)
    codes = storms.audience.segment(np.arange(SIZE * len(SEEDS))).reshape(len(SEEDS), SIZE)
    for run, seed in enumerate(SEEDS):
        assert (codes[run] == begun(seed, SIZE).audience.segment(np.arange(SIZE))).all()


def test_minutes_strength_and_number_of_users_have_bounds() -> None:
    storms, _ = together(3)
    with pytest.raises(ValueError, match="next minute is 3"):
        storms.step(7)
    with pytest.raises(ValueError, match="transmission"):
        storms.step(3, 2 * ONE)
    with pytest.raises(ValueError, match="over"):
        storms.seed_users(1, 1, "late")
    with pytest.raises(ValueError, match="pets"):
        storms.seed_users(9, 1, "pets", "pets")
    with pytest.raises(ValueError, match="2\\^30"):
        SideBySide(10**9, (1, 2), {}, SpreadParameters(), 0)
