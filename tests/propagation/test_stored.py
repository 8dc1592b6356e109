"""A stored graph has the face of a computed one."""

from __future__ import annotations

import numpy as np
import pytest

from simulator.propagation import Audience, Spread, SpreadParameters
from simulator.propagation.ordinary import OrdinaryPosts
from simulator.propagation.stored import StoredGraph
from tests.propagation.storms import NOON, QUOTAS, begun, lived


def test_a_stored_graph_gives_back_its_links() -> None:
    graph = StoredGraph.from_links(4, [2, 0, 2, 0, 3], [1, 3, 0, 2, 2])
    assert graph.degree(np.arange(4)).tolist() == [2, 0, 2, 1]
    assert graph.follower(np.array([0, 0, 2, 2, 3]), np.array([0, 1, 0, 1, 0])).tolist() == [3, 2, 1, 0, 2]
    assert (graph.size, graph.links, graph.cap) == (4, 5, 2)
    starts, followers = graph.to_csr()
    assert starts.tolist() == [0, 2, 2, 4, 5] and followers.tolist() == [3, 2, 1, 0, 2]


def test_places_go_from_the_most_followed_on_and_back() -> None:
    graph = StoredGraph.from_links(4, [2, 0, 2, 3, 2, 3], [1, 3, 0, 2, 3, 1])
    assert graph.at_place(np.arange(4)).tolist() == [2, 3, 0, 1]
    assert graph.place(graph.at_place(np.arange(4))).tolist() == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("starts", "followers", "said"),
    [
        ([0, 2], [0], "number of links"),
        ([1, 1], [0], "number of links"),
        ([0], [], "number of links"),
        ([0, 2, 1], [0], "never fall"),
        ([0, 1, 1], [2], "user numbers"),
        ([0, 1, 1], [-1], "user numbers"),
    ],
)
def test_what_is_no_graph_is_refused(starts: list[int], followers: list[int], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        StoredGraph(starts, followers)


@pytest.mark.parametrize(
    ("users", "followers", "said"),
    [([7], [0], "users must be"), ([0], [1, 2], "1 users"), ([0, 1], [1], "2 users"), ([-1], [0], "users must be")],
)
def test_links_of_nobody_are_refused(users: list[int], followers: list[int], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        StoredGraph.from_links(4, users, followers)


def test_numbers_are_not_cut_to_fit() -> None:
    with pytest.raises(ValueError, match="user numbers"):
        StoredGraph([0, 1, 1], np.array([2**32]))
    with pytest.raises(ValueError, match="whole numbers"):
        StoredGraph([0, 1, 1], [0.5])


def test_users_without_followers_reach_nobody() -> None:
    star = StoredGraph.from_links(1000, [0] * 999, range(1, 1000))
    audience = Audience(1000, 3, graph=star)
    posts = OrdinaryPosts(audience, SpreadParameters(), 3).cascades(np.arange(500))
    assert set(posts.user[posts.parent[posts.parent >= 0]].tolist()) <= {0}
    nobody = StoredGraph(np.zeros(1001), [])
    spread = Spread(Audience(1000, 3, graph=nobody), SpreadParameters(), 3, NOON)
    spread.seed_users(0, 10, "outbreak")
    assert len(lived(spread, 60).activated) == 10


def test_a_storm_on_the_written_out_audience_is_the_storm_on_the_audience() -> None:
    """Apart from the scale of R0: the mean of a stored graph is counted, that of a computed one integrated."""
    parameters = SpreadParameters.for_severity(3)
    computed = Audience(2000, 5, QUOTAS, parameters)
    stored = StoredGraph(*computed.to_csr())
    users = np.arange(2000)
    assert (stored.degree(users) == computed.degree(users)).all()
    assert stored.mean_onward() == pytest.approx(computed.graph.mean_onward(), rel=0.01)
    spread = Spread(Audience(2000, 5, QUOTAS, parameters, stored), parameters, 5, NOON)
    spread.seed_users(0, 10, "outbreak")
    on_stored, on_computed = lived(spread), lived(begun(5))
    both, either = on_stored.activated & on_computed.activated, on_stored.activated | on_computed.activated
    assert len(both) > 0.7 * len(either)
    assert on_stored.ticks[0].activated.tolist() == on_computed.ticks[0].activated.tolist()


def test_an_audience_refuses_a_graph_of_another_size() -> None:
    with pytest.raises(ValueError, match="4 users"):
        Audience(1000, 1, graph=StoredGraph.from_links(4, [0], [1]))
