"""Carries messages to the school's systems, in a thread of its own: what is slow out there slows nothing here."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import timedelta
from threading import Event, Thread

from simulator.classroom.clock import Clock
from simulator.classroom.declined import Declined
from simulator.classroom.store.database import Database
from simulator.classroom.systems.outbox import Kind, Letter, NotDelivered, arrived, claim, failed, give_back, is_any_due

Carrier = Callable[[Letter], None]
"""Brings one message; raises NotDelivered. Anything else that it raises is its own fault, and tried again."""
_LOG = logging.getLogger("badbuzz")
_AT_ONCE = 20
_IDLE_SECONDS = 2.0
_BEHIND = timedelta(seconds=5)


class Postman:
    """Of one worker; those of several share the work."""

    def __init__(self, database: Database, clock: Clock, carriers: Mapping[Kind, Carrier]) -> None:
        self._database = database
        self._clock = clock
        self._carriers = carriers
        self._stop = Event()
        self._thread = Thread(target=self._run, name="postman", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Take up nothing more; what is on its way arrives, or is sent again after the next start."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join()

    def step(self) -> int:
        """Carry what is due; how many messages were taken up."""
        now = self._clock.now()
        if not self._database.read(lambda session: is_any_due(session, now)):
            return 0
        letters = self._database.write(lambda session: claim(session, _AT_ONCE, now))
        closed: set[tuple[str, str]] = set()
        for letter in letters:
            if letter.route in closed or self._stop.is_set():
                self._put_back(letter)
            elif not self._delivered(letter):
                closed.add(letter.route)
        return len(letters)

    def _put_back(self, letter: Letter) -> None:
        now = self._clock.now()
        self._database.write(lambda session: give_back(session, letter, now, _BEHIND))

    def _delivered(self, letter: Letter) -> bool:
        """Whether others on the same route are worth a try."""
        why = self._carried(letter)
        if why is None:
            self._database.write(lambda session: arrived(session, letter.id))
            return True
        now = self._clock.now()
        dead = self._database.write(lambda session: failed(session, letter, why, now))
        what = f"{letter.kind} given up" if dead else letter.kind
        _LOG.warning("message not delivered", extra={"what": what, "count": letter.tries})
        return why.final

    def _carried(self, letter: Letter) -> NotDelivered | None:
        carrier = self._carriers.get(letter.kind)
        if carrier is None:
            return NotDelivered("this server lacks an extra")
        try:
            carrier(letter)
        except NotDelivered as why:
            return why
        except Exception as error:
            _LOG.exception("message failed", extra={"what": letter.kind})
            return NotDelivered(type(error).__name__)
        return None

    def _run(self) -> None:
        while not self._stop.is_set():
            try:
                busy = self.step()
            except Declined as declined:
                _LOG.warning("messages wait", extra={"reason": declined.code})
                busy = 0
            except Exception:
                _LOG.exception("messages failed")
                busy = 0
            if not busy:
                self._stop.wait(_IDLE_SECONDS)
