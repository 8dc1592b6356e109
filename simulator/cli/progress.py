"""How far a long command has come, for who watches the terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from simulator.locale import Message, Phrasebook

Progress = Callable[[int, int], None]
"""Takes how many steps are done, and of how many."""


@contextmanager
def shown_progress(say: Phrasebook, begun: Message) -> Iterator[Progress | None]:
    """A line on the error stream, at first `begun`, that follows the steps and goes away in the end.

    None, and no line, if that stream is no terminal.
    """
    if not sys.stderr.isatty():
        yield None
        return

    def write(text: str) -> None:
        sys.stderr.write("\r\x1b[K" + text)
        sys.stderr.flush()

    write(say.say(begun))
    try:
        yield lambda done, steps: write(say("cli.progress", done=done, steps=steps))
    finally:
        write("")
