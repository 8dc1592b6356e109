"""The day's rhythm: a reaction takes as long as the hours let it."""

from __future__ import annotations

from simulator.propagation import tables
from simulator.propagation.tables import CLOCK_CELL, Whole

DAY = 24 * 60
_UNIT = 256


class Daytime:
    """Turns delays in activity seconds into minutes of a run that starts `start` minutes after midnight."""

    def __init__(self, start: int) -> None:
        self.start = start
        self._knots = tables.load().clock
        self._guide = tables.load().clock_guide
        self._whole = int(self._knots[-1])

    def due(self, minute: int | Whole, seconds: Whole) -> Whole:
        """The minutes, after `minute`, in which a reaction after `seconds` of activity falls."""
        day, time = divmod(self.start + minute, DAY)
        spent = self._knots[time] + seconds * _UNIT
        days = spent // self._whole
        spent -= days * self._whole
        before: Whole = self._guide[spent >> CLOCK_CELL]
        before += spent >= self._knots[before + 1]
        before += 1 - self.start
        before += (day + days) * DAY
        return before
