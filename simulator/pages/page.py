"""What stands on a page, apart from how it is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.locale import Message
from simulator.pages.chart import Chart

Cell = Message | str | float
"""A sentence, a text that no language changes (its lines stay lines), or a number."""


@dataclass(frozen=True)
class Table:
    """Rows of cells under `columns`; the first cell of a row names it. ValueError for a row of another length."""

    columns: Sequence[Message]
    rows: Sequence[Sequence[Cell]]
    caption: Message

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("a row needs as many cells as there are columns")


@dataclass(frozen=True)
class Section:
    """A heading with what stands under it, in this order: paragraphs, a table, charts."""

    heading: Message
    paragraphs: Sequence[Message] = ()
    table: Table | None = None
    charts: Sequence[Chart] = ()


@dataclass(frozen=True)
class Page:
    """A whole page: `lead` opens it, `command` and `seed` are what makes the same page again."""

    title: Message
    lead: Sequence[Message]
    sections: Sequence[Section]
    command: str
    seed: int | None = None
