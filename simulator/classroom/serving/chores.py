"""What has to be done now and then, by whichever worker gets to it first."""

from __future__ import annotations

import time

from simulator.classroom.privacy.purging import purge
from simulator.classroom.serving.house import House
from simulator.classroom.serving.logs import LOG

_PURGE_SECONDS = 3600.0
_SWEEP_SECONDS = 5.0


class Chores:
    """Those of one worker."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._purged = self._swept = -_PURGE_SECONDS

    def do(self) -> None:
        """Whatever is due."""
        now = time.monotonic()
        if now - self._swept >= _SWEEP_SECONDS:
            self._swept = now
            handed_in = self._house.exams.sweep()
            if handed_in:
                LOG.info("exams handed in", extra={"count": handed_in})
        if now - self._purged >= _PURGE_SECONDS:
            self._purged = now
            moment = self._house.clock.now()
            gone = self._house.database.write(lambda session: purge(session, moment))
            if gone:
                LOG.info("classes purged", extra={"count": gone})
