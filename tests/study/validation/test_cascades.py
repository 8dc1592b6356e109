"""Sizes are counted as published ones are, and a known tail is found again."""

from __future__ import annotations

import numpy as np
import pytest

from simulator.study.validation.cascades import facts, hill_exponent, share_from
from tests.study.validation.samples import population


def test_a_share_counts_all_cascades_from_a_size_on() -> None:
    sizes, times = np.array([1, 2, 100, 250]), np.array([90, 7, 2, 1])
    assert [share_from(sizes, times, size) for size in (1, 2, 100, 101, 300)] == [1, 0.1, 0.03, 0.01, 0]


@pytest.mark.parametrize("exponent", [2.1, 2.5])
def test_the_exponent_of_a_known_tail_is_found(exponent: float) -> None:
    uniform = (np.arange(100_000) + 0.5) / 100_000
    drawn = np.floor(49.5 * uniform ** (-1 / (exponent - 1)) + 0.5).astype(np.int64)
    sizes, times = np.unique(drawn, return_counts=True)
    for smallest in (50, 100, 200):
        assert hill_exponent(sizes, times, smallest) == pytest.approx(exponent, abs=0.03)


def test_one_size_has_no_tail() -> None:
    assert np.isnan(hill_exponent(np.array([1, 80]), np.array([9, 1]), 50))


def test_most_posts_of_a_small_population_die_at_once() -> None:
    rows = facts(population())
    assert [row.row for row in rows] == [1, 2, 3]
    assert rows[0].holds
    assert [measure.name for measure in rows[2].measures] == ["xmin_50", "xmin_100", "xmin_200"]
