"""Posts follow the day as published."""

from __future__ import annotations

import numpy as np
import pytest

from simulator.propagation.parameters import HOURLY_SHARES
from simulator.study.validation.hours import facts, largest_gap
from tests.study.validation.samples import population


def test_the_largest_gap_is_relative_to_the_hour_s_share() -> None:
    even = np.array(HOURLY_SHARES) * 1_000_000
    assert largest_gap(even) == pytest.approx(0)
    even[[3, 4]] += (1_500, -1_500)
    assert largest_gap(even) == pytest.approx(0.1)


def test_a_small_population_has_the_published_day() -> None:
    (row,) = facts(population())
    assert row.row == 11
    assert len(row.charts[0].series[0].x) == 24
    assert row.measures[0].value < 0.4
