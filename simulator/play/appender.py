"""A file that grows while it is played: what is added is written at once, and flushed by a thread of its own."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from threading import Condition, Thread

from simulator.durable import write_durably

_AGAIN = 5.0
"""Seconds after which a disk that refused is asked again; each addition asks too."""
_LAST_WAIT = 2.0
"""Seconds that closing waits at most for the disk."""


class Appender:
    """Keeps the file at `path` equal to `content` and to what is added.

    An addition is with the system when `add` returns: it outlives this process, if not a power cut. A thread flushes
    it, so that no frame waits for a disk. Where the disk refuses, `trouble` says why, and the thread writes the file
    whole, beside and then in its place, as soon as it can; what the file held until then stays.
    """

    def __init__(self, path: Path, content: bytes) -> None:
        self.path = path
        self.trouble: OSError | None = None
        self._content = bytearray(content)
        self._handle: int | None = None
        self._is_sound = False
        """Whether the file holds `content`, so that additions may follow."""
        self._is_unflushed = False
        self._is_closing = False
        self._change = Condition()
        self._write_whole()
        self._thread = Thread(target=self._serve, name="autosave", daemon=True)
        self._thread.start()

    def add(self, line: bytes, *, flush: bool) -> None:
        """Write `line` at the end; with `flush`, it is on the disk soon."""
        with self._change:
            self._content += line
            if self._is_sound and self._handle is not None:
                try:
                    _write(self._handle, line)
                except OSError as error:
                    self._give_up(error)
            self._is_unflushed = self._is_unflushed or flush
            if flush or not self._is_sound:
                self._change.notify()

    def close(self) -> None:
        """Flush, and let go of the file; waits two seconds at most for a disk that does not answer."""
        with self._change:
            self._is_unflushed = self._is_closing = True
            self._change.notify()
        self._thread.join(_LAST_WAIT)

    # the thread

    def _serve(self) -> None:
        while self._await_work():
            self._work()
        self._work()
        with self._change:
            self._let_go()

    def _await_work(self) -> bool:
        """Wait until there is something to flush or to mend; False once the file is being closed."""
        with self._change:
            if not self._is_closing and not (self._is_sound and self._is_unflushed):
                self._change.wait(None if self._is_sound else _AGAIN)
            return not self._is_closing

    def _work(self) -> None:
        with self._change:
            flushes = self._is_sound and self._is_unflushed
            mends = not self._is_sound
            self._is_unflushed = False
        if mends:
            self._write_whole()
        elif flushes and self._handle is not None:
            self._flush(self._handle)

    def _flush(self, handle: int) -> None:
        """Flush without holding up who adds. After a failure nobody knows what the disk has: all is written anew."""
        try:
            os.fsync(handle)
            if not os.path.samestat(os.fstat(handle), self.path.stat()):
                raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        except OSError as error:
            with self._change:
                self._give_up(error)
                self._change.notify()

    def _write_whole(self) -> None:
        with self._change:
            self._let_go()
            content = bytes(self._content)
        try:
            write_durably(self.path, content)
            handle = os.open(self.path, os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0))
        except OSError as error:
            self.trouble = error
            return
        with self._change:
            self._handle = handle
            try:
                _write(handle, bytes(self._content[len(content) :]))
            except OSError as error:
                self._give_up(error)
            else:
                self._is_sound, self.trouble = True, None

    def _give_up(self, error: OSError) -> None:
        """The file is behind `content` from now on, until it is written whole."""
        self._is_sound, self.trouble = False, error

    def _let_go(self) -> None:
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def _write(handle: int, line: bytes) -> None:
    """Write all of `line`. Raises OSError; a part of it may then stand in the file."""
    while line:
        line = line[os.write(handle, line) :]
