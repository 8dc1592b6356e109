"""Outrage in one number, and the volume that makes silence's peak an outrage of 80."""

from __future__ import annotations

import pytest

from simulator.propagation import half_volume, ordinary_seeds, outrage_index, segment_outrage


def test_outrage_is_50_at_half_volume_and_80_at_four_times_that() -> None:
    assert [outrage_index(volume, 250) for volume in (0, 250, 1000)] == [0, 500, 800]
    assert outrage_index(10**12, 250) == 999


def test_half_a_volume_below_one_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        outrage_index(5, 0)


def test_a_segment_as_loud_as_all_has_the_outrage_of_all() -> None:
    outrage = segment_outrage({"public": 90, "bots": 10}, {"public": 900, "bots": 100}, 100)
    assert outrage == {"public": 500, "bots": 500}


def test_a_louder_segment_is_more_outraged_and_an_empty_one_not_at_all() -> None:
    outrage = segment_outrage(
        {"public": 50, "bots": 50, "employees": 0}, {"public": 900, "bots": 100, "employees": 0}, 100
    )
    assert outrage["bots"] > 500 > outrage["public"]
    assert outrage["employees"] == 0


def test_the_median_silent_peak_is_outrage_80() -> None:
    peaks = [700, 2000, 400, 1000, 1600]
    assert outrage_index(sorted(peaks)[2], half_volume(peaks)) == 800


def test_a_calm_audience_still_has_a_half_volume() -> None:
    assert half_volume([0, 1, 2]) == 1


def test_ordinary_seeds_lie_within_a_factor_of_two_of_the_median() -> None:
    assert ordinary_seeds({5: 1000, 1: 499, 2: 500, 3: 2000, 4: 2001}) == [2, 3, 5]


def test_nothing_is_calibrated_without_runs() -> None:
    with pytest.raises(ValueError, match="at least one"):
        half_volume([])
    with pytest.raises(ValueError, match="at least one"):
        ordinary_seeds({})
