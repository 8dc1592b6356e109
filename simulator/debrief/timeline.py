"""What happened when: outrage, decisions, injects, and when each fact was known and said."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.engine.decision import Decision
from simulator.engine.events import DecisionMade, InjectDelivered
from simulator.engine.run import Run
from simulator.scoring.of_run import record_of
from simulator.scoring.transparency.information import window_opens


@dataclass(frozen=True)
class FactTimes:
    """The scenario minutes at which a fact was verified, leaked by a third party, told by the organisation.

    `verifiable` is the first minute of the crisis at which it could have been verified. None: never. `restricted`
    facts must not be told.
    """

    fact: str
    verified: int | None
    leaked: int | None
    disclosed: int | None
    restricted: bool = False
    verifiable: int | None = None

    @property
    def is_known(self) -> bool:
        """Whether the student has learnt by the end what is true."""
        return any(minute is not None for minute in (self.verified, self.leaked, self.disclosed))


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
    record = record_of(run)
    return tuple(
        FactTimes(
            fact=fact.id,
            verified=run.state.facts[fact.id].verified,
            leaked=run.state.facts[fact.id].leaked,
            disclosed=run.state.facts[fact.id].disclosed,
            restricted=fact.restricted,
            verifiable=window_opens(record, graded),
        )
        for fact, graded in zip(run.scenario.facts, record.facts, strict=True)
    )
