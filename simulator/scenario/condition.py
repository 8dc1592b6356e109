"""When something may happen: conditions on the state of a run."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from simulator.scenario.base import Id, Minute, Model, Percent

FactStateName = Literal["unknown", "verified", "published", "leaked", "known"]
"""`verified`: by the cell; `known`: to the public, published or leaked."""

TESTS = (
    "outrage_above",
    "outrage_below",
    "reach_above",
    "fact",
    "chosen",
    "not_chosen",
    "answered",
    "unanswered",
    "said",
    "sent",
    "done",
    "not_done",
    "after",
    "every",
    "some",
    "none",
)


class FactTest(Model):
    """The fact `id` is in the state `state`; with `outcome`, only where that outcome is the true one."""

    id: Id
    state: FactStateName
    outcome: Id | None = None


class Condition(Model):
    """Exactly one test. `every`, `some` and `none` combine others.

    `outrage_above` and `outrage_below` are of 0..100; `reach_above` is a number of people;
    `chosen`/`not_chosen` name a response (published or done); `done`/`not_done` a standing action;
    `answered`/`unanswered` an inject, met by any action or not met when its deadline came;
    `said` names a wording of the holding statement that was published; `sent` a scheduled post that went out.
    """

    outrage_above: Percent | None = None
    outrage_below: Percent | None = None
    reach_above: int | None = Field(default=None, ge=0)
    fact: FactTest | None = None
    chosen: Id | None = None
    not_chosen: Id | None = None
    answered: Id | None = None
    unanswered: Id | None = None
    said: Id | None = None
    sent: Id | None = None
    done: Literal["alert", "holding", "watch"] | None = None
    not_done: Literal["alert", "holding", "watch"] | None = None
    after: Minute | None = None
    every: tuple[Condition, ...] | None = None
    some: tuple[Condition, ...] | None = None
    none: tuple[Condition, ...] | None = None

    @model_validator(mode="after")
    def _one_test(self) -> Self:
        if sum(getattr(self, name) is not None for name in TESTS) != 1:
            raise PydanticCustomError("one_test", "a condition holds exactly one test")
        return self
