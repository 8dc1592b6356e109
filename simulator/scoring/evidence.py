"""Why points were won or lost: findings of one criterion, and the rows of a score card."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import fsum
from typing import Literal

from simulator.locale import Message

Dimension = Literal["reactivity", "transparency", "tone", "overall"]

SubjectKind = Literal["message", "inject", "fact", "question", "acknowledgement", "signal", "scheduled", "component"]


@dataclass(frozen=True)
class Subject:
    """What a row is about: a message by its serial, the others by their id in the scenario."""

    kind: SubjectKind
    id: str


@dataclass(frozen=True)
class Finding:
    """One thing that a criterion saw: `earned` of `possible`, both shares of the whole criterion (0..1).

    `minute` is when it was earned or lost. Arguments of `message` named `*_minute` are scenario minutes and those
    named `*_span` minutes of duration; those named like a SubjectKind hold ids, and those named `*_version` outcomes of
    the `fact`: a front end words all of them.
    """

    earned: float
    possible: float
    message: Message
    minute: int | None = None
    subject: Subject | None = None


@dataclass(frozen=True)
class Evidence:
    """A row of the score card: points `earned` of `possible` in a dimension; caps and penalties have 0 possible.

    `rule` is an id of `simulator.scoring.rules`, `source` the paper behind it; `minute`, `subject` and `message` are
    those of a Finding. The `earned` of a dimension's rows add up to its score.
    """

    minute: int | None
    dimension: Dimension
    rule: str
    subject: Subject | None
    earned: float
    possible: float
    message: Message
    source: str | None

    @property
    def lost(self) -> float:
        """Points that this row cost."""
        return self.possible - self.earned


def total(evidence: Iterable[Evidence]) -> float:
    """The sum of what the rows earned, exact to the last bit whatever their order."""
    return fsum(row.earned for row in evidence)
