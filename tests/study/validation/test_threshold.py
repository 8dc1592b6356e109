"""The threshold's formula is exact, and outbreaks begin where it says."""

import numpy as np
import pytest

from simulator.propagation.stored import StoredGraph
from simulator.study.validation.threshold import facts, further_links, known_graph, threshold


def ring(size: int) -> StoredGraph:
    users = np.arange(size)
    return StoredGraph.from_links(size, np.repeat(users, 2), np.stack([users - 1, users + 1], axis=1).ravel() % size)


def test_on_a_ring_only_certainty_is_enough() -> None:
    """Everybody has two links: <k> / (<k^2> - <k>) = 2 / (4 - 2)."""
    assert threshold(ring(10)) == 1
    assert further_links(ring(10)) == 1


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_known_graph_is_symmetric_and_simple(seed: int) -> None:
    starts, followers = known_graph(2000, seed).to_csr()
    users = np.repeat(np.arange(2000), np.diff(starts))
    links = set(zip(users.tolist(), followers.tolist(), strict=True))
    assert len(links) == len(followers)
    assert all(user != follower and (follower, user) in links for user, follower in links)


def test_another_seed_is_another_graph() -> None:
    first, again, other = (known_graph(2000, seed).to_csr()[1] for seed in (1, 1, 2))
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


@pytest.mark.slow
@pytest.mark.parametrize("seed", [11, 12, 13])
def test_outbreaks_take_off_at_the_threshold(seed: int) -> None:
    assert facts(seed, quick=True)[0].holds
