"""An audience is a function of its seed: the same people, whoever asks and in whatever order."""

from __future__ import annotations

import numpy as np
import pytest

from simulator.propagation import SEGMENTS, Audience
from tests.propagation.storms import QUOTAS

USERS = np.arange(2000)


@pytest.fixture(scope="module")
def audience() -> Audience:
    return Audience(2000, 7, QUOTAS)


def test_each_segment_has_as_many_users_as_its_quota(audience: Audience) -> None:
    counts = np.bincount(audience.segment(USERS), minlength=len(SEGMENTS)).tolist()
    assert dict(zip(SEGMENTS, counts, strict=True)) == {**QUOTAS, "public": 2000 - sum(QUOTAS.values())}


@pytest.mark.parametrize("name", SEGMENTS)
def test_the_members_of_a_segment_are_its_users(audience: Audience, name: str) -> None:
    members = audience.members(name, np.arange(audience.quotas[name]))
    assert sorted(members.tolist()) == np.flatnonzero(audience.segment(USERS) == SEGMENTS.index(name)).tolist()


def test_journalists_and_influencers_have_the_most_followers(audience: Audience) -> None:
    degrees, segments = audience.degree(USERS), audience.segment(USERS)
    prominent = np.isin(segments, [SEGMENTS.index("journalists"), SEGMENTS.index("influencers")])
    assert degrees[prominent].min() >= degrees[~prominent].max()


def test_follower_counts_are_a_power_law_within_its_bounds() -> None:
    audience = Audience(100_000, 1)
    degrees = audience.degree(np.arange(100_000))
    assert degrees.min() == 6
    assert degrees.max() == audience.cap == 20_000
    assert np.median(degrees) == 10
    tail = np.sort(degrees)[-10_000:]
    assert 1 + 1 / np.log(tail / tail[0]).mean() == pytest.approx(2.276, abs=0.1)


def test_the_mean_onward_weight_is_that_of_the_users() -> None:
    for size in (1000, 50_000):
        audience = Audience(size, 3)
        weights = audience.degree(np.arange(size)).astype(float) ** 0.9
        assert audience.graph.mean_onward() / 4096 == pytest.approx(weights.mean(), rel=0.01)


def test_followers_exist_and_those_who_follow_more_are_found_more_often() -> None:
    starts, followers = Audience(5000, 2).to_csr()
    assert len(starts) == 5001 and starts[-1] == len(followers)
    assert followers.min() >= 0 and followers.max() < 5000
    followed = np.sort(np.bincount(followers, minlength=5000))
    # The upper tenth of a log-normal activity of spread 1 does 39 % of all following.
    assert followed[-500:].sum() / followed.sum() == pytest.approx(0.39, abs=0.04)


def test_the_written_out_audience_is_the_computed_one(audience: Audience) -> None:
    starts, followers = audience.to_csr()
    for user in (0, 17, 1999):
        ranks = np.arange(starts[user + 1] - starts[user])
        computed = audience.follower(np.full(len(ranks), user), ranks)
        assert computed.tolist() == followers[starts[user] : starts[user + 1]].tolist()


def test_a_third_of_an_ordinary_user_s_followers_are_of_its_community() -> None:
    audience = Audience(50_000, 5)
    users = np.repeat(np.arange(5000), 6)
    followers = audience.follower(users, np.tile(np.arange(6), 5000))
    near = (audience.community(users) == audience.community(followers)).mean()
    assert near == pytest.approx(0.31, abs=0.02)


def test_users_are_the_same_in_any_order_and_for_any_seed_others(audience: Audience) -> None:
    mixed = np.array([1999, 3, 800])
    assert audience.degree(mixed).tolist() == audience.degree(USERS)[mixed].tolist()
    assert audience.activity(mixed).tolist() == audience.activity(USERS)[mixed].tolist()
    assert audience.degree(USERS).tolist() != Audience(2000, 8, QUOTAS).degree(USERS).tolist()


def test_the_largest_audience_is_ready_at_once() -> None:
    audience = Audience(1_000_000_000, 1, {"journalists": 1000})
    users = audience.follower(np.arange(0, 10**9, 10**6), np.arange(1000) % 6)
    assert users.min() >= 0 and users.max() < 10**9
    assert audience.degree(audience.members("journalists", np.arange(1000))).min() > 100_000


@pytest.mark.parametrize(
    ("size", "quotas", "said"),
    [
        (999, {}, "999"),
        (1_000_000_001, {}, "1000000001"),
        (1000, {"pets": 1}, "pets"),
        (1000, {"bots": 1001}, "1001"),
        (1000, {"bots": -1}, "-1"),
    ],
)
def test_an_impossible_audience_is_refused(size: int, quotas: dict[str, int], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        Audience(size, 1, quotas)


@pytest.mark.parametrize("size", [1000, 2000, 10_000])
def test_who_is_followed_most_does_not_tell_who_follows_most(size: int) -> None:
    """Over many seeds, no rank goes with the other beyond the chance of a random order."""
    users = np.arange(size)
    for seed in range(60):
        audience = Audience(size, seed)
        degrees = np.sqrt(audience.degree(users))
        found = audience.follower(np.resize(users, 8 * size), np.resize(np.arange(6), 8 * size))
        assert degrees[found].mean() / degrees.mean() == pytest.approx(1, abs=5 / np.sqrt(size))
