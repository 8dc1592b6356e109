"""Constants that describe themselves: value, range, unit, source and meaning in one place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from typing import Any

Number = int | float

DESIGN = "design"
"""The source of a value that no publication gives."""


def constant(
    value: Number, low: Number, high: Number, unit: str, source: str, meaning: str, *, tabulated: bool = False
) -> Any:
    """A dataclass field for one constant; a `tabulated` one changes only together with the committed tables."""
    return field(
        default=value,
        metadata={
            "low": low, "high": high, "unit": unit, "source": source, "meaning": meaning, "tabulated": tabulated
        },
    )  # fmt: skip


@dataclass(frozen=True)
class ParameterRow:
    """One line of the reference page."""

    name: str
    value: Number
    low: Number
    high: Number
    unit: str
    source: str
    meaning: str
    tabulated: bool


@dataclass(frozen=True)
class Described:
    """Base of the sets of constants.

    ValueError, naming the constant, for a value outside its range or one that the committed tables do not hold.
    """

    def __post_init__(self) -> None:
        for row in self.describe():
            if not row.low <= row.value <= row.high:
                raise ValueError(f"{row.name} is {row.value}, outside {row.low}..{row.high} {row.unit}")
            if row.tabulated and row.value != type(self).__dataclass_fields__[row.name].default:
                raise ValueError(f"{row.name} cannot be {row.value}: the committed tables hold another value")

    def describe(self) -> Iterator[ParameterRow]:
        """One row a constant, in the order of the model."""
        for known in fields(self):
            yield ParameterRow(known.name, getattr(self, known.name), **known.metadata)


def as_table(rows: Iterable[ParameterRow]) -> str:
    """The rows as a Markdown table for a reference page; a star marks a tabulated constant."""
    lines = ["| Constant | Value | Range | Unit | Meaning | Source |", "|---|---|---|---|---|---|"]
    for row in rows:
        star = "*" if row.tabulated else ""
        lines.append(
            f"| `{row.name}`{star} | {row.value} | {row.low}–{row.high} | {row.unit} | {row.meaning} | {row.source} |"
        )
    return "\n".join(lines)
