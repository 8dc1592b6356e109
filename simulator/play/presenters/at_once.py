"""What is told at once of a decision that nobody can work on yet, or that needs no work."""

from __future__ import annotations

from simulator.engine import events as happened
from simulator.engine.decision import Decision, PrepareHolding, Respond, Verify
from simulator.engine.events import Work
from simulator.engine.message import PublishedMessage
from simulator.play.presenters.choices import in_brief
from simulator.play.presenters.tasks import task_name
from simulator.play.presenters.telling import Telling


def told_at_once(telling: Telling, place: int, decision: Decision) -> str:
    """The sentence for the `decision` logged at `place`; empty where what follows in its minute tells it."""
    following = [event for event in telling.run.events[place + 1 :] if event.minute == decision.minute]
    if isinstance(decision, Respond):
        response = telling.run.offers[decision.response].response
        if not response.preparation:
            recorded = any(isinstance(event, happened.WatchRecorded) for event in following)
            if response.channel is not None or recorded:
                return ""
            return telling.say("play.notice_measure", said=in_brief(telling, decision.response))
    task = _task(telling, place, decision)
    if task is None or any(isinstance(event, happened.WorkStarted) and event.task == task[1] for event in following):
        return ""
    work, key = task
    before = _busy_with(telling, place, work, decision.minute)
    subject = task_name(telling, key)
    return telling.say("play.notice_queued", subject=subject, before=before) if before else ""


def contradicted(telling: Telling, message: PublishedMessage) -> int | None:
    """The minute of the public message that `message` contradicts without announcing it, None if there is none."""
    if not message.is_public:
        return None
    last: dict[str, PublishedMessage] = {}
    for earlier in telling.run.state.messages[: message.serial - 1]:
        if earlier.is_public:
            last |= {claim.fact: earlier for claim in earlier.tags.claims if not claim.precaution}
    for claim in message.tags.claims:
        before = last.get(claim.fact)
        if before is None or claim.precaution or claim.fact in message.tags.corrects:
            continue
        if any(said.fact == claim.fact and said.says != claim.says for said in before.tags.claims):
            return before.minute
    return None


def _task(telling: Telling, place: int, decision: Decision) -> tuple[Work, str] | None:
    match decision:
        case Respond():
            decided = telling.run.events[: place + 1]
            made = (event for event in decided if isinstance(event, happened.DecisionMade))
            return "writing", f"message:{sum(isinstance(event.decision, Respond) for event in made)}"
        case Verify(fact=fact):
            return "verification", f"verify:{fact}"
        case PrepareHolding():
            return "writing", "holding"
    return None


def _busy_with(telling: Telling, place: int, work: Work, minute: int) -> str:
    """What the people who do `work` were at, empty if nothing."""
    for event in reversed(telling.run.events[:place]):
        if isinstance(event, happened.WorkStarted) and event.work == work and event.until > minute:
            return task_name(telling, event.task)
    return ""
