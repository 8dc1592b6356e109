"""How far a long command has come, for who watches the terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from simulator.locale import Phrasebook

Progress = Callable[[int, int], None]
"""Takes how many steps are done, and of how many."""


@contextmanager
def shown_progress(say: Phrasebook) -> Iterator[Progress | None]:
    """A line on the error stream that follows the steps and goes away in the end; None if that is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return

    def show(done: int, steps: int) -> None:
        sys.stderr.write("\r\x1b[K" + say("cli.progress", done=done, steps=steps))
        sys.stderr.flush()

    try:
        yield show
    finally:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()
