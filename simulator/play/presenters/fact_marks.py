"""The two marks of a fact on the board, and who else could tell it."""

from __future__ import annotations

from simulator.engine.state import FactState as Ledger
from simulator.play.presenters.audience import segment_name
from simulator.play.presenters.fact_rows import FactMark
from simulator.play.presenters.telling import Telling
from simulator.scenario.facts import Fact


def verified_mark(telling: Telling, fact: Fact, now: Ledger) -> FactMark:
    """Whether the cell knows it for sure, or who is finding out until when."""
    if now.verified is not None:
        if now.verified == 0 and now.ordered is None:
            return FactMark(telling.say("play.mark_known"), "done")
        return FactMark(telling.say("play.mark_verified", verified_minute=now.verified), "done")
    if now.ordered is None:
        return FactMark(telling.say("play.mark_unverified"))
    until = verified_at(telling, fact.id)
    if until is None:
        return FactMark(telling.say("play.mark_queued", number=_place(telling, fact.id)), "progress")
    who = "" if fact.verification is None else telling.members[fact.verification.by].name
    return FactMark(telling.say("play.mark_verifying", name=who, until_minute=until), "progress")


def published_mark(telling: Telling, fact: Fact, now: Ledger) -> FactMark:
    """Whether the public knows it: told, told by others first, kept back since when, or confidential."""
    if now.leaked is not None and (now.disclosed is None or now.leaked <= now.disclosed):
        if now.disclosed is None:
            return FactMark(telling.say("play.mark_leaked", leaked_minute=now.leaked), "bad")
        arguments = {"leaked_minute": now.leaked, "disclosed_minute": now.disclosed}
        return FactMark(telling.say("play.mark_told_after", **arguments), "bad")
    if now.disclosed is not None:
        return FactMark(telling.say("play.mark_published", disclosed_minute=now.disclosed), "done")
    if fact.restricted:
        return FactMark(telling.say("play.mark_restricted"), "locked")
    if fact.disclosure is not None and telling.run.messages.is_in_preparation(fact.disclosure.id):
        return FactMark(telling.say("play.mark_on_its_way"), "progress")
    if now.verified:
        return FactMark(telling.say("play.mark_held", held_span=telling.minute - now.verified), "held")
    return FactMark(telling.say("play.mark_unpublished"))


def others_who_know(telling: Telling, fact: Fact, now: Ledger) -> str:
    """Which publics could tell the fact first, as one would guess; "" once it is known, or where none can."""
    if now.is_known or fact.restricted:
        return ""
    segments = dict.fromkeys(telling.personas[leak.by].segment for leak in fact.leaks)
    if not segments:
        return ""
    names = (segment_name(segment, telling.scenario.audience, telling.phrases) for segment in segments)
    return telling.say("play.fact_others", who=", ".join(name[0].lower() + name[1:] for name in names))


def verified_at(telling: Telling, fact_id: str) -> int | None:
    """The minute at which the verification that goes on will be done, None where it has not begun."""
    running = telling.run.state.benches["verification"].running
    return next((end for task, end in running if task.key == f"verify:{fact_id}"), None)


def verification_done(telling: Telling, fact_id: str) -> float:
    """How much of the verification that goes on is done, 0..1."""
    for task, end in telling.run.state.benches["verification"].running:
        if task.key == f"verify:{fact_id}":
            return 1.0 - (end - telling.minute) / max(task.minutes, 1)
    return 0.0


def _place(telling: Telling, fact_id: str) -> int:
    waiting = [task.key for task in telling.run.state.benches["verification"].waiting]
    return waiting.index(f"verify:{fact_id}") + 1
