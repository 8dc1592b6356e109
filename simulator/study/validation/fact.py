"""One row of the validation table: what was measured, what it should be, and what kind of proof that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

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


Kind = Literal["outside", "input", "software"]
"""What a row shows: a figure that nothing in the model was set to, one that the simulation must give back as it was put
in (or that the constants were computed beside), or a property of the program."""

KINDS: dict[str, Kind] = {
    "never_reshared": "outside",
    "hundred_or_more": "outside",
    "size_tail": "outside",
    "structural_virality": "input",
    "depth": "input",
    "first_generation": "input",
    "childless": "input",
    "kernel_refit": "input",
    "kernel_distance": "input",
    "half_life": "outside",
    "hours": "input",
    "threshold": "software",
    "moral_word": "input",
    "timing": "software",
    "sameness": "software",
}


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
    def kind(self) -> Kind:
        """What the row shows."""
        return KINDS[self.code]

    @property
    def holds(self) -> bool:
        """Whether every number of the row lies in its range."""
        return bool(self.measures) and all(measure.is_within for measure in self.measures)
