"""Lines in and out: a text stream read and one written, with nothing but plain lines."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from typing import TextIO


class EndOfInput(Exception):
    """Nobody will type any more."""


class Lines:
    """Reads commands from `source` and writes to `out`, wrapped at `width` characters (None: never wrapped).

    `echo` repeats what was read, so that a play fed by a pipe reads like one typed.
    """

    def __init__(self, source: TextIO, out: TextIO, width: int | None = None, echo: bool = False) -> None:
        self._source = source
        self._out = out
        self._width = width
        self._echo = echo

    def write(self, text: str = "") -> None:
        """One paragraph; line ends in `text` stay."""
        for line in text.split("\n"):
            self._out.write(self._wrapped(line) + "\n")

    def write_all(self, texts: Iterable[str]) -> None:
        for text in texts:
            self.write(text)

    def ask(self, prompt: str) -> str:
        """What is typed after `prompt`. Raises EndOfInput."""
        self._out.write(prompt)
        self._out.flush()
        line = self._source.readline()
        if not line:
            self._out.write("\n")
            raise EndOfInput
        typed = line.strip()
        if self._echo:
            self._out.write(typed + "\n")
        return typed

    def flush(self) -> None:
        self._out.flush()

    def _wrapped(self, line: str) -> str:
        if self._width is None or len(line) <= self._width:
            return line
        indent = " " * (len(line) - len(line.lstrip(" ")))
        return textwrap.fill(
            line.strip(" "), self._width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
        )
