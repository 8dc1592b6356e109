"""The server's two kinds of time: dates, as people read them, and seconds that no correction of a clock moves."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """The date in UTC: for what people read, opening and closing included."""

    def steady(self) -> float:
        """Seconds since the machine started, the same for all its processes: for how long something took."""


class MachineClock:
    """The machine's own clocks."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def steady(self) -> float:
        return time.monotonic()
