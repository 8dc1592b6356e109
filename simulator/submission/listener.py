"""Listening to a server in a thread of its own: what comes is handed over, and a stream that ends is begun again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Event, Thread

from simulator.submission.backoff import pause_before
from simulator.submission.failure import NoAnswer, Refused
from simulator.submission.stream import Heard

Listen = Callable[[str], Iterator[Heard]]
"""Opens a stream that resumes after an id, "" for from now on. Raises NoAnswer, Refused."""


class Listener:
    """Listens by `listen`, and hands each event to `told` in the thread that listens. `name` is whose listening it is.

    `is_live`: something came through just now, so that what changes will be heard. It is never so behind a proxy that
    holds streams back, nor with a server that has none: whoever needs news then asks for them.
    """

    def __init__(self, name: str, listen: Listen, told: Callable[[Heard], None]) -> None:
        self.is_live = False
        self._name = name
        self._listen = listen
        self._told = told
        self._last = ""
        self._tries = 0
        self._stopped = Event()
        self._thread: Thread | None = None

    def begin(self) -> None:
        """Listen until `stop`; asked again, nothing."""
        if self._thread is None:
            self._thread = Thread(target=self._run, name="listener", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Hand nothing over any more; the thread ends when its stream says the next word, or with the program."""
        self.is_live = False
        self._stopped.set()

    def step(self) -> float | None:
        """Hear one stream to its end; seconds until the next, None where this server has none to offer."""
        try:
            for heard in self._listen(self._last):
                if self._stopped.is_set():
                    return None
                self._heard(heard)
        except NoAnswer:
            pass
        except Refused as refused:
            if not refused.is_for_now:
                return None
        finally:
            self.is_live = False
        self._tries += 1
        return pause_before(self._name, self._tries)

    def _heard(self, heard: Heard) -> None:
        self.is_live = True
        self._tries = 0
        if heard.event:
            self._last = heard.id or self._last
            self._told(heard)

    def _run(self) -> None:
        while not self._stopped.is_set():
            pause = self.step()
            if pause is None:
                return
            self._stopped.wait(pause)
