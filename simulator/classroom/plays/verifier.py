"""Waiting plays are taken up, lived again in processes of their own, and entered: never by who answers requests."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, wait
from threading import Event, Thread
from typing import Protocol

from simulator.classroom.clock import Clock
from simulator.classroom.declined import Declined
from simulator.classroom.plays.judging import LEASE, Claimed, claim, enter, give_back, hold
from simulator.classroom.plays.submitting import unpack_replay
from simulator.classroom.plays.verdict import Task, Verdict
from simulator.classroom.store.database import Database
from simulator.classroom.work.packs import Packs
from simulator.study.balance.jobs import packed

_LOG = logging.getLogger("badbuzz")
_IDLE_SECONDS = 1.0
"""How often plays of other workers, or of before a crash, are looked for."""
_TROUBLED_SECONDS = 3.0
_POUR_SECONDS = 0.2
_POURS_AT_MOST = 3.0


class Court(Protocol):
    """Judges tasks elsewhere: a pool of processes, a cluster."""

    @property
    def seats(self) -> int:
        """How many it judges at once."""

    def judge(self, task: Task) -> Future[Verdict]:
        """What the play of `task` comes to. Its failure is the court's, never the play's."""

    def renew(self) -> None:
        """Begin afresh after a failure."""

    def close(self) -> None:
        """Give up what is not done."""


class Verifier:
    """Takes up waiting plays as long as it lives. `chores` are done now and then by the same thread."""

    def __init__(
        self, database: Database, packs: Packs, court: Court, clock: Clock, chores: Callable[[], None] | None = None
    ) -> None:
        self._database = database
        self._packs = packs
        self._court = court
        self._clock = clock
        self._chores = chores
        self._scenarios: dict[str, bytes] = {}
        self._wake = Event()
        self._stop = Event()
        self._thread = Thread(target=self._run, name="verifier", daemon=True)
        self._doing: dict[Future[Verdict], str] = {}
        self._begun = self._poured = 0.0
        self._held = clock.now()

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def wake(self) -> None:
        """There is a play to be taken up. While plays pour in, receipts come first."""
        now = time.monotonic()
        if not self._wake.is_set():
            self._begun = now
        self._poured = now
        self._wake.set()

    def stop(self) -> None:
        """Take up nothing more; what is half done is given back, and waits for the next start."""
        self._stop.set()
        self._wake.set()
        if self._thread.is_alive():
            self._thread.join()
        self._court.close()
        if self._doing:
            plays = tuple(self._doing.values())
            self._database.write(lambda session: give_back(session, plays))

    def step(self) -> int:
        """Take up what there is room for and enter what is done; how many plays were at hand, 0: none waits."""
        now = self._clock.now()
        if self._doing and now >= self._held + LEASE / 3:
            plays = tuple(self._doing.values())
            self._database.write(lambda session: hold(session, plays, now))
            self._held = now
        room = 2 * self._court.seats - len(self._doing)
        if room > 0:
            self._held = self._held if self._doing else now
            for claimed in self._database.write(lambda session: claim(session, room, now)):
                self._doing[self._court.judge(self._task(claimed))] = claimed.play
        at_hand = len(self._doing)
        if self._doing:
            wait(self._doing, timeout=_IDLE_SECONDS, return_when=FIRST_COMPLETED)
            for future in [one for one in self._doing if one.done()]:
                self._enter(future)
        return at_hand

    def _enter(self, future: Future[Verdict]) -> None:
        play = self._doing.pop(future)
        error = future.exception()
        if error is not None:
            _LOG.error("verification failed", extra={"play": play, "error": type(error).__name__})
            self._court.renew()
            return
        verdict, now = future.result(), self._clock.now()
        if self._database.write(lambda session: enter(session, verdict, now)):
            outcome = "verified" if verdict.refusal is None else "refused"
            _LOG.info("play judged", extra={"play": play, "outcome": outcome})

    def _run(self) -> None:
        while not self._stop.is_set():
            try:
                if self._chores is not None:
                    self._chores()
                busy = self.step()
            except Declined as declined:
                _LOG.warning("verification waits", extra={"reason": declined.code})
                self._stop.wait(_TROUBLED_SECONDS)
                continue
            except Exception:
                _LOG.exception("verification failed")
                self._stop.wait(_TROUBLED_SECONDS)
                continue
            if not busy:
                self._wake.wait(_IDLE_SECONDS)
                self._let_pour()
                self._wake.clear()

    def _let_pour(self) -> None:
        """Wait while plays still come in, but not for long: a class that ends at once wants its receipts first."""
        while self._wake.is_set() and not self._stop.is_set():
            now = time.monotonic()
            if now - self._poured >= _POUR_SECONDS or now - self._begun >= _POURS_AT_MOST:
                break
            self._stop.wait(_POUR_SECONDS / 2)

    def _task(self, claimed: Claimed) -> Task:
        if claimed.pack not in self._scenarios:
            self._scenarios[claimed.pack] = packed(self._packs.edition(claimed.pack).loaded.scenario)
        return Task(claimed.play, self._scenarios[claimed.pack], unpack_replay(claimed.replay), claimed.rubric)
