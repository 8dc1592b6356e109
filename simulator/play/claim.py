"""A claim on something that one process at a time may have; it ends with the process, however that ends."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

_TAKEN = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)


class Claim:
    """A lock that the system holds on the file at `path`, which stays behind: what a killed process held is free."""

    def __init__(self, path: Path, handle: int) -> None:
        self.path = path
        self._handle = handle

    @classmethod
    def take(cls, path: Path) -> Claim | None:
        """The claim, None while another process or another claim of this one has it.

        Raises OSError where the disk cannot say: it takes no file, or knows no locks.
        """
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            _lock(handle)
        except OSError as error:
            os.close(handle)
            if error.errno in _TAKEN:
                return None
            raise
        return cls(path, handle)

    def end(self, *, remove: bool = False) -> None:
        """Let another have it; with `remove`, what it stood for is gone, and so is the file."""
        if remove and sys.platform != "win32":
            with suppress(OSError):
                self.path.unlink()
        os.close(self._handle)
        if remove and sys.platform == "win32":
            with suppress(OSError):
                self.path.unlink()


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
