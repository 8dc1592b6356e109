"""Minutes are told as hours of the day looking back, as time since the start while one plays."""

from __future__ import annotations

from datetime import datetime

from simulator.console.tell.hours import Hours
from simulator.locale import phrasebook

FRENCH = phrasebook("fr")


def test_half_hours_are_those_of_the_clock() -> None:
    hours = Hours(FRENCH, datetime(2026, 3, 10, 12, 50))
    halves = list(hours.half_hours(0, 101))
    assert halves == [10, 40, 70, 100]
    assert [hours.of(minute) for minute in halves] == [
        FRENCH.clock(datetime(2026, 3, 10, hour, minute)) for hour in (13, 14) for minute in (0, 30)
    ]
    assert list(hours.half_hours(40, 41)) == [40]
    assert list(hours.half_hours(41, 69)) == []


def test_without_an_hour_of_the_start_they_count_from_there() -> None:
    hours = Hours(FRENCH)
    assert [hours.of(minute) for minute in hours.half_hours(0, 65)] == ["0:00", "0:30", "1:00"]
