"""The facts of a documented case as a ledger: when each could be known, was, and was made public by others."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.engine.message import PublishedMessage
from simulator.scenario.case import Case, CaseFact
from simulator.scenario.case_calendar import Calendar
from simulator.scenario.case_moment import Moment
from simulator.scoring.of_case.assumptions import Assumptions
from simulator.scoring.record import FactRecord


def ledger(
    case: Case, calendar: Calendar, messages: Sequence[PublishedMessage], assumed: Assumptions
) -> tuple[FactRecord, ...]:
    """A record for each fact.

    When a fact could be verified is, where that is not given, when it was verified or leaked, else when it was first
    told rightly. When it was verified is, where not given, when it was told rightly, but not before it could be: so
    nobody is called a liar for what is not known. To tell is to tell anybody: who tells its staff the truth knows it.
    """
    records = [_record(fact, calendar, messages) for fact in case.facts]
    counted = [
        (fact, record) for fact, record in zip(case.facts, records, strict=True) if fact.weight and not fact.restricted
    ]
    guessed = [(fact, record) for fact, record in counted if fact.verifiable is None]
    assumed.counted("case.verifiable_unknown", (record.verifiable is not None for _, record in guessed))
    assumed.counted("case.fact_never_known", (record.verifiable is None for _, record in guessed))
    assumed.counted("case.verified_unknown", (fact.verified is None and r.verified is not None for fact, r in counted))
    return tuple(records)


def _record(fact: CaseFact, calendar: Calendar, messages: Sequence[PublishedMessage]) -> FactRecord:
    told = min((one.minute for one in messages if _tells(one, fact)), default=None)
    verified, leaked = _minute(fact.verified, calendar), _minute(fact.leaked, calendar)
    verifiable = _minute(fact.verifiable, calendar)
    if verifiable is None:
        known = [minute for minute in (verified, leaked) if minute is not None]
        if verified is None and told is not None:
            known.append(told)
        verifiable = min(known, default=None)
    if verified is None and told is not None and verifiable is not None:
        verified = max(told, verifiable)
    return FactRecord(
        id=fact.id,
        weight=fact.weight,
        outcome=fact.outcome,
        restricted=fact.restricted,
        settles_responsibility=fact.settles_responsibility,
        verifiable=verifiable,
        verified=verified,
        leaked=leaked,
    )


def _tells(message: PublishedMessage, fact: CaseFact) -> bool:
    """Whether somebody, the public or not, could read in it what is true of the fact."""
    claims = [claim for claim in message.tags.claims if claim.fact == fact.id and not claim.precaution]
    says = fact.id in message.tags.discloses or bool(claims)
    return says and all(claim.says == fact.outcome for claim in claims)


def _minute(moment: Moment | None, calendar: Calendar) -> int | None:
    return None if moment is None else calendar.minute(moment)
