"""Emptying the queue: each play is sent until it is acknowledged, then asked about until it is judged."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event, Thread
from typing import Protocol

from simulator.locale import Message
from simulator.submission.backoff import pause_before
from simulator.submission.failure import NoAnswer, Refused, sentence_of
from simulator.submission.parcel import BadParcel, Parcel
from simulator.submission.spool import Spool
from simulator.submission.wire.plays import PlayView, Receipt

_JUDGED_FIRST, _JUDGED_AGAIN = 1.0, 3.0
"""Seconds until one asks what became of a play, and asks again."""


class Post(Protocol):
    """Who takes plays: the class server, or what stands in for it."""

    def send(self, assignment: str, body: str, key: str) -> Receipt: ...
    def play(self, play: str) -> PlayView: ...


@dataclass(frozen=True)
class Trouble:
    """Why a parcel did not go through just now, and when (by the sender's clock) it is tried again."""

    why: Message
    due: float


class Sender:
    """Does what is due for the parcels of `spool`. `clock` gives seconds that only rise.

    `sending` is the name of the parcel that is being sent, "" for none. Nothing of this is kept: what a sender that
    was killed had sent already is sent again, under the same key.
    """

    def __init__(self, spool: Spool, post: Post, clock: Callable[[], float]) -> None:
        self.sending = ""
        self.troubles: dict[str, Trouble] = {}
        self._spool = spool
        self._post = post
        self._clock = clock
        self._tries: dict[str, int] = {}
        self._due: dict[str, float] = {}

    def step(self) -> float | None:
        """Do all that is due now; seconds until more is, None when nothing is left to do."""
        for parcel in reversed(self._spool.parcels()[0]):
            if not parcel.is_settled and self._due.get(parcel.name, 0.0) <= self._clock():
                self._do(parcel)
        left = [parcel.name for parcel in self._spool.parcels()[0] if not parcel.is_settled]
        if not left:
            return None
        return max(0.0, min(self._due.get(name, 0.0) for name in left) - self._clock())

    def hurry(self) -> None:
        """Try everything again at once: the player asked for it, or the server was heard of."""
        self._tries.clear()
        self._due.clear()

    def _do(self, parcel: Parcel) -> None:
        self.sending = parcel.name if parcel.state == "waiting" else ""
        try:
            changed, pause = self._asked(parcel)
            if changed != parcel:
                self._spool.put(changed)
        except (NoAnswer, Refused, OSError) as error:
            self._failed(parcel, error)
        except BadParcel:
            self._wait(parcel.name, pause_before(parcel.name, 8))
        else:
            self.troubles.pop(parcel.name, None)
            self._tries.pop(parcel.name, None)
            self._wait(parcel.name, pause)
        finally:
            self.sending = ""

    def _asked(self, parcel: Parcel) -> tuple[Parcel, float]:
        """The parcel after one question to the server, and how long to wait before the next."""
        fresh = self._spool.get(parcel.name)
        if fresh != parcel:
            return parcel, 0.0
        if parcel.receipt is not None:
            return parcel.judged(self._post.play(parcel.receipt.play)), _JUDGED_AGAIN
        try:
            return parcel.received(self._post.send(parcel.assignment, parcel.body, parcel.key)), _JUDGED_FIRST
        except Refused as refused:
            if refused.is_for_now:
                raise
            return parcel.declined(refused.sentence), 0.0

    def _failed(self, parcel: Parcel, error: NoAnswer | Refused | OSError) -> None:
        tries = self._tries[parcel.name] = self._tries.get(parcel.name, 0) + 1
        pause = pause_before(parcel.name, tries)
        if isinstance(error, OSError):
            why = Message("sending.disk", {"reason": error.strerror or type(error).__name__})
        else:
            why = sentence_of(error)
            pause = max(pause, float(getattr(error, "retry_after", None) or 0))
        self._wait(parcel.name, pause)
        self.troubles[parcel.name] = Trouble(why, self._due[parcel.name])

    def _wait(self, name: str, pause: float) -> None:
        self._due[name] = self._clock() + pause


class Courier:
    """A thread that empties the queue while the game goes on. It ends with the program, and loses nothing then."""

    def __init__(self, sender: Sender) -> None:
        self.sender = sender
        self._woken = Event()
        self._stopped = False
        self._thread: Thread | None = None

    def wake(self) -> None:
        """Look at the queue now."""
        if self._thread is None:
            self._thread = Thread(target=self._run, name="courier", daemon=True)
            self._thread.start()
        self._woken.set()

    def stop(self, patience: float = 0.0) -> None:
        """Send nothing more; wait at most `patience` seconds for what is under way."""
        self._stopped = True
        self._woken.set()
        if self._thread is not None and patience:
            self._thread.join(patience)

    def _run(self) -> None:
        while not self._stopped:
            self._woken.clear()
            self._woken.wait(self.sender.step())
