"""Poisson counts of any mean: right on average, and never smaller for a larger mean."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.propagation.counts import poisson
from simulator.propagation.draws import OneRun
from simulator.propagation.tables import ONE

USERS = np.arange(50_000)


@pytest.mark.parametrize("mean", [0.3, 8.0, 8.1, 40.0, 333.3])
def test_counts_have_the_mean_and_spread_of_a_poisson_law(mean: float) -> None:
    counts = poisson(OneRun(1), "x", USERS, 0, np.full(len(USERS), round(mean * ONE)))
    assert counts.mean() == pytest.approx(mean, rel=0.02)
    assert counts.var() == pytest.approx(mean, rel=0.04)


@settings(max_examples=200, deadline=None)
@given(mean=st.floats(0, 60), more=st.floats(0, 20), seed=st.integers(0, 2**40))
def test_a_larger_mean_never_gives_a_smaller_count(mean: float, more: float, seed: int) -> None:
    users = USERS[:200]
    small, large = (poisson(OneRun(seed), "x", users, 3, np.full(200, round(m * ONE))) for m in (mean, mean + more))
    assert (small <= large).all()


def test_a_count_does_not_depend_on_who_else_is_counted() -> None:
    means = np.array([5, 900_000, 70_000, 0, 4_000_000])
    together = poisson(OneRun(2), "x", USERS[:5], USERS[:5], means)
    alone = [int(poisson(OneRun(2), "x", USERS[i : i + 1], USERS[i : i + 1], means[i : i + 1])[0]) for i in range(5)]
    assert together.tolist() == alone
