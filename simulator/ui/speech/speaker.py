"""Speaks one thing after the other without ever being waited for.

What the player moves to cuts what is being said. What happened is then said once more from its beginning, so that it is
not lost to a key pressed by chance; cut a second time, it was not wanted.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import IO, Protocol

from simulator.locale import Language, Message
from simulator.ui.speech.program import Program, program

_MOST_NEWS = 6
"""Sentences that wait at most: older ones are on the screen, and news that is minutes late misleads."""
_LONGEST = 700
"""Characters of one utterance."""
_PATIENCE = 45.0
"""Seconds after which a program that speaks is held to be stuck."""


class Process(Protocol):
    """What is needed of a running program."""

    stdin: IO[bytes] | None

    def wait(self, timeout: float | None = None) -> int: ...
    def kill(self) -> None: ...


Start = Callable[[Sequence[str]], Process]


@dataclass(frozen=True)
class _Utterance:
    """What is said together; `again` of news that has been cut once."""

    text: str
    is_focus: bool
    again: bool = False


def start(command: Sequence[str]) -> Process:
    """Run `command` without a window of its own, its input open."""
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    quiet = subprocess.DEVNULL
    return subprocess.Popen(
        list(command), stdin=subprocess.PIPE, stdout=quiet, stderr=quiet, creationflags=flags, env=_of_the_system()
    )


def _of_the_system() -> dict[str, str]:
    """The environment for a program of the system: a built game looks for libraries in its own folder first."""
    environment = dict(os.environ)
    if getattr(sys, "frozen", False):
        environment.pop("LD_LIBRARY_PATH", None)
        if "LD_LIBRARY_PATH_ORIG" in environment:
            environment["LD_LIBRARY_PATH"] = environment["LD_LIBRARY_PATH_ORIG"]
    return environment


class Speaker:
    """Says `focus` at once and `news` in turn while it is `on`. Every method returns at once."""

    def __init__(
        self, on: bool, language: Language, find: Callable[[], Program | None] = program, run: Start = start
    ) -> None:
        self.problem: Message | None = None
        self.language: Language = language
        self._find, self._run = find, run
        self._on = False
        self._focus: _Utterance | None = None
        self._news: deque[_Utterance] = deque(maxlen=_MOST_NEWS)
        self._changed = threading.Condition()
        self._process: Process | None = None
        self._ended = False
        self._thread: threading.Thread | None = None
        self.turn(on)

    def turn(self, on: bool) -> None:
        """Speak from now on, or be silent."""
        self._on = on
        if not on:
            self.problem = None
            self._hush()
        elif self._thread is None or not self._thread.is_alive():
            self.problem = None
            self._thread = threading.Thread(target=self._speak, name="speech", daemon=True)
            self._thread.start()

    def focus(self, text: str) -> None:
        """Say what the player moved to, instead of what is being said."""
        if not self._on or not text:
            return
        with self._changed:
            self._focus = _Utterance(text[:_LONGEST], True)
            self._cut()
            self._changed.notify()

    def news(self, text: str) -> None:
        """Say what happened, after what is being said."""
        if not self._on or not text:
            return
        with self._changed:
            self._news.append(_Utterance(text[:_LONGEST], False))
            self._changed.notify()

    def leave(self) -> None:
        """Be silent for good."""
        self._on = False
        self._ended = True
        self._hush()
        if self._thread is not None:
            self._thread.join(2.0)

    def _hush(self) -> None:
        with self._changed:
            self._focus = None
            self._news.clear()
            self._cut()
            self._changed.notify()

    def _cut(self) -> None:
        """End what is being said; the lock is held."""
        if self._process is not None:
            with suppress(OSError):
                self._process.kill()

    def _next(self) -> _Utterance | None:
        """What is to be said next; None at the end. Waits."""
        with self._changed:
            self._changed.wait_for(lambda: self._ended or self._focus is not None or self._news)
            if self._ended:
                return None
            if self._focus is not None:
                following, self._focus = self._focus, None
                return following
            return self._news.popleft()

    def _speak(self) -> None:
        """In a thread of its own: one program an utterance."""
        speaking = self._find()
        if speaking is None:
            self.problem = Message("ui.no_speech")
            return
        while (following := self._next()) is not None:
            command, told = speaking.speak(following.text, self.language)
            try:
                process = self._run(command)
            except OSError:
                self.problem = Message("ui.no_speech")
                return
            with self._changed:
                self._process = process
                if self._ended or self._focus is not None:
                    self._cut()
            cut = _said(process, told)
            with self._changed:
                self._process = None
                if cut and self._focus is not None and not (following.is_focus or following.again):
                    self._news.appendleft(replace(following, again=True))
            if cut and speaking.hush:
                with suppress(OSError):
                    self._run(speaking.hush).wait(_PATIENCE)


def _said(process: Process, told: str) -> bool:
    """Give `process` what it reads and wait for its end; whether it was cut short."""
    with suppress(OSError):
        if process.stdin is not None:
            process.stdin.write(told.encode())
            process.stdin.close()
    try:
        return process.wait(_PATIENCE) < 0
    except subprocess.TimeoutExpired:
        process.kill()
        return True
