"""From moments as they were written to minutes since the first signal of a documented case."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from simulator.scenario.case_moment import Moment

NOON = 12 * 60
A_DAY = 24 * 60
_EVENING = 22 * 60
_A_NIGHT = 9 * 60
LONGEST = 3660 * A_DAY
"""Minutes, ten years: no crisis is told over more."""

_SOME_DAY = date(2001, 1, 1)
"""Stands for a first day whose date is not given; it is never shown."""


class Unplaced(ValueError):
    """A moment that cannot be counted from the first signal; `code` names the problem."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Calendar:
    """Counts minutes from the first signal.

    `start` is when that was, None where only hours since then are known; without `dated` its day is any day. `offset`
    is the zone that the hours are written in, minutes ahead of UTC, None where none is named. `guessed`: nobody said
    when the first signal was, `start` is the earliest moment of the case.
    """

    start: datetime | None
    dated: bool = False
    offset: int | None = None
    guessed: bool = False

    def minute(self, moment: Moment) -> int:
        """Minutes from the first signal to `moment`, negative before it. Raises Unplaced.

        Where no hour is known it is noon, or, on the day of the first signal, halfway from it to midnight.
        """
        if moment.since is not None:
            return _within(moment.since)
        day = self._day(moment)
        if moment.clock is not None:
            return _within(self._minutes_to(day, moment.clock) - self._shift(moment))
        left = self._minutes_to(day, A_DAY)
        return _within(left // 2 if 0 < left <= A_DAY else left - NOON)

    def end(self, moment: Moment) -> int:
        """As `minute`; a day without an hour ends at midnight."""
        if moment.since is None and moment.clock is None:
            return _within(self._minutes_to(self._day(moment), A_DAY))
        return self.minute(moment)

    def nights(self, end: int) -> tuple[tuple[int, int], ...]:
        """The nights, from 22:00 to 7:00, of a case that ends at the minute `end`.

        None where the hours of the clock are not known, nor within a day: a crisis that begins is stayed up for.
        """
        if self.start is None or end <= A_DAY:
            return ()
        last_evening = _EVENING - A_DAY - (60 * self.start.hour + self.start.minute)
        return tuple((since, since + _A_NIGHT) for since in range(last_evening, end, A_DAY) if since + _A_NIGHT > 0)

    def _day(self, moment: Moment) -> date:
        if self.start is None or (moment.day is not None and not self.dated):
            raise Unplaced("S504")
        if moment.day is not None:
            return moment.day
        try:
            return self.start.date() + timedelta(days=moment.days or 0)
        except OverflowError:
            raise Unplaced("S508") from None

    def _minutes_to(self, day: date, clock: int) -> int:
        assert self.start is not None
        apart = datetime.combine(day, time.min) + timedelta(minutes=clock) - self.start
        return apart // timedelta(minutes=1)

    def _shift(self, moment: Moment) -> int:
        """What `moment` is ahead of the first signal by its time zone, minutes."""
        if moment.day is None or moment.offset == self.offset:
            return 0
        if moment.offset is None or self.offset is None:
            raise Unplaced("S505")
        return moment.offset - self.offset


def is_start(moment: Moment) -> bool:
    """Whether `moment` can be that of the first signal: a date, its day with an hour, or simply hour nought."""
    return moment.day is not None or moment.since == 0 or (moment.days == 0 and moment.clock is not None)


def calendar_of(first: Moment | None, others: Iterable[Moment]) -> Calendar:
    """The calendar of a case whose first signal was at `first`, or at the earliest of the `others`.

    An hour that is not known is noon.
    """
    if first is not None:
        return _from(first) if is_start(first) else Calendar(None)
    dated = [moment for moment in others if moment.day is not None]
    if not dated:
        return Calendar(None)
    calendar = _from(min(dated, key=lambda one: (one.day or date.max, _noon(one) - (one.offset or 0))))
    return replace(calendar, guessed=True)


def _from(moment: Moment) -> Calendar:
    if moment.since is not None:
        return Calendar(None)
    start = datetime.combine(moment.day or _SOME_DAY, time.min) + timedelta(minutes=_noon(moment))
    return Calendar(start, moment.day is not None, moment.offset)


def _noon(moment: Moment) -> int:
    return NOON if moment.clock is None else moment.clock


def _within(minute: int) -> int:
    if abs(minute) > LONGEST:
        raise Unplaced("S508")
    return minute
