"""T.I: the fact ledger, what was known against what was said."""

from __future__ import annotations

from simulator.engine.message import PublishedMessage
from simulator.locale import Message
from simulator.scoring.clock import cadence
from simulator.scoring.evidence import Finding, Subject
from simulator.scoring.reading import asserted, is_leaked, originals
from simulator.scoring.record import FactRecord, Record

AFTER_A_LEAK = 0.25
"""What telling a fact is still worth once somebody else has told it."""

AT_LEAST = 0.5
"""What volunteering a fact is worth however late, as long as one says it first."""


def window_opens(record: Record, fact: FactRecord) -> int | None:
    """The minute from which the fact could be told: verifiable, and the crisis begun; None: never."""
    known = [minute for minute in (fact.verifiable, fact.verified) if minute is not None]
    return max(min(known), record.begins) if known else None


def volunteering(record: Record, age: int) -> float:
    """1 within C of the window's opening, falling linearly to a half over the next 2C, `age` in minutes."""
    late = max(age - cadence(record), 0)
    return max(1.0 - late / (4 * cadence(record)), AT_LEAST)


def information(record: Record) -> tuple[Finding, ...] | None:
    """A finding for each unrestricted fact that could be verified before the end, by weight.

    The clock starts when the fact could be verified, asked for or not: not checking is no excuse. What is told before
    it is verified counts from the verification on; after a leak a quarter is left. None where no fact counts.
    """
    owed = [(fact, opens) for fact in record.facts if (opens := _owed_from(record, fact)) is not None]
    whole = sum(fact.weight for fact, _ in owed)
    if not owed:
        return None
    return tuple(_judged(record, fact, opens, fact.weight / whole) for fact, opens in owed)


def _owed_from(record: Record, fact: FactRecord) -> int | None:
    opens = window_opens(record, fact)
    if fact.restricted or fact.weight == 0 or opens is None or opens > record.ends:
        return None
    return opens


def _judged(record: Record, fact: FactRecord, opens: int, share: float) -> Finding:
    subject = Subject("fact", fact.id)
    arguments: dict[str, object] = {"fact": fact.id, "known_minute": opens}
    published, counted = _published(record, fact), _told(record, fact)
    if published is None or counted is None:
        if fact.leaked is not None:
            arguments["leak_minute"] = fact.leaked
            return Finding(0.0, share, Message("scoring.fact_left_to_others", arguments), fact.leaked, subject)
        lost_at = min(opens + cadence(record), record.ends)
        guessed = Message("scoring.fact_guessed", {**arguments, "message_minute": published})
        sentence = Message("scoring.fact_untold", arguments) if published is None else guessed
        return Finding(0.0, share, sentence, lost_at, subject)
    arguments["message_minute"] = published
    if is_leaked(fact, counted):
        arguments["leak_minute"] = fact.leaked
        before = published < counted
        sentence = Message("scoring.fact_before_proof" if before else "scoring.fact_after_leak", arguments)
        return Finding(AFTER_A_LEAK * share, share, sentence, fact.leaked, subject)
    value = volunteering(record, counted - opens)
    arguments |= {"delay_span": max(counted - opens, 0), "counted_minute": counted}
    if published < counted:
        return Finding(value * share, share, Message("scoring.fact_told_unsure", arguments), counted, subject)
    sentence = Message("scoring.fact_told_first" if value == 1.0 else "scoring.fact_told_late", arguments)
    return Finding(value * share, share, sentence, counted, subject)


def _told(record: Record, fact: FactRecord) -> int | None:
    """The minute from which the fact counts as told with support."""
    supported = min((minute for minute in (fact.verified, fact.leaked) if minute is not None), default=None)
    published = _published(record, fact)
    if supported is None or published is None:
        return None
    return max(published, supported)


def _published(record: Record, fact: FactRecord) -> int | None:
    return min((message.minute for message in originals(record) if _tells(message, fact)), default=None)


def _tells(message: PublishedMessage, fact: FactRecord) -> bool:
    return message.is_public and fact.id in message.tags.discloses and asserted(message, fact) == fact.outcome
