"""The fact ledger as the cell sees it: what is known, since when, and to whom."""

from __future__ import annotations

from simulator.engine.decision import Respond, Verify
from simulator.engine.state import FactState as Ledger
from simulator.play.presenters.fact_marks import (
    others_who_know,
    published_mark,
    verification_done,
    verified_at,
    verified_mark,
)
from simulator.play.presenters.fact_rows import FactRow, FactState
from simulator.play.presenters.responses import cost
from simulator.play.presenters.telling import Telling
from simulator.scenario.facts import Fact


def facts(telling: Telling) -> tuple[FactRow, ...]:
    """One row a fact that the cell can think of by now, in the scenario's order."""
    return tuple(_row(telling, fact, telling.run.state.facts[fact.id]) for fact in conceivable(telling))


def conceivable(telling: Telling) -> list[Fact]:
    """The facts that can be verified by now, or that somebody has told: to name the others would give them away."""
    return [fact for fact in telling.scenario.facts if _is_conceivable(telling, fact)]


def open_questions(telling: Telling) -> tuple[str, ...]:
    """The labels of those that neither the cell has verified nor the public knows."""
    state = telling.run.state.facts
    found = (fact for fact in conceivable(telling) if not state[fact.id].is_known)
    return tuple(fact.label for fact in found if state[fact.id].verified is None)


def _is_conceivable(telling: Telling, fact: Fact) -> bool:
    now = telling.run.state.facts[fact.id]
    opens = fact.verification.opens if fact.verification is not None else telling.scenario.crisis_begins
    return telling.minute >= opens or now.ordered is not None or now.is_known


def facts_summary(telling: Telling) -> str:
    """How many of the facts shown that may be published are ("2 / 5 publiés"), "" while none is shown."""
    open_facts = [telling.run.state.facts[fact.id] for fact in conceivable(telling) if not fact.restricted]
    if not open_facts:
        return ""
    published = sum(fact.disclosed is not None for fact in open_facts)
    return telling.say("play.facts_summary", published=str(published), all=str(len(open_facts)))


def disclosure(telling: Telling, fact_id: str) -> Respond | None:
    """The decision that volunteers a fact, None where the scenario has no message for it."""
    message = telling.run.facts[fact_id].disclosure
    return Respond(telling.minute, response=message.id) if message is not None else None


def _row(telling: Telling, fact: Fact, now: Ledger) -> FactRow:
    volunteer = disclosure(telling, fact.id)
    publish_refusal = telling.refusal(volunteer) if volunteer else telling.say("play.fact_without_message")
    verify_refusal = telling.refusal(Verify(telling.minute, fact=fact.id))
    state = _state(fact, now)
    return FactRow(
        fact_id=fact.id,
        text=_text(telling, fact, now),
        state=state,
        state_text=_state_text(telling, fact, now),
        can_verify=not verify_refusal,
        verify_refusal=verify_refusal,
        verify_cost=_verification(telling, fact) if not verify_refusal else "",
        can_publish=not publish_refusal,
        publish_refusal=publish_refusal,
        publish_cost=cost(telling, fact.disclosure) if fact.disclosure and not publish_refusal else "",
        label=fact.label,
        marks=(verified_mark(telling, fact, now), published_mark(telling, fact, now)),
        fraction=verification_done(telling, fact.id),
        others=others_who_know(telling, fact, now),
    )


def _state(fact: Fact, now: Ledger) -> FactState:
    if now.disclosed is not None:
        return "published"
    if now.leaked is not None:
        return "leaked"
    if fact.restricted:
        return "restricted"
    if now.verified is not None:
        return "verified"
    return "verifying" if now.ordered is not None else "unknown"


def _text(telling: Telling, fact: Fact, now: Ledger) -> str:
    known = now.verified is not None or now.disclosed is not None or now.leaked is not None
    return telling.outcome(fact.id) if known else fact.label


def _state_text(telling: Telling, fact: Fact, now: Ledger) -> str:
    """All that has happened to the fact: *verified* and *published* are two marks."""
    marks = []
    if now.ordered is not None and now.verified is None:
        marks.append(_verifying(telling, fact.id))
    if now.verified is not None:
        known_from_start = now.verified == 0 and now.ordered is None
        code = "play.fact_known" if known_from_start else "play.fact_verified"
        marks.append(telling.say(code, verified_minute=now.verified))
    if now.leaked is not None:
        marks.append(telling.say("play.fact_leaked", leaked_minute=now.leaked))
    if now.disclosed is not None:
        marks.append(telling.say("play.fact_published", disclosed_minute=now.disclosed))
    elif fact.restricted:
        marks.append(telling.say("play.fact_restricted"))
    elif now.verified is not None and now.leaked is None:
        marks.append(telling.say("play.fact_unpublished"))
    return " · ".join(marks) or telling.say("play.fact_unknown")


def _verifying(telling: Telling, fact_id: str) -> str:
    until = verified_at(telling, fact_id)
    if until is None:
        return telling.say("play.fact_queued")
    return telling.say("play.fact_verifying", until_minute=until)


def _verification(telling: Telling, fact: Fact) -> str:
    if fact.verification is None:
        return ""
    return f"{telling.members[fact.verification.by].name} · {telling.times.span(fact.verification.minutes)}"
