"""Files that are whole or absent, even after a power cut."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path


def write_durably(path: Path, content: str | bytes) -> None:
    """Put `content` (text as UTF-8) at `path`: beside it first, flushed, then in its place; folders are made.

    Raises OSError when that cannot be; what stood at `path` then still stands there.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        with beside.open("xb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
    _flush_folder(path.parent)


def remove_parts(path: Path) -> None:
    """Take away what processes that were killed while they wrote the file at `path` left beside it."""
    with suppress(OSError):
        for part in path.parent.glob(f".{path.name}.*.part"):
            part.unlink()


def reason_of(error: OSError) -> str:
    """Why the disk refused, as the system says it."""
    return error.strerror or type(error).__name__


def _flush_folder(folder: Path) -> None:
    """Make the new name itself last; where a folder cannot be opened (Windows), the system sees to it."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
