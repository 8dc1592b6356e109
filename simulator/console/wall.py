"""Wall time between two prompts, for those who play against the clock."""

from __future__ import annotations

from collections.abc import Callable

from simulator.play.session import Session

LONGEST = 300.0
"""Seconds that pass at most between two prompts: a laptop that slept loses no game time."""
STEP = 1.0


class Wall:
    """Lets the wall time since the last prompt pass in a session; `clock` gives monotonic seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._last = clock()

    def start(self) -> None:
        """Count from now."""
        self._last = self._clock()

    def pass_in(self, session: Session) -> None:
        """Let what has passed since the last time pass in `session`, second by second as in a window."""
        now = self._clock()
        left = min(now - self._last, LONGEST)
        self._last = now
        while left > 0:
            session.advance(min(left, STEP))
            left -= STEP
