"""Scenario minutes as they are read out: hours of the day looking back, time since the start while one plays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from simulator.locale import Phrasebook

_EVERY = 30


@dataclass(frozen=True)
class Hours:
    """Words minutes in the language of `say`; `begins` is the hour of minute 0, None to count from the start."""

    say: Phrasebook
    begins: datetime | None = None

    def of(self, minute: float) -> str:
        """`14 h 32`, or `1:47`."""
        if self.begins is None:
            return self.say.elapsed(int(minute))
        return self.say.clock(self.begins + timedelta(minutes=round(minute)))

    def half_hours(self, first: float, last: float) -> Iterator[float]:
        """The minutes from `first` to `last` that are told as a whole or a half hour."""
        past = self.begins.minute if self.begins is not None else 0
        minute = first + (-(past + first)) % _EVERY
        while minute <= last:
            yield minute
            minute += _EVERY
