"""One row of the validation table: what was measured, what it should be, and who published it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from simulator.pages import Chart


@dataclass(frozen=True)
class Measure:
    """One number of a row and the range, ends included, in which it must lie.

    `name` is empty if it is alone; else it is a key for machines, and `validation.of_<name>` what people read.
    """

    value: float
    low: float
    high: float
    name: str = ""

    @property
    def is_within(self) -> bool:
        """Whether the value lies in its range."""
        return self.low <= self.value <= self.high


@dataclass(frozen=True)
class Fact:
    """Row `row` (1 to 15) of the table, named `code`; `charts` go on the page.

    `validation.<code>` is its sentence in the catalogues, `validation.published_<code>` the real figure and its source.
    """

    row: int
    code: str
    measures: Sequence[Measure]
    charts: Sequence[Chart] = field(default=())

    @property
    def holds(self) -> bool:
        """Whether every number of the row lies in its range."""
        return bool(self.measures) and all(measure.is_within for measure in self.measures)
