"""Scatterings are one-to-one, have an inverse, and can follow each other."""

from __future__ import annotations

import numpy as np
import pytest

from simulator.chance import Chance
from simulator.propagation.scatter import Scatter


@pytest.mark.parametrize("size", [0, 1, 2, 3, 12, 1000, 65_536, 99_991])
def test_a_scattering_is_one_to_one_and_has_an_inverse(size: int) -> None:
    scatter, places = Scatter.drawn(Chance(4), "x", size), np.arange(size)
    assert sorted(scatter.forward(places).tolist()) == places.tolist()
    assert (scatter.backward(scatter.forward(places)) == places).all()
    assert (scatter.undone().forward(scatter.forward(places)) == places).all()


@pytest.mark.parametrize("size", [2, 1000, 2**30])
def test_one_after_the_other_is_one(size: int) -> None:
    first, second = Scatter.drawn(Chance(1), "a", size), Scatter.drawn(Chance(1), "b", size)
    places = np.arange(0, size, max(size // 999, 1), dtype=np.int64)
    both = second.after(first)
    assert (both.forward(places) == second.forward(first.forward(places))).all()
    assert (both.backward(both.forward(places)) == places).all()


def test_many_runs_have_each_its_own() -> None:
    seeds, size = (1, 2, 77), 1000
    many = Scatter.of(seeds, "a", size).after(Scatter.of(seeds, "b", size).undone())
    for run, seed in enumerate(seeds):
        alone = Scatter.of(seed, "a", size).after(Scatter.of(seed, "b", size).undone())
        places = np.arange(size)
        assert (many.forward(places, np.full(size, run)) == alone.forward(places)).all()
        assert (many.backward(places, np.full(size, run)) == alone.backward(places)).all()
