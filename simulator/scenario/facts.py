"""The fact ledger: what is true, who can verify it, who may leak it."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from simulator.scenario.base import Id, Minute, Model, Percent, Span, Text
from simulator.scenario.response import Response


class Outcome(Model):
    """One thing that may be true of a fact; `truth` names the drawn truth under which it is (none: always)."""

    id: Id
    text: Text
    truth: Id | None = None


class Verification(Model):
    """`by` (a member of the cell) needs `minutes`, and cannot begin before `opens`."""

    by: Id
    minutes: Annotated[Span, Field(ge=1)]
    opens: Minute = 0


class Leak(Model):
    """`by` (a persona) makes the fact public in a minute drawn in `between`, in `chance` of 100 seeds."""

    by: Id
    channel: Id
    between: tuple[Minute, Minute]
    chance: Percent = 100
    text: Text
    seeds: Annotated[int, Field(ge=0, le=500)] = 12

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.between[0] > self.between[1]:
            raise PydanticCustomError("backwards", "ends before it begins")
        return self


class Fact(Model):
    """A line of the ledger. Of its outcomes, the first that fits the drawn truth is the true one.

    `weight` counts in transparency. A `restricted` fact (personal data...) must never be published.
    `settles_responsibility`: until it can be verified, nobody can say whose fault it is.
    `disclosure` is the message by which the cell volunteers it.
    """

    id: Id
    label: Text
    outcomes: Annotated[tuple[Outcome, ...], Field(min_length=1)]
    weight: Annotated[int, Field(ge=0, le=5)] = 1
    restricted: bool = False
    settles_responsibility: bool = False
    verification: Verification | None = None
    leaks: tuple[Leak, ...] = ()
    disclosure: Response | None = None
