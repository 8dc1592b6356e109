"""Ordinary posts are functions of their numbers, and their cascades are trees that mostly die at once."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
import pytest

from simulator.propagation import Audience, SpreadParameters
from simulator.propagation.cascades import Cascades
from simulator.propagation.ordinary import OrdinaryPosts

POSTS = 20_000


@pytest.fixture(scope="module")
def audience() -> Audience:
    return Audience(100_000, 11)


@pytest.fixture(scope="module")
def posts(audience: Audience) -> OrdinaryPosts:
    return OrdinaryPosts(audience, SpreadParameters(), 11)


@pytest.fixture(scope="module")
def cascades(posts: OrdinaryPosts) -> Cascades:
    return posts.cascades(np.arange(POSTS), start_of_day=600)


def keys(cascades: Cascades) -> np.ndarray:
    return cascades.post << 32 | cascades.user


def test_a_post_is_the_same_alone_and_among_others(posts: OrdinaryPosts, cascades: Cascades) -> None:
    for number in (0, 7, *np.argsort(cascades.sizes)[-3:].tolist()):
        alone = posts.cascades(np.array([number]), start_of_day=600)
        among = cascades.chosen(np.arange(POSTS) == number)
        for field in fields(Cascades):
            assert getattr(alone, field.name).tolist() == getattr(among, field.name).tolist(), field.name


def test_posts_may_be_asked_for_in_any_order_and_more_than_fit_a_batch(posts: OrdinaryPosts) -> None:
    numbers = np.arange(70_000)
    forward, backward = posts.cascades(numbers), posts.cascades(numbers[::-1])
    assert forward.sizes.tolist() == backward.sizes[::-1].tolist()
    assert sorted(keys(forward).tolist()) == sorted(
        (((len(numbers) - 1 - backward.post) << 32) | backward.user).tolist()
    )
    check_tree(forward)


def test_cascades_are_trees(cascades: Cascades) -> None:
    check_tree(cascades)


def test_nobody_posts_one_post_twice(cascades: Cascades) -> None:
    assert len(np.unique(keys(cascades))) == len(cascades.user)


def test_a_reshare_comes_after_its_parent_s_post(cascades: Cascades) -> None:
    children = np.flatnonzero(cascades.depth)
    assert (cascades.minute[children] >= cascades.minute[cascades.parent[children]]).all()
    assert (cascades.minute[cascades.depth == 1] > cascades.minute[cascades.parent[cascades.depth == 1]]).all()
    assert (cascades.delay[children] <= 7 * 86_400).all()
    assert not cascades.delay[cascades.depth == 0].any()


@pytest.mark.parametrize(("weaker", "stronger"), [(0.002, 0.0083), (0.0083, 0.012), (0.0079, 0.008)])
def test_at_a_weaker_rate_a_part_of_the_same_users_reshare(audience: Audience, weaker: float, stronger: float) -> None:
    numbers = np.arange(POSTS)
    small, large = (
        OrdinaryPosts(audience, SpreadParameters(post_rate=rate), 3).cascades(numbers) for rate in (weaker, stronger)
    )
    assert np.isin(keys(small), keys(large)).all()
    assert len(small.user) < len(large.user)


def test_few_posts_are_reshared_and_authors_are_followed_more_than_most(audience: Audience, cascades: Cascades) -> None:
    assert 0.2 < (cascades.depth == 1).sum() / POSTS < 0.28
    assert 0.85 < (cascades.sizes == 1).mean() < 0.92
    authors = audience.degree(cascades.user[cascades.starts[:-1]])
    others = audience.degree(np.arange(POSTS))
    weights = others**0.23
    assert authors.mean() == pytest.approx((others * weights).sum() / weights.sum(), rel=0.25)
    assert np.log(authors).mean() == pytest.approx((np.log(others) * weights).sum() / weights.sum(), rel=0.02)


def test_counts_are_poisson_whatever_the_mean(audience: Audience) -> None:
    """Hubs' means are far above what one table row holds; a post of theirs is worth more or less, nothing else."""
    numbers = np.arange(100_000)
    posts = OrdinaryPosts(audience, SpreadParameters(), 5)
    cascades = posts.cascades(numbers)
    first = np.bincount(cascades.post[cascades.depth == 1], minlength=len(numbers))
    degrees = audience.degree(cascades.user[cascades.starts[:-1]])
    means = 0.0083 * degrees**0.9 * posts.quality(numbers) / 65_536
    for low, high in ((0, 0.1), (0.1, 1), (1, 8), (8, 100)):
        some = (means >= low) & (means < high)
        assert ((first[some] - means[some]) ** 2).sum() / means[some].sum() == pytest.approx(1, abs=0.25)
        assert first[some].sum() / means[some].sum() == pytest.approx(1, abs=0.1)


def test_posts_are_published_by_the_day_s_rhythm_or_when_they_are_told(posts: OrdinaryPosts) -> None:
    drawn = posts.cascades(np.arange(POSTS), start_of_day=600)
    minutes = drawn.minute[drawn.starts[:-1]]
    assert minutes.min() >= 0 and minutes.max() <= 1440
    night = ((minutes + 600) // 60 % 24 < 4).mean()
    assert night == pytest.approx(0.044, abs=0.006)
    told = posts.cascades(np.arange(3), np.array([5, 90, 4000]), 600)
    assert told.minute[told.starts[:-1]].tolist() == [5, 90, 4000]


def test_no_post_has_no_cascade(posts: OrdinaryPosts) -> None:
    nothing = posts.cascades(np.empty(0, np.int64))
    assert nothing.starts.tolist() == [0]
    assert not nothing.user.size and not nothing.post.size


def test_each_post_needs_its_minute(posts: OrdinaryPosts) -> None:
    with pytest.raises(ValueError, match="minute"):
        posts.cascades(np.arange(3), np.arange(2))


def check_tree(cascades: Cascades) -> None:
    places = np.arange(len(cascades.user))
    roots = cascades.parent < 0
    assert places[roots].tolist() == cascades.starts[:-1].tolist()
    assert not cascades.depth[roots].any()
    children = places[~roots]
    parents = cascades.parent[children]
    assert (parents < children).all()
    assert (cascades.post[parents] == cascades.post[children]).all()
    assert (cascades.depth[parents] + 1 == cascades.depth[children]).all()
