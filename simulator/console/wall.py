"""Wall time between two prompts, for those who play against the clock."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock, Thread
from time import sleep

from simulator.play.pace import LONGEST_STEP
from simulator.play.session import Session

LOOK = 0.5
"""Wall seconds between two looks at the clock."""
STEP = 1.0


class Wall:
    """Lets the wall time since the last prompt pass in a session; `clock` gives monotonic seconds.

    It is counted look by look, as a window counts frame by frame: a machine that slept between two looks, which some
    systems count as time that passed, loses two seconds of the game at most.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._last = clock()
        self._passed = 0.0
        self._lock = Lock()

    @classmethod
    def watching(cls, clock: Callable[[], float]) -> Wall:
        """One that looks at `clock` from now on, as long as the program runs, whatever else it waits for."""
        wall = cls(clock)
        Thread(target=wall._look_on, name="wall", daemon=True).start()
        return wall

    def start(self) -> None:
        """Count from now."""
        self.look()
        with self._lock:
            self._passed = 0.0

    def look(self) -> None:
        """Count what passed since the last look."""
        with self._lock:
            now = self._clock()
            self._passed += max(0.0, min(now - self._last, LONGEST_STEP))
            self._last = now

    def pass_in(self, session: Session) -> None:
        """Let what has passed since the last time pass in `session`, second by second as in a window."""
        self.look()
        with self._lock:
            left, self._passed = self._passed, 0.0
        while left > 0:
            session.advance(min(left, STEP))
            left -= STEP

    def _look_on(self) -> None:
        while True:
            sleep(LOOK)
            self.look()
