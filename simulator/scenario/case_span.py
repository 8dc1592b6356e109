"""How long something lasted in a documented case: minutes, or "2 h 30", "3.5 hours", "2 days"."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import PlainValidator
from pydantic_core import PydanticCustomError

_UNITS = {"d": 24 * 60, "j": 24 * 60, "h": 60, "m": 1}
_ONE_UNIT = re.compile(
    r"(?P<number>\d{1,5}(?:[.,]\d{1,4})?) ?(?P<unit>d|days?|j|jours?|h|hrs?|hours?|heures?|m|mn|min|mins|minutes?)"
)
_HOURS_MINUTES = re.compile(
    r"(?:(?P<days>\d{1,4}) ?(?:d|days?|j|jours?),? ?(?:et |and )?)?"
    r"(?P<hours>\d{1,5}) ?(?:h|hours?|heures?)(?: ?(?P<minutes>[0-5]?\d) ?(?:mn|min|minutes?)?)?"
)
_COLON = re.compile(r"(?P<hours>\d{1,5}):(?P<minutes>[0-5]\d)")
_BARE = re.compile(r"\d{1,5}(?:[.,]\d{1,4})?")
_CLOCK_LIKE = re.compile(r"\d{1,2} ?h(?: ?[0-5]\d)?")


def span_minutes(text: str, *, bare_hours: bool) -> int | None:
    """Minutes of the span `text` (small letters, no accents), None where it is none.

    With `bare_hours`, a sign stood before it: a plain number is hours, and "3 h 30" or "3:30" no hour of a clock.
    """
    if bare_hours and _BARE.fullmatch(text):
        return round(60 * float(text.replace(",", ".")))
    if not bare_hours and _CLOCK_LIKE.fullmatch(text):
        return None
    if found := _ONE_UNIT.fullmatch(text):
        return round(float(found["number"].replace(",", ".")) * _UNITS[found["unit"][0]])
    if (found := _HOURS_MINUTES.fullmatch(text)) or (bare_hours and (found := _COLON.fullmatch(text))):
        parts = found.groupdict(default="0")
        return 24 * 60 * int(parts.get("days", 0)) + 60 * int(parts["hours"]) + int(parts["minutes"])
    return None


def read_span(value: object) -> int:
    """Minutes that an author wrote as `value`: a whole number, or a text with a unit. Else the problem `not_a_span`."""
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**7:
        return value
    if isinstance(value, str):
        text = " ".join(value.casefold().split())
        minutes = None if _BARE.fullmatch(text) else span_minutes(text, bare_hours=True)
        if minutes is not None:
            return minutes
    raise PydanticCustomError("not_a_span", "not a span of time")


WrittenSpan = Annotated[int, PlainValidator(read_span)]
"""A span of time as an author writes it, minutes."""
