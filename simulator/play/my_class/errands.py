"""Work that waits for a server, done beside the game: what comes of it is taken in between two frames."""

from __future__ import annotations

from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread
from typing import TypeVar

from simulator.locale import Message
from simulator.submission.failure import NoAnswer, Refused, sentence_of
from simulator.submission.packs import CannotFetch

T = TypeVar("T")
Done = Callable[[], None]


class CannotDo(Exception):
    """An errand that comes to nothing; `message` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.code)
        self.message = message


class Errands:
    """One thread that does one thing after the other. `poll` hands over what is done, in the caller's thread."""

    def __init__(self) -> None:
        self._asked: SimpleQueue[Callable[[], Done]] = SimpleQueue()
        self._done: SimpleQueue[Done] = SimpleQueue()
        self._thread: Thread | None = None

    def ask(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Message], None]) -> None:
        """Do `work` beside, then, at a `poll`, `done` with what it gave, or `failed` with why it came to nothing."""
        self._start(lambda: outcome(work, done, failed))

    def poll(self) -> bool:
        """Take in what is done; whether there was any."""
        taken = False
        while not self._done.empty():
            self._done.get()()
            taken = True
        return taken

    def _start(self, errand: Callable[[], Done]) -> None:
        if self._thread is None:
            self._thread = Thread(target=self._run, name="errands", daemon=True)
            self._thread.start()
        self._asked.put(errand)

    def _run(self) -> None:
        while True:
            self._done.put(self._asked.get()())


class AtOnce(Errands):
    """Errands that are done while they are asked for: for a front end that waits anyway."""

    def _start(self, errand: Callable[[], Done]) -> None:
        self._done.put(errand())


def outcome(work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Message], None]) -> Done:
    """Do `work`; what to do with it then."""
    try:
        given = work()
    except (NoAnswer, Refused) as error:
        message = sentence_of(error)
    except (CannotFetch, CannotDo) as error:
        message = error.message
    except OSError as error:
        message = Message("sending.disk", {"reason": error.strerror or type(error).__name__})
    else:
        return lambda: done(given)
    return lambda: failed(message)
