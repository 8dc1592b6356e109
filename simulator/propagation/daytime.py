"""The day's rhythm: a reaction takes as long as the hours let it."""

from __future__ import annotations

import numpy as np

from simulator.propagation import tables
from simulator.propagation.tables import Whole

DAY = 24 * 60
_UNIT = 256


class Daytime:
    """Turns delays in activity seconds into minutes of a run that starts `start` minutes after midnight."""

    def __init__(self, start: int) -> None:
        self.start = start
        self._knots = tables.load().clock

    def due(self, minute: int | Whole, seconds: Whole) -> Whole:
        """The minutes, after `minute`, in which a reaction after `seconds` of activity falls."""
        day, time = divmod(self.start + minute, DAY)
        days, rest = np.divmod(self._knots[time] + seconds * _UNIT, int(self._knots[-1]))
        return (day + days) * DAY + np.searchsorted(self._knots, rest, side="right") - self.start
