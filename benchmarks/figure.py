"""What a benchmark says: one measured number and, if there is one, the goal beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """`most` or `least` is the goal's bound; a figure without a goal explains another."""

    name: str
    value: float
    unit: str
    most: float | None = None
    least: float | None = None

    @property
    def goal(self) -> str | None:
        """The goal in words."""
        if self.most is not None:
            return f"at most {self.most:g} {self.unit}".strip()
        return None if self.least is None else f"at least {self.least:g} {self.unit}".strip()

    @property
    def met(self) -> bool | None:
        """Whether the goal is met; None without a goal."""
        if self.most is not None:
            return self.value <= self.most
        return None if self.least is None else self.value >= self.least

    def as_object(self) -> dict[str, object]:
        """What `--json` gives."""
        return {
            "name": self.name,
            "value": round(self.value, 6),
            "unit": self.unit,
            "goal": self.goal,
            "met": self.met,
        }

    def as_line(self) -> str:
        """What is printed."""
        value = f"{self.value:,.0f}" if abs(self.value) >= 1000 else f"{self.value:.3g}"
        verdict = "" if self.goal is None else f"   {self.goal}: {'met' if self.met else 'NOT MET'}"
        return f"  {self.name:<52} {value:>12} {self.unit:<14}{verdict}"


Tell = Callable[[Figure], None]
"""Takes a figure as soon as it is measured."""
