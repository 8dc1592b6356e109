"""When something happened in a documented case: a date in words or figures, or hours since the first signal.

A small strict grammar and no general date parser: those guess (is 12/03 in March or in December?), and a guess here
changes a grade unseen. Names of months and days are Babel's.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Annotated

from babel import Locale
from pydantic import PlainValidator
from pydantic_core import PydanticCustomError

from simulator.locale import LANGUAGES
from simulator.scenario.case_span import span_minutes

YEARS = range(1900, 2101)
LONGEST = 100
"""Characters that are read of a moment."""

_CLOCK = (
    r"(?P<clock>\d{1,2} ?(?:h|:|\.) ?\d{2}(?:min|:\d{2}(?:[.,]\d+)?)?"
    r"|\d{1,2} ?h(?:eures?)?(?![a-z])|\d{1,2}(?= ?[ap]\.?m)|midi|noon)"
)
_HALF = r"(?: ?(?P<half>[ap])\.?m\.?)?"
_ZONE = r"(?: ?(?P<zone>z|utc|gmt|[+-]\d{2}:?\d{2})(?![a-z]))?"
_HOUR = _CLOCK + _HALF + _ZONE
_NAMED_DAY = r"(?:(?P<weekday>[a-z]+)\.?,? )?"
_DATES = (
    r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})",
    r"(?P<first>\d{1,2})[-/.](?P<second>\d{1,2})[-/.](?P<y>\d{4})",
    _NAMED_DAY + r"(?P<d>\d{1,2})(?:er|st|nd|rd|th)?[ -](?:of )?(?P<month>[a-z]+)\.?,?[ -](?P<y>\d{4})",
    _NAMED_DAY + r"(?P<month>[a-z]+)\.? (?P<d>\d{1,2})(?:st|nd|rd|th)?,? (?P<y>\d{4})",
    r"(?:jour )?[jd](?: ?\+? ?(?P<days>\d{1,4}))?",
    r"[jd] ?- ?(?P<before>\d{1,4})",
)
_BETWEEN = r"(?:[ ,]*(?:t|a|at|vers|around|about|-)? *)"
_AFTERWARDS = r"(?:,? (?:le|on|du|of)?|,) *"
_PATTERNS = tuple(
    re.compile(form)
    for day in _DATES
    for form in (rf"(?:le )?{day}(?:{_BETWEEN}{_HOUR})?", rf"(?:a |at )?{_HOUR}{_AFTERWARDS}{day}")
)
_SINCE = re.compile(r"(?:[ht] ?)?(?P<sign>[+-]) ?(?P<span>.+)")
_AFTER = re.compile(r"(?P<span>.+?) (?:apres|after)(?: (?:le premier signal|the first signal))?")
_BARE_HOUR = re.compile(_HOUR)


@dataclass(frozen=True)
class Moment:
    """What was written of a moment: `since` minutes from the first signal, or a day and perhaps a `clock`.

    `day` is a date, or it is counted in `days` from that of the first signal. `clock` is the minute of the day, None
    where no hour is known; `offset` the minutes that a time zone is ahead of UTC, None where none is named.
    """

    written: str
    since: int | None = None
    day: date | None = None
    days: int | None = None
    clock: int | None = None
    offset: int | None = None


def read_moment(value: object) -> Moment:
    """The moment that an author wrote as `value`; a number is hours since the first signal.

    Raises the problems `not_a_case_moment`, `two_readings`, `no_such_day` or `wrong_weekday`.
    """
    if isinstance(value, Moment):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Moment(str(value), since=round(60 * value))
    if not isinstance(value, str):
        raise PydanticCustomError("not_a_case_moment", "not a moment")
    text = plain(value[:LONGEST])
    for pattern in _PATTERNS:
        if found := pattern.fullmatch(text):
            return _of_day(value, found.groupdict())
    if _BARE_HOUR.fullmatch(text):
        raise PydanticCustomError("two_readings", "an hour of which day, or hours since the first signal")
    return _since(value, text)


WrittenMoment = Annotated[Moment, PlainValidator(read_moment)]
"""A moment as an author writes it."""


def plain(text: str) -> str:
    """`text` in small letters without accents, with simple spaces, hyphens and minus signs."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in letters if not unicodedata.combining(sign))
    return " ".join(re.sub("[\u2010-\u2015\u2212]", "-", bare).split())


def _since(written: str, text: str) -> Moment:
    if text in ("h", "h0", "h+0"):
        return Moment(written, since=0)
    found = _SINCE.fullmatch(text) or _AFTER.fullmatch(text)
    minutes = span_minutes(found["span"] if found else text, bare_hours=bool(found))
    if minutes is None:
        raise PydanticCustomError("not_a_case_moment", "not a moment")
    backwards = found is not None and found.groupdict().get("sign") == "-"
    return Moment(written, since=-minutes if backwards else minutes)


def _of_day(written: str, parts: dict[str, str | None]) -> Moment:
    clock, offset = _clock(parts), _offset(parts.get("zone"))
    if parts.get("y") is None:
        days = int(parts.get("days") or 0) - int(parts.get("before") or 0)
        return Moment(written, days=days, clock=clock, offset=offset)
    return Moment(written, day=_date(parts), clock=clock, offset=offset)


def _date(parts: dict[str, str | None]) -> date:
    year = int(parts["y"] or 0)
    if parts.get("first"):
        first, second = int(parts["first"] or 0), int(parts["second"] or 0)
        if first <= 12 and second <= 12 and first != second:
            raise PydanticCustomError("two_readings", "day and month, or month and day")
        day, month = (first, second) if second <= 12 else (second, first)
    else:
        day = int(parts["d"] or 0)
        month = int(parts["m"] or 0) if parts.get("m") else _names("months").get(parts.get("month") or "", 0)
    try:
        found = date(year, month, day) if year in YEARS else None
    except ValueError:
        found = None
    if found is None:
        raise PydanticCustomError("no_such_day", "no day of the calendar")
    if (weekday := parts.get("weekday")) and _names("days").get(weekday) != found.weekday():
        raise PydanticCustomError("wrong_weekday", "another day of the week")
    return found


def _clock(parts: dict[str, str | None]) -> int | None:
    written, half = parts.get("clock"), parts.get("half")
    if written is None:
        return None
    if written in ("midi", "noon"):
        return 12 * 60
    hour, minute, *_ = [int(figures) for figures in re.findall(r"\d+", written)] + [0]
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    elif half:
        hour = 24
    if hour > 23 or minute > 59:
        raise PydanticCustomError("no_such_day", "no hour of a day")
    return 60 * hour + minute


def _offset(zone: str | None) -> int | None:
    if zone is None:
        return None
    figures = re.sub(r"\D", "", zone)
    minutes = 60 * int(figures[:2]) + int(figures[2:]) if figures else 0
    return -minutes if zone.startswith("-") else minutes


@cache
def _names(kind: str) -> dict[str, int]:
    """Numbers of the months (from 1) or days (Monday is 0) by each of their names."""
    found = {"sept": 9} if kind == "months" else {}
    for language in LANGUAGES:
        forms = getattr(Locale.parse(language), kind)["format"]
        for width in ("wide", "abbreviated"):
            found |= {plain(str(name)).rstrip("."): number for number, name in forms[width].items()}
    return found
