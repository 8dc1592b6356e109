"""The simulated population counts every post once."""

from __future__ import annotations

import numpy as np

from simulator.propagation import Audience, SpreadParameters
from simulator.propagation.ordinary import OrdinaryPosts
from simulator.study.validation.population import LARGEST_TREE, SMALLEST_TREE, simulated
from tests.study.validation.samples import population


def test_counts_are_those_of_the_posts() -> None:
    simulated = population()
    cascades = OrdinaryPosts(Audience(100_000, 3), SpreadParameters(), 3).cascades(np.arange(20_000))
    assert np.repeat(simulated.sizes, simulated.times).tolist() == sorted(cascades.sizes.tolist())
    assert simulated.hours.sum() == len(cascades.user)
    assert simulated.seconds.sum() == (cascades.depth > 0).sum()
    assert simulated.minutes.sum() == (cascades.depth == 1).sum()


def test_trees_are_the_cascades_of_their_sizes() -> None:
    simulated = population()
    some = (simulated.sizes >= SMALLEST_TREE) & (simulated.sizes <= LARGEST_TREE)
    expected = np.repeat(simulated.sizes[some], simulated.times[some])
    assert sorted(simulated.trees.sizes.tolist()) == expected.tolist()


def test_a_seed_gives_one_population_and_another_seed_another() -> None:
    first, again, other = (simulated(seed, 2_000, 10_000) for seed in (1, 1, 2))
    assert first.hours.tolist() == again.hours.tolist() != other.hours.tolist()
