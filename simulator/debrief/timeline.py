"""What happened when: outrage, decisions, injects, and when each fact was known and said."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.engine.decision import Decision
from simulator.engine.events import DecisionMade, InjectDelivered
from simulator.engine.run import Run


@dataclass(frozen=True)
class FactTimes:
    """The scenario minutes at which a fact was verified, leaked by a third party, told by the organisation.

    None: never. `restricted` facts must not be told.
    """

    fact: str
    verified: int | None
    leaked: int | None
    disclosed: int | None
    restricted: bool = False


def outrage_curve(run: Run) -> tuple[tuple[float, float], ...]:
    """(scenario minute, outrage 0..100), one point a minute."""
    return tuple((float(minute), value / 10) for minute, value in enumerate(run.state.outrage))


def decisions_of(run: Run) -> tuple[Decision, ...]:
    """What was decided, in order."""
    return tuple(event.decision for event in run.events if isinstance(event, DecisionMade))


def injects_of(run: Run) -> tuple[tuple[int, str], ...]:
    """(scenario minute, inject id) of each inject that came, in order."""
    return tuple((event.minute, event.inject) for event in run.events if isinstance(event, InjectDelivered))


def fact_times(run: Run) -> tuple[FactTimes, ...]:
    """The ledger as a timeline, in the scenario's order."""
    return tuple(
        FactTimes(
            fact=fact.id,
            verified=run.state.facts[fact.id].verified,
            leaked=run.state.facts[fact.id].leaked,
            disclosed=run.state.facts[fact.id].disclosed,
            restricted=fact.restricted,
        )
        for fact in run.scenario.facts
    )
