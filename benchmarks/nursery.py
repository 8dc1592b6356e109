"""Processes that begin where the imports end: forked by one that has everything loaded, to be killed by the hundred."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence

_ENDED = "ended "
_PATIENCE = 60.0
"""Wall seconds after which something that was waited for is held not to come."""


class Nursery:
    """The program `words`, which must hand over to `serve`; it forks one process after the other.

    A start takes some milliseconds of processor time, where a new interpreter needs most of a second.
    """

    def __init__(self, words: Sequence[str], environment: Mapping[str, str]) -> None:
        self._parent = subprocess.Popen(
            words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, bufsize=0
        )

    def start(self, order: str) -> Nursling:
        """A process that does `order`, one line; the one before must have ended."""
        assert self._parent.stdin is not None and self._parent.stdout is not None
        self._parent.stdin.write(f"{order}\n".encode())
        return Nursling(self._parent.stdout.fileno())

    def close(self) -> None:
        """End the parent; the last process must have ended."""
        self._parent.communicate(timeout=_PATIENCE)


class Nursling:
    """A process that was forked: what it tells, and how it ended."""

    def __init__(self, told: int) -> None:
        self._told = told
        self._text = b""
        self.returncode: int | None = None
        """As of `subprocess.Popen`: None as long as it lives."""
        self._read_until(lambda: bool(self._lines()))
        self._pid = int(self._lines()[0])

    @property
    def told(self) -> list[str]:
        """The lines it told by now."""
        return [line for line in self._lines()[1:] if not line.startswith(_ENDED)]

    def wait_for_a_line(self) -> None:
        """Wait until it has told something, or has ended."""
        self._read_until(lambda: bool(self.told))

    def end(self, seconds: float | None) -> None:
        """Wait for its end, and kill it when that has not come in `seconds`; None: let it come to its end."""
        if seconds is not None and not self._read_until(lambda: False, seconds):
            # Its parent reaps it only at the next start: the number is nobody else's, even if it has just ended.
            os.kill(self._pid, signal.SIGKILL)
        if not self._read_until(lambda: False):
            raise TimeoutError(f"the process does not end: {self.told[-3:]}")

    def _lines(self) -> list[str]:
        return self._text.decode().split("\n")[:-1]

    def _read_until(self, holds: Callable[[], bool], seconds: float = _PATIENCE) -> bool:
        """Read what is told until it `holds` or the process has ended; whether that came within `seconds`."""
        latest = time.monotonic() + seconds
        while self.returncode is None and not holds():
            if not select.select([self._told], [], [], max(0.0, latest - time.monotonic()))[0]:
                return False
            told = os.read(self._told, 1 << 16)
            if not told:
                raise EOFError("the parent of the processes is gone")
            self._text += told
            if (lines := self._lines()) and lines[-1].startswith(_ENDED):
                self.returncode = int(lines[-1].removeprefix(_ENDED))
        return True


def serve(do: Callable[[str], None]) -> None:
    """Fork a process for each line of the standard input, which does it; tell its number, and how it ended.

    What it tells goes between, to the standard output as well.
    """
    pid = 0
    for order in sys.stdin:
        if pid:
            os.waitpid(pid, 0)
        pid = os.fork()
        if pid == 0:
            os.write(1, f"{os.getpid()}\n".encode())
            do(order.strip())
            return
        ended = os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
        assert ended is not None
        code = ended.si_status if ended.si_code == os.CLD_EXITED else -ended.si_status
        os.write(1, f"{_ENDED}{code}\n".encode())
