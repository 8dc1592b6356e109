"""Shapes are measured as published ones are: checked on trees whose figures are known."""

from __future__ import annotations

import numpy as np
import pytest

from simulator.propagation.cascades import Cascades
from simulator.study.validation.trees import childless_share, depths, facts, first_shares, structural_virality
from tests.study.validation.samples import cascade, chain, population, star


@pytest.mark.parametrize("users", [2, 3, 10, 1000])
def test_the_virality_of_a_star_and_of_a_chain_are_known(users: int) -> None:
    found = structural_virality(Cascades.joined([star(users), chain(users)]))
    assert found.tolist() == pytest.approx([2 - 2 / users, (users + 1) / 3])


def test_virality_is_the_mean_distance_of_all_pairs() -> None:
    tree = cascade([0, 0, 1, 1, 3, 2, 6, 0])
    links = np.full((9, 9), np.inf)
    np.fill_diagonal(links, 0)
    for child, parent in enumerate(tree.parent[1:].tolist(), start=1):
        links[child, parent] = links[parent, child] = 1
    for middle in range(9):
        links = np.minimum(links, links[:, [middle]] + links[[middle], :])
    assert structural_virality(tree).tolist() == pytest.approx([links.sum() / (9 * 8)])


def test_depths_and_shares_of_known_trees() -> None:
    trees = Cascades.joined([star(5), chain(4), cascade([0, 0, 1, 1])])
    assert depths(trees).tolist() == [1, 3, 2]
    assert first_shares(trees).tolist() == pytest.approx([1, 1 / 3, 1 / 2])


def test_resharers_without_children_are_counted_over_all_cascades() -> None:
    assert childless_share(Cascades.joined([star(5), chain(4), cascade([0, 0, 1, 1])])) == pytest.approx(8 / 11)


def test_a_small_population_has_shallow_trees() -> None:
    rows = facts(population())
    assert [row.row for row in rows] == [4, 5, 6, 7]
    virality = rows[0].measures[0]
    assert 2 <= virality.value < 3
