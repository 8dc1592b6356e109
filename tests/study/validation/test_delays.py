"""Delays are fitted and compared as published ones are: checked on delays whose law is known."""

from __future__ import annotations

import numpy as np
import pytest

from simulator.propagation.cascades import Cascades
from simulator.study.validation.delays import facts, fitted_exponent, half_lives, kernel_distance, kernel_reached
from tests.study.validation.samples import cascade, population

WEEK = 7 * 86_400


def counts(theta: float, unit: int, reactions: int = 10_000_000) -> np.ndarray:
    """How many of `reactions` that follow the kernel exactly end in each unit."""
    reached = kernel_reached(np.arange(WEEK // unit + 1, dtype=np.float64) * unit, theta)
    return np.concatenate([[0], np.round(np.diff(reached) * reactions).astype(np.int64)])


def test_the_kernel_is_level_at_first_and_complete_after_a_week() -> None:
    reached = kernel_reached(np.array([0.0, 150.0, 300.0, WEEK, 2 * WEEK]), 0.25)
    assert reached.tolist() == pytest.approx([0, reached[2] / 2, reached[2], 1, 1])


def test_the_kernel_falls_as_a_power_law_after_its_level_part() -> None:
    density = np.diff(kernel_reached(np.array([300.0, 301.0, 3000.0, 3010.0]), 0.25))
    assert density[2] / 10 / density[0] == pytest.approx(10**-1.25, rel=0.01)


@pytest.mark.parametrize("theta", [0.15, 0.2314843, 0.4])
def test_a_known_exponent_is_found(theta: float) -> None:
    assert fitted_exponent(counts(theta, 60)) == pytest.approx(theta, abs=0.001)


def test_delays_beyond_the_cut_do_not_move_the_exponent() -> None:
    known = counts(0.25, 60)
    assert fitted_exponent(np.concatenate([known, np.full(300, 50)])) == fitted_exponent(known)


def test_the_kernel_s_own_delays_have_no_distance_and_others_have() -> None:
    assert kernel_distance(counts(0.2314843, 60), 60, 0.2314843) < 0.001
    assert kernel_distance(counts(0.5, 60), 60, 0.2314843) > 0.1


def test_half_a_cascade_s_reshares_have_come_by_its_half_life() -> None:
    even = cascade([0, 0, 0, 1], [10, 40, 15, 100, 70])
    odd = cascade([0, 0, 0], [5, 6, 8, 500])
    assert half_lives(Cascades.joined([even, odd])).tolist() == [30, 3]


def test_a_small_population_samples_the_kernel() -> None:
    rows = facts(population())
    assert [row.row for row in rows] == [8, 9, 10]
    assert rows[1].holds
