"""What happened when: outrage, decisions, injects, and when each fact was known and said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.engine.decision import Decision
from simulator.engine.events import DecisionMade, InjectDelivered
from simulator.engine.run import Run
from simulator.engine.state import FactState
from simulator.scoring.clock import cadence
from simulator.scoring.of_run import record_of
from simulator.scoring.reading import assertions
from simulator.scoring.record import FactRecord, Record
from simulator.scoring.transparency.information import window_opens
from simulator.scoring.transparency.publications import restricted_published


@dataclass(frozen=True)
class FactTimes:
    """The scenario minutes at which a fact was verified, leaked by a third party, told by the organisation.

    `verifiable` is the first minute of the crisis at which it could have been verified. None: never. `restricted`
    facts must not be told: what is stated of them in public, true or false, tells them. `belied` is each time something
    false was asserted of the fact, `asserted` each time the truth was, in public. `late` is whether it was told later
    than people should wait for news.
    """

    fact: str
    verified: int | None
    leaked: int | None
    disclosed: int | None
    restricted: bool = False
    verifiable: int | None = None
    late: bool = False
    belied: tuple[int, ...] = ()
    asserted: tuple[int, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether the student has learnt by the end what is true."""
        return any(minute is not None for minute in (self.verified, self.leaked, self.disclosed))


@dataclass(frozen=True)
class Peak:
    """The highest outrage of a curve, thousandths, and the first scenario minute at which it stood there."""

    minute: int
    value: int


def peak_of(outrage: Sequence[int]) -> Peak:
    """The peak of a curve of thousandths, one entry a minute; nothing at minute 0 of an empty one."""
    value = max(outrage, default=0)
    return Peak(outrage.index(value) if outrage else 0, value)


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
    published = {fact.id: message.minute for fact, message in restricted_published(record)}
    return tuple(_times(run.state.facts[fact.id], fact, record, published.get(fact.id)) for fact in record.facts)


def _times(state: FactState, fact: FactRecord, record: Record, published: int | None) -> FactTimes:
    stated = tuple(assertions(record, fact))
    verifiable, told = window_opens(record, fact), published if fact.restricted else state.disclosed
    return FactTimes(
        fact=fact.id,
        verified=state.verified,
        leaked=state.leaked,
        disclosed=told,
        restricted=fact.restricted,
        verifiable=verifiable,
        late=told is not None and verifiable is not None and told - verifiable > cadence(record),
        belied=tuple(message.minute for message, says in stated if says != fact.outcome),
        asserted=tuple(message.minute for message, says in stated if says == fact.outcome and message.is_public),
    )
