"""Text being written: its caret, its selection, and what each key does to them. Knows no pixel but widths."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Measure = Callable[[str], float]
"""Pixels that characters take on one line."""


@dataclass(frozen=True)
class Line:
    """Characters `start` to `end` of a text, shown on one line; a space or a new line after it is not in it."""

    start: int
    end: int


def wrapped(text: str, width: float, measure: Measure) -> tuple[Line, ...]:
    """`text` in lines of `width` pixels: broken after spaces, between letters where a word alone is too long."""
    lines: list[Line] = []
    start = 0
    for paragraph in text.split("\n"):
        end = start + len(paragraph)
        first = start
        while True:
            last = _fitting(text, first, end, width, measure)
            if last == end:
                lines.append(Line(first, end))
                break
            space = text.rfind(" ", first, last + 1)
            if space > first:
                lines.append(Line(first, space))
                first = space + 1
            else:
                lines.append(Line(first, last))
                first = last
        start = end + 1
    return tuple(lines)


def _fitting(text: str, first: int, end: int, width: float, measure: Measure) -> int:
    """How far the characters from `first` go on one line: to `end` at most, one at least."""
    if measure(text[first:end]) <= width:
        return end
    low, high = first + 1, end
    while low < high:
        middle = (low + high + 1) // 2
        if measure(text[first:middle]) <= width:
            low = middle
        else:
            high = middle - 1
    return low


class Editing:
    """A text of at most `longest` characters; `caret` and `anchor` are the ends of the selection."""

    def __init__(self, text: str, longest: int) -> None:
        self.text = text[:longest]
        self.longest = longest
        self.caret = self.anchor = len(self.text)
        self._column: float | None = None

    @property
    def selection(self) -> tuple[int, int]:
        """The first and the last end of what is selected; the same twice for nothing."""
        return min(self.caret, self.anchor), max(self.caret, self.anchor)

    @property
    def selected(self) -> str:
        first, last = self.selection
        return self.text[first:last]

    def replace(self, text: str) -> None:
        """Show another text, the caret at its end."""
        self.text = text[: self.longest]
        self._to(len(self.text), False)

    def insert(self, text: str) -> None:
        """Put `text` in place of what is selected, as much of it as there is room for."""
        first, last = self.selection
        room = self.longest - len(self.text) + last - first
        kept = "".join(one for one in text.replace("\r\n", "\n").replace("\r", "\n") if one == "\n" or one >= " ")
        kept = kept[: max(0, room)]
        self.text = self.text[:first] + kept + self.text[last:]
        self._to(first + len(kept), False)

    def erase(self, backwards: bool, by_word: bool = False) -> None:
        """Take what is selected away, else the character (or the word) before or after the caret."""
        if self.caret == self.anchor:
            self.anchor = self._word(backwards) if by_word else self._beside(backwards)
        first, last = self.selection
        self.text = self.text[:first] + self.text[last:]
        self._to(first, False)

    def step(self, backwards: bool, selecting: bool, by_word: bool = False) -> None:
        """One character or one word on; without selecting, to the end of what was selected."""
        if self.caret != self.anchor and not selecting and not by_word:
            self._to(self.selection[0 if backwards else 1], False)
        else:
            self._to(self._word(backwards) if by_word else self._beside(backwards), selecting)

    def to_end(self, backwards: bool, selecting: bool) -> None:
        """To the first or after the last character of all."""
        self._to(0 if backwards else len(self.text), selecting)

    def select_all(self) -> None:
        self.anchor, self.caret = 0, len(self.text)

    def place(self, offset: int, selecting: bool) -> None:
        """Put the caret before the character `offset`."""
        self._to(offset, selecting)

    def to_end_of_line(self, lines: tuple[Line, ...], backwards: bool, selecting: bool) -> None:
        line = lines[line_of(lines, self.caret)]
        self._to(line.start if backwards else line.end, selecting)

    def to_next_line(self, lines: tuple[Line, ...], down: int, selecting: bool, measure: Measure) -> None:
        """`down` lines below (above when negative), as far to the right as it was; past the ends, to the end."""
        here = line_of(lines, self.caret)
        column = self._column
        if column is None:
            column = measure(self.text[lines[here].start : self.caret])
        there = here + down
        if 0 <= there < len(lines):
            self._to(nearest(self.text, lines[there], column, measure), selecting)
        else:
            self._to(0 if down < 0 else len(self.text), selecting)
        self._column = column

    def _to(self, offset: int, selecting: bool) -> None:
        # The lines that keys go by were wrapped when last painted: the text may be shorter by now.
        self.caret = max(0, min(offset, len(self.text)))
        if not selecting:
            self.anchor = self.caret
        self._column = None

    def _beside(self, backwards: bool) -> int:
        return max(0, self.caret - 1) if backwards else min(len(self.text), self.caret + 1)

    def _word(self, backwards: bool) -> int:
        """Where the word before or after the caret begins or ends."""
        offset, step = self.caret, -1 if backwards else 1

        def ahead() -> str:
            at = offset - 1 if backwards else offset
            return self.text[at] if 0 <= at < len(self.text) else ""

        while (one := ahead()) and one.isspace():
            offset += step
        while (one := ahead()) and not one.isspace():
            offset += step
        return offset


def line_of(lines: tuple[Line, ...], offset: int) -> int:
    """Which line the caret before `offset` stands on: the lower one, where two would do."""
    return next(rank for rank in range(len(lines) - 1, -1, -1) if lines[rank].start <= offset)


def nearest(text: str, line: Line, column: float, measure: Measure) -> int:
    """The offset of `line` whose caret stands nearest to `column` pixels from its left."""
    offsets = range(line.start, line.end + 1)
    return min(offsets, key=lambda offset: abs(measure(text[line.start : offset]) - column))
