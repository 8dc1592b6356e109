"""Moments of a documented case: many ways of writing one, each with one meaning or none."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from simulator.scenario.case_moment import Moment, read_moment
from simulator.scenario.case_span import read_span

HALF_PAST_EIGHT = 8 * 60 + 30


@pytest.mark.parametrize(
    "written",
    [
        "2024-03-12 08:30",
        "2024-03-12T08:30:00",
        "2024/03/12 8:30",
        "12 March 2024 8:30",
        "March 12, 2024 at 8:30 am",
        "Mar. 12 2024, 8.30",
        "Tuesday, 12 March 2024, 8:30",
        "8:30 on 12 March 2024",
        "12 mars 2024, 8 h 30",
        "12 mars 2024 à 8h30",
        "12 MARS 2024  8\u202fh\u202f30",
        "le mardi 12 mars 2024, vers 8 h 30",
        "8 h 30, le 12 mars 2024",
    ],
)
def test_a_date_and_an_hour_in_many_words_are_one_moment(written: str) -> None:
    moment = read_moment(written)
    assert (moment.day, moment.clock) == (date(2024, 3, 12), HALF_PAST_EIGHT)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("1er avril 2024", date(2024, 4, 1)),
        ("2 févr. 2024", date(2024, 2, 2)),
        ("3 août 2024", date(2024, 8, 3)),
        ("Sept 4, 2024", date(2024, 9, 4)),
        ("25/12/2024", date(2024, 12, 25)),
        ("12/25/2024", date(2024, 12, 25)),
        ("05.05.2024", date(2024, 5, 5)),
    ],
)
def test_a_day_without_an_hour_has_none(written: str, day: date) -> None:
    assert read_moment(written) == Moment(written, day=day)


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("H+3", 180),
        ("H+3:30", 210),
        ("h + 3 h 30", 210),
        ("T+0:45", 45),
        ("+3.5 h", 210),
        ("+3,5 h", 210),
        ("+210 min", 210),
        ("+2 j 4 h", 52 * 60),
        ("3 heures après", 180),
        ("26 hours after the first signal", 26 * 60),
        ("45 minutes", 45),
        ("H-2", -120),
        ("H\u22122", -120),
        (3, 180),
        (3.25, 195),
    ],
)
def test_hours_since_the_first_signal_are_minutes(written: object, minutes: int) -> None:
    assert read_moment(written).since == minutes


@pytest.mark.parametrize(
    ("written", "days", "clock"),
    [("J+2 14:00", 2, 840), ("D+1, 2 pm", 1, 840), ("J-1 18 h", -1, 1080), ("J+2", 2, None), ("J+0 09:30", 0, 570)],
)
def test_days_are_counted_from_that_of_the_first_signal(written: str, days: int, clock: int | None) -> None:
    assert read_moment(written) == Moment(written, days=days, clock=clock)


@pytest.mark.parametrize(
    ("written", "offset"), [("2024-03-12T08:30Z", 0), ("2024-03-12 08:30+01:00", 60), ("2024-03-12 08:30-0530", -330)]
)
def test_a_time_zone_is_kept(written: str, offset: int) -> None:
    assert read_moment(written).offset == offset


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("12/03/2024", "two_readings"),
        ("8 h 30", "two_readings"),
        ("8:30", "two_readings"),
        ("14h", "two_readings"),
        ("30 février 2024", "no_such_day"),
        ("12 mai 1789", "no_such_day"),
        ("2024-03-12 24:30", "no_such_day"),
        ("2024-03-12 13:00 pm", "no_such_day"),
        ("12 Brumaire 2024", "no_such_day"),
        ("mercredi 12 mars 2024", "wrong_weekday"),
        ("12 mars", "not_a_case_moment"),
        ("12/03/24", "not_a_case_moment"),
        ("2024-03-12 8", "not_a_case_moment"),
        ("demain", "not_a_case_moment"),
        ("", "not_a_case_moment"),
        (True, "not_a_case_moment"),
        (("H+1",), "not_a_case_moment"),
    ],
)
def test_what_has_no_meaning_or_two_is_refused(written: object, problem: str) -> None:
    with pytest.raises(PydanticCustomError) as error:
        read_moment(written)
    assert error.value.type == problem


@given(text=st.text(alphabet="0123456789hHjJ+-/:., apmvrsTZ\u00e9\u202f", max_size=130))
def test_any_text_is_a_moment_or_a_refusal(text: str) -> None:
    try:
        moment = read_moment(text)
    except PydanticCustomError:
        return
    assert (moment.since is not None) + (moment.day is not None) + (moment.days is not None) == 1


@given(day=st.dates(date(1900, 1, 1), date(2100, 12, 31)), minute=st.integers(0, 1439))
def test_the_plainest_form_says_every_moment(day: date, minute: int) -> None:
    moment = read_moment(f"{day.isoformat()} {minute // 60:02d}:{minute % 60:02d}")
    assert (moment.day, moment.clock) == (day, minute)


@pytest.mark.parametrize(
    ("written", "minutes"), [(90, 90), ("90 min", 90), ("2 h", 120), ("2 h 30", 150), ("1:30", 90), ("3 jours", 4320)]
)
def test_a_span_is_minutes_or_has_a_unit(written: object, minutes: int) -> None:
    assert read_span(written) == minutes


@pytest.mark.parametrize("written", ["90", "bientôt", "", -5, 1.5, True, ()])
def test_what_is_no_span_is_refused(written: object) -> None:
    with pytest.raises(PydanticCustomError, match="span"):
        read_span(written)
