"""Moments of a case counted from its first signal."""

from __future__ import annotations

import pytest

from simulator.scenario.case_calendar import Calendar, Unplaced, calendar_of
from simulator.scenario.case_moment import read_moment


def calendar(first: str | None, *others: str) -> Calendar:
    return calendar_of(None if first is None else read_moment(first), [read_moment(one) for one in others])


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("12 mars 2024, 8 h 30", 0),
        ("12 mars 2024, 9 h", 30),
        ("13 mars 2024, 8 h 30", 1440),
        ("12 mars 2024, 6 h 30", -120),
        ("H+3:30", 210),
        ("J+2 8:30", 2880),
        ("J-1 8:30", -1440),
    ],
)
def test_every_way_of_writing_a_moment_counts_from_the_first_signal(written: str, minutes: int) -> None:
    assert calendar("12 mars 2024, 8 h 30").minute(read_moment(written)) == minutes


def test_a_day_without_an_hour_is_noon_or_the_middle_of_what_is_left_of_the_first_day() -> None:
    dates = calendar("12 mars 2024, 8 h 30")
    assert dates.minute(read_moment("13 mars 2024")) == 24 * 60 + 3 * 60 + 30
    assert dates.minute(read_moment("12 mars 2024")) == (15 * 60 + 30) // 2
    assert dates.minute(read_moment("11 mars 2024")) == -24 * 60 + 3 * 60 + 30


def test_the_day_of_the_end_is_over_at_midnight() -> None:
    dates = calendar("12 mars 2024, 8 h 30")
    assert dates.end(read_moment("12 mars 2024")) == 15 * 60 + 30
    assert dates.end(read_moment("12 mars 2024, 18 h")) == 9 * 60 + 30


def test_without_a_first_signal_the_earliest_dated_moment_is_it() -> None:
    dates = calendar(None, "14 mars 2024, 9 h", "12 mars 2024, 8 h 30", "H+1")
    assert dates.guessed and dates.minute(read_moment("12 mars 2024, 9 h 30")) == 60


def test_hours_alone_need_no_date() -> None:
    assert calendar(None, "H+1").minute(read_moment("H+30")) == 1800


def test_a_first_signal_without_a_date_gives_days_their_hours() -> None:
    days = calendar("J+0 09:30")
    assert days.minute(read_moment("J+1 10:00")) == 1470
    with pytest.raises(Unplaced, match="S504"):
        days.minute(read_moment("12 mars 2024"))


def test_days_cannot_be_counted_from_hours_alone() -> None:
    with pytest.raises(Unplaced, match="S504"):
        calendar("H+0").minute(read_moment("J+1 10:00"))


def test_zones_are_taken_into_account_and_never_mixed_with_hours_that_have_none() -> None:
    zoned = calendar("2024-03-12T08:30+01:00")
    assert zoned.minute(read_moment("2024-03-12T08:30Z")) == 60
    with pytest.raises(Unplaced, match="S505"):
        zoned.minute(read_moment("2024-03-12 09:30"))


@pytest.mark.parametrize("written", ["12 mars 2044", "H+99999", "J+9999"])
def test_no_case_is_told_over_more_than_ten_years(written: str) -> None:
    with pytest.raises(Unplaced, match="S508"):
        calendar("12 mars 2024, 8 h 30").minute(read_moment(written))


@pytest.mark.parametrize(
    ("first", "end", "nights"),
    [
        ("12 mars 2024, 8 h", 48, [(14, 23), (38, 47)]),
        ("12 mars 2024, 23 h", 25, [(-1, 8), (23, 32)]),
        ("J+0 8:00", 25, [(14, 23)]),
        ("12 mars 2024, 8 h", 24, []),
        ("H+0", 48, []),
    ],
)
def test_nights_are_those_of_the_clock_in_a_case_of_more_than_a_day(
    first: str, end: int, nights: list[tuple[int, int]]
) -> None:
    found = calendar(first).nights(60 * end)
    assert [(since / 60, until / 60) for since, until in found] == nights
