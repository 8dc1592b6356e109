"""The line to an exam that runs on the server: what it shows comes in, orders go out one after the other, once each."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Event, Lock, Thread
from typing import Any, Protocol

from pydantic import BaseModel

from simulator.locale import Message
from simulator.submission.backoff import pause_before
from simulator.submission.failure import NoAnswer, Refused, sentence_of
from simulator.submission.wire.exam import ExamView, Order, Outcome
from simulator.submission.wire.exam_commands import Command

POSTS = 200
"""Posts of the feed that are asked for: all that a reader scrolls to."""
WAIT_SECONDS = 20.0
"""How long the server may wait for something new before it answers."""
_LONGEST_PAUSE = 8.0
"""Seconds between two tries to reach it again: an exam's clock goes on."""

Taken = Callable[["Outcome | Message"], None]
Told = Callable[[Any], None]


class ExamServer(Protocol):
    """Who runs the exam."""

    def exam(self, assignment: str, after: int, wait: float, channel: str, posts: int) -> ExamView: ...
    def order(self, assignment: str, order: Order) -> Outcome: ...
    def question(self, assignment: str, question: BaseModel) -> Any: ...


@dataclass(frozen=True)
class Lost:
    """The line is down: why, and when (by the line's clock) it is tried again."""

    why: Message
    due: float


class ExamLine:
    """An exam that has begun and shows `view`. `poll` hands over what came, in the caller's thread.

    `lost` is set while the server cannot be reached. `look` and `speak` do one step each; `begin` has two threads do
    them. An order keeps its number until it is answered, so that one whose answer was lost is not done twice.
    """

    def __init__(self, server: ExamServer, assignment: str, view: ExamView, clock: Callable[[], float]) -> None:
        self.view = view
        self.lost: Lost | None = None
        self._server = server
        self._assignment = assignment
        self._clock = clock
        self._after = view.revision
        self._number = view.last_order
        self._tries = 0
        self._said: deque[tuple[Command, Taken]] = deque()
        self._asked: deque[tuple[BaseModel, Told]] = deque()
        self._lock = Lock()
        self._came: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._speech, self._stopped = Event(), Event()

    # -- from the front end's thread

    def order(self, command: Command, taken: Taken) -> None:
        """Have `command` done, after those before it; `taken` gets what came of it, or why it was not taken."""
        with self._lock:
            self._said.append((command, taken))
        self._speech.set()

    def ask(self, question: BaseModel, told: Told) -> None:
        """Have a dialog's rows told, as JSON values."""
        with self._lock:
            self._asked.append((question, told))
        self._speech.set()

    def look_again(self) -> None:
        """Ask for all that is shown anew: it is told in another language now."""
        self._after = -1

    def poll(self) -> bool:
        """Take in what came; whether anything did."""
        came = False
        while not self._came.empty():
            self._came.get()()
            came = True
        return came

    def begin(self, *, speaks: bool = True) -> None:
        """Look, and speak unless whoever asks does that, in threads of their own until `stop`."""
        for work in (self._look_on, self._speak_on)[: 1 + speaks]:
            Thread(target=work, name="exam", daemon=True).start()

    def stop(self) -> None:
        """Let go of the line; the exam goes on or waits, as was set."""
        self._stopped.set()
        self._speech.set()

    # -- one step each, wherever

    def look(self, wait: float = 0.0) -> float:
        """Ask what is shown, as soon as it is another; seconds until it should be asked again."""
        after, self._after = self._after, self.view.revision
        try:
            view = self._server.exam(self._assignment, after, wait, "", POSTS)
        except (NoAnswer, Refused) as error:
            self._after = after
            return self._failed(error)
        self._reached()
        if self._after >= 0:
            self._after = view.revision
        self._came.put(lambda: self._take(view))
        return 0.0

    def speak(self) -> float | None:
        """Pass on one order, or else one question; seconds until the same is tried again, None when nothing is left."""
        with self._lock:
            said = self._said[0] if self._said else None
            asked = self._asked[0] if self._asked and said is None else None
        try:
            if said is not None:
                self._pass_on(*said)
            elif asked is not None:
                rows = self._server.question(self._assignment, asked[0])
                self._drop(self._asked, lambda: asked[1](rows))
            else:
                return None
        except NoAnswer as error:
            return self._failed(error)
        except Refused as refused:
            if said is not None:
                self._declined(refused, said[1])
            else:
                self._drop(self._asked, lambda: None)
        self._reached()
        return 0.0

    def _pass_on(self, command: Command, taken: Taken) -> None:
        outcome = self._server.order(self._assignment, Order(number=self._number + 1, command=command))
        self._number = outcome.number
        self._drop(self._said, lambda: taken(outcome))

    def _declined(self, refused: Refused, taken: Taken) -> None:
        """An order that was not taken: where another machine gave one meanwhile, count on from that."""
        if refused.status >= 500:
            return
        why = sentence_of(refused)
        self._drop(self._said, lambda: taken(why))
        if refused.code in ("exam_order_number", "key_reused"):
            try:
                self._number = self._server.exam(self._assignment, -1, 0.0, "", 1).last_order
            except (NoAnswer, Refused) as error:
                self._failed(error)

    def _drop(self, line: deque[Any], then: Callable[[], None]) -> None:
        with self._lock:
            line.popleft()
        self._came.put(then)

    def _take(self, view: ExamView) -> None:
        if view.revision >= self.view.revision or view.over:
            self.view = view

    def _failed(self, error: NoAnswer | Refused) -> float:
        self._tries += 1
        pause = min(_LONGEST_PAUSE, pause_before(self._assignment, self._tries))
        self.lost = Lost(sentence_of(error), self._clock() + pause)
        self._came.put(lambda: None)
        return pause

    def _reached(self) -> None:
        self._tries = 0
        if self.lost is not None:
            self.lost = None
            self._came.put(lambda: None)

    # -- the threads

    def _look_on(self) -> None:
        while not self._stopped.is_set():
            pause = self.look(WAIT_SECONDS)
            if pause:
                self._stopped.wait(pause)

    def _speak_on(self) -> None:
        while not self._stopped.is_set():
            self._speech.wait()
            self._speech.clear()
            while not self._stopped.is_set():
                pause = self.speak()
                if pause is None:
                    break
                if pause:
                    self._stopped.wait(pause)
