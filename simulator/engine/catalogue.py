"""Where each response of a scenario stands: to an inject, with a fact, or among the standing actions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from simulator.engine.conditions import Test, test_of
from simulator.scenario.model import Scenario
from simulator.scenario.response import Response

Origin = Literal["inject", "disclosure", "reply", "authority", "employees", "correction"]


@dataclass(frozen=True)
class Offer:
    """A response and what it belongs to: `subject` is the inject's or the fact's id, empty for a standing one."""

    response: Response
    origin: Origin
    subject: str = ""

    @cached_property
    def tests(self) -> tuple[Test, ...]:
        """What it requires, ready to be asked of a run's state."""
        return tuple(test_of(condition) for condition in self.response.requires)


def offers(scenario: Scenario) -> dict[str, Offer]:
    """Every response of the scenario by its id."""
    return {offer.response.id: offer for offer in _all(scenario)}


def _all(scenario: Scenario) -> Iterator[Offer]:
    for inject in scenario.injects:
        for response in inject.responses:
            yield Offer(response, "inject", inject.id)
    for fact in scenario.facts:
        if fact.disclosure is not None:
            yield Offer(fact.disclosure, "disclosure", fact.id)
    standing = scenario.standing
    groups: tuple[tuple[Origin, tuple[Response, ...]], ...] = (
        ("reply", standing.replies),
        ("authority", standing.authority),
        ("employees", standing.employees),
        ("correction", standing.corrections),
    )
    for origin, responses in groups:
        for response in responses:
            yield Offer(response, origin)
