"""A sample stands for its audience, segment by segment."""

from __future__ import annotations

import numpy as np
import pytest

from simulator.propagation import Audience, SpreadParameters
from simulator.propagation.audience import SEGMENTS
from simulator.propagation.sample import FEWEST, MOST_FOLLOWED, Sample, sample_of

QUOTAS = {"customers": 26_000, "employees": 2_100, "journalists": 140, "influencers": 60, "authorities": 12}


@pytest.fixture(scope="module")
def audience() -> Audience:
    return Audience(50_000, 21, QUOTAS, SpreadParameters())


@pytest.fixture(scope="module")
def sample(audience: Audience) -> Sample:
    return sample_of(audience, 2_000)


def test_it_has_about_as_many_as_asked_for_and_nobody_twice(sample: Sample) -> None:
    assert 1_990 <= len(sample.users) <= 2_010
    assert len(set(sample.users.tolist())) == len(sample.users)


def test_the_weights_of_a_segment_add_up_to_it(audience: Audience, sample: Sample) -> None:
    for code, segment in enumerate(SEGMENTS):
        assert sample.weights[sample.segments == code].sum() == pytest.approx(audience.quotas[segment])


def test_small_segments_are_whole_and_none_is_left_out(audience: Audience, sample: Sample) -> None:
    counts = np.bincount(sample.segments, minlength=len(SEGMENTS))
    for code, segment in enumerate(SEGMENTS):
        quota = audience.quotas[segment]
        if quota <= FEWEST:
            assert counts[code] == quota
        else:
            assert counts[code] >= FEWEST


def test_the_most_followed_stand_for_themselves_alone(audience: Audience, sample: Sample) -> None:
    famous = audience.graph.at_place(np.arange(MOST_FOLLOWED)).tolist()
    weight_of = dict(zip(sample.users.tolist(), sample.weights.tolist(), strict=True))
    assert all(weight_of[user] == 1.0 for user in famous)


def test_it_is_the_same_for_the_same_seed_and_another_for_another(sample: Sample) -> None:
    again = sample_of(Audience(50_000, 21, QUOTAS, SpreadParameters()), 2_000)
    other = sample_of(Audience(50_000, 22, QUOTAS, SpreadParameters()), 2_000)
    assert np.array_equal(again.users, sample.users)
    assert not np.array_equal(other.users, sample.users)


@pytest.mark.parametrize("size", [1_000, 1_500, 200_000])
def test_audiences_of_any_size_are_sampled(size: int) -> None:
    sample = sample_of(Audience(size, 3, {"customers": size // 2}, SpreadParameters()), min(2_000, size))
    assert sample.weights.sum() == pytest.approx(size)
    assert len(set(sample.users.tolist())) == len(sample.users) <= 2_010
