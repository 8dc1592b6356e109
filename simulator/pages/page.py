"""What stands on a page, apart from how it is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.locale import Message
from simulator.pages.chart import Chart, Timeline
from simulator.pages.text import Text


@dataclass(frozen=True)
class Folded:
    """A sentence of a table with `lines` that one opens by the word `opener`; in a PDF they stand below it."""

    text: Text
    opener: Text
    lines: Sequence[Text]


Cell = Message | str | float | Folded
"""A sentence, a text that no language changes (its lines stay lines), a number, or a sentence with more below it."""


@dataclass(frozen=True)
class Table:
    """Rows of cells under `columns`; the first cell of a row names it.

    `groups` are (place of a row, what stands above it over all columns). ValueError for a row of another length.
    """

    columns: Sequence[Text]
    rows: Sequence[Sequence[Cell]]
    caption: Text
    groups: Sequence[tuple[int, Text]] = ()

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("a row needs as many cells as there are columns")


@dataclass(frozen=True)
class SideBySide:
    """Tables beside each other, where there is room for that."""

    tables: Sequence[Table]


@dataclass(frozen=True)
class Subheading:
    """A heading within a section."""

    text: Text


@dataclass(frozen=True)
class Quote:
    """Words that somebody wrote, as they wrote them."""

    text: Text


@dataclass(frozen=True)
class Listing:
    """Sentences one below the other, counted if they are `numbered`."""

    items: Sequence[Text]
    numbered: bool = False


@dataclass(frozen=True)
class Check:
    """A line with a box to tick on paper; `remark` stands beside it."""

    text: Text
    remark: Text


@dataclass(frozen=True)
class Checklist:
    """Lines to tick."""

    checks: Sequence[Check]


@dataclass(frozen=True)
class Grade:
    """A mark of `value` out of 100, what it is called, and why."""

    name: Text
    value: int
    word: Text
    text: Text


@dataclass(frozen=True)
class Grades:
    """Marks side by side."""

    grades: Sequence[Grade]


Part = Message | str | Subheading | Quote | Listing | Checklist | Grades | Table | SideBySide | Chart | Timeline
"""A part of a section; a text is a paragraph."""


@dataclass(frozen=True)
class Section:
    """A heading with what stands under it, in order.

    On paper a `new_page` is begun for it, or it stays `whole` on one page, if that is asked for.
    """

    heading: Text
    parts: Sequence[Part]
    new_page: bool = False
    whole: bool = False


@dataclass(frozen=True)
class Page:
    """A whole page: `lead` opens it, `command` and `seed` are what makes the same page again, `foot` ends it."""

    title: Text
    lead: Sequence[Text]
    sections: Sequence[Section]
    command: str
    seed: int | None = None
    foot: Sequence[Text] = ()
