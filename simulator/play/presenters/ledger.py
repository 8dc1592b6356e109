"""What was known when, and when it was said: the fact ledger looked back on."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.debrief.timeline import FactTimes, fact_times
from simulator.play.presenters.hindsight import FactTimeRow
from simulator.play.presenters.telling import Telling

_TARRIED = 10
"""Minutes from which it is worth saying that a fact could have been verified before."""


def fact_rows(telling: Telling) -> tuple[FactTimeRow, ...]:
    """Every fact with its minutes; what the student never learnt, and what must stay confidential, by its label."""
    return tuple(_row(telling, fact) for fact in fact_times(telling.run))


def _row(telling: Telling, fact: FactTimes) -> FactTimeRow:
    def clock(minute: int | None) -> str:
        return "" if minute is None else telling.times.clock(minute)

    told = fact.is_known and not fact.restricted
    return FactTimeRow(
        text=telling.outcome(fact.fact) if told else telling.facts[fact.fact].label,
        verified=clock(fact.verified),
        published=clock(fact.disclosed),
        leaked=clock(fact.leaked),
        verifiable_minute=None if fact.restricted else fact.verifiable,
        verified_minute=fact.verified,
        published_minute=fact.disclosed,
        leaked_minute=fact.leaked,
        sentence=_restricted(telling, fact) if fact.restricted else _sentence(telling, fact),
    )


def _restricted(telling: Telling, fact: FactTimes) -> str:
    if fact.disclosed is not None:
        return telling.say("play.ledger_restricted_told", told_minute=fact.disclosed)
    if fact.leaked is not None:
        return telling.say("play.ledger_restricted_leaked", leaked_minute=fact.leaked)
    return telling.say("play.ledger_restricted_kept")


def _sentence(telling: Telling, fact: FactTimes) -> str:
    story = _capital(_story(telling, fact))
    if not fact.belied:
        return story
    return telling.say("play.ledger_belied", story=story, hours=_capital(_hours(telling, fact.belied)))


def _story(telling: Telling, fact: FactTimes) -> str:
    if fact.disclosed is None:
        return _untold(telling, fact)
    told = {"told_minute": fact.disclosed}
    if fact.leaked is not None and fact.leaked <= fact.disclosed:
        return _after_leak(telling, fact, fact.disclosed, fact.leaked)
    if fact.verified is None:
        hours = _hours(telling, sorted({*fact.asserted, fact.disclosed}))
        if fact.verifiable is None:
            return telling.say("play.ledger_never_verified", hours=hours)
        return telling.say("play.ledger_unchecked", hours=hours, verifiable_minute=fact.verifiable)
    if fact.verified > fact.disclosed:
        before = sorted(minute for minute in {*fact.asserted, fact.disclosed} if minute < fact.verified)
        return telling.say("play.ledger_unverified", known=_known(telling, fact), hours=_hours(telling, before))
    waited = fact.disclosed - _since(telling, fact)
    if waited <= 0:
        return telling.say("play.ledger_at_once", known=_known(telling, fact), **told)
    if fact.late:
        return telling.say("play.ledger_first_late", known=_known(telling, fact), **told)
    return telling.say("play.ledger_first", known=_known(telling, fact), waited_span=waited, **told)


def _after_leak(telling: Telling, fact: FactTimes, told: int, leaked: int) -> str:
    known = _known(telling, fact)
    waited = told - _since(telling, fact)
    if fact.verified is None or fact.verified > leaked or waited <= 0:
        return telling.say("play.ledger_after_leak", known=known, told_minute=told, leaked_minute=leaked)
    return telling.say("play.ledger_overtaken", known=known, told_minute=told, leaked_minute=leaked, waited_span=waited)


def _untold(telling: Telling, fact: FactTimes) -> str:
    known = _known(telling, fact)
    if fact.leaked is not None:
        return telling.say("play.ledger_left_to_others", known=known, leaked_minute=fact.leaked)
    if fact.verified is None and (fact.verifiable is None or fact.verifiable > telling.minute):
        return telling.say("play.ledger_unreached" if telling.run.state.abandoned else "play.ledger_unknowable")
    return telling.say("play.ledger_untold", known=known)


def _hours(telling: Telling, minutes: Sequence[int]) -> str:
    """`à 13 h 45`, `à 13 h 45 et à 14 h 34`, `à 13 h 45, à 14 h 02 et à 14 h 34`."""
    hours = list(dict.fromkeys(telling.say("play.at_hour", told_minute=minute) for minute in minutes))
    listed = hours.pop()
    if hours:
        listed = telling.say("scoring.list_last", one=hours.pop(), other=listed)
    for hour in reversed(hours):
        listed = telling.say("scoring.list_more", one=hour, others=listed)
    return listed


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _since(telling: Telling, fact: FactTimes) -> int:
    """The minute from which a verified fact could be told: nothing is late before the crisis begins."""
    return max(fact.verified or 0, telling.scenario.crisis_begins)


def _known(telling: Telling, fact: FactTimes) -> str:
    """`vérifié à 14 h 05`, and whether it could have been before."""
    if fact.verified is not None:
        if fact.verified == 0:
            return telling.say("play.ledger_known_before")
        if fact.verifiable is not None and fact.verified - fact.verifiable >= _TARRIED:
            minutes = {"verified_minute": fact.verified, "verifiable_minute": fact.verifiable}
            return telling.say("play.ledger_verified_late", **minutes)
        return telling.say("play.ledger_verified", verified_minute=fact.verified)
    if fact.verifiable is not None:
        return telling.say("play.ledger_verifiable", verifiable_minute=fact.verifiable)
    return telling.say("play.ledger_unverifiable")
