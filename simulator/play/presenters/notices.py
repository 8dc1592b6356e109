"""What has just happened, one sentence each: every decision has its visible consequence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from simulator.engine import events as happened
from simulator.engine.actions import FALSE_ALARM_MINUTES
from simulator.engine.message import PublishedMessage
from simulator.locale import Message
from simulator.play.presenters.at_once import contradicted, told_at_once
from simulator.play.presenters.gauge import outrage_at, signed, trust_at
from simulator.play.presenters.header import STAGE_CODES
from simulator.play.presenters.rows import NoticeRow, NoticeTone
from simulator.play.presenters.tasks import offer_name, task_name
from simulator.play.presenters.telling import Telling, ToldEvent
from simulator.play.presenters.typography import excerpt
from simulator.play.presenters.watching import watch_subject
from simulator.scenario.base import StageId
from simulator.scenario.story import Inject

ECHO_MINUTES = 10
"""How long after a message its effect is told."""
SHOWN = 40

NEWS_EXCERPT = 180
"""Of news, which nobody answers and which the notice alone brings before the eyes."""

_PLACES = 3
"""Places between two events: a remark stands before the next one, a second sentence after its own."""

Said = tuple[NoticeTone, str]


@dataclass(frozen=True)
class Remark:
    """What the play itself tells at `minute`, when `after` events had happened: no part of the run."""

    minute: int
    after: int
    message: Message
    tone: NoticeTone = "neutral"


def notices(telling: Telling, remarks: Sequence[Remark] = ()) -> tuple[NoticeRow, ...]:
    """The latest notices, oldest first; a serial never changes, and a new notice has a higher one."""
    noted = ((one.minute, 1, _PLACES * one.after - 1, (one.tone, telling.times.say(one.message))) for one in remarks)
    dated = sorted([*_echoes(telling), *_told(telling), *noted], key=lambda entry: entry[:3])
    rows = [
        NoticeRow(serial, text, telling.times.clock(minute), tone)
        for serial, (minute, _, _, (tone, text)) in enumerate(dated, 1)
    ]
    return tuple(rows[-SHOWN:])


def _told(telling: Telling) -> Iterator[ToldEvent]:
    """What is told of every event; those of minutes gone by are worded once, for nothing joins them any more."""
    for settled in telling.told:
        yield from settled
    for place in range(len(telling.told), len(telling.run.events)):
        told = tuple(_told_of(telling, telling.run.events[place], place))
        if telling.run.events[place].minute < telling.minute:
            telling.told.append(told)
        yield from told


def _told_of(telling: Telling, event: happened.Event, place: int) -> Iterator[ToldEvent]:
    said = _event(telling, event, place)
    if said is not None:
        yield event.minute, 1, _PLACES * place, said
    if isinstance(event, happened.MessagePublished):
        before = contradicted(telling, event.message)
        if before is not None:
            text = telling.say("play.notice_contradiction", said_minute=before)
            yield event.minute, 1, _PLACES * place + 1, ("bad", text)


def _echoes(telling: Telling) -> Iterator[ToldEvent]:
    """What outrage and trust have become some minutes after each public message."""
    state, audience = telling.run.state, telling.scenario.audience
    for message in state.messages:
        minute = message.minute + ECHO_MINUTES
        if minute <= telling.minute and message.is_public:
            outrage = outrage_at(state, minute) - outrage_at(state, message.minute)
            trust = trust_at(state, audience, minute) - trust_at(state, audience, message.minute)
            text = telling.say(
                "play.notice_echo",
                echo_span=ECHO_MINUTES,
                subject=offer_name(telling, message.signature[0]),
                outrage=_change(telling, outrage),
                trust=_change(telling, trust),
            )
            yield minute, 0, message.serial, ("good" if outrage < 0 <= trust else "neutral", text)


def _change(telling: Telling, points: int) -> str:
    """By how much, in a word where it is nothing: "0" would read as what there is."""
    return signed(points) if points else telling.say("play.unchanged")


def _event(telling: Telling, event: happened.Event, place: int) -> Said | None:
    if isinstance(event, happened.DecisionMade):
        text = told_at_once(telling, place, event.decision)
        return ("neutral", text) if text else None
    return _of_the_world(telling, event) or _of_the_cell(telling, event)


def _of_the_world(telling: Telling, event: happened.Event) -> Said | None:
    match event:
        case happened.StageEntered(minute=minute, stage=stage) if minute > 0:
            return "news", telling.say("play.notice_stage", stage=telling.say(STAGE_CODES[cast(StageId, stage)]))
        case happened.InjectDelivered(inject=inject):
            return "news", _delivered(telling, telling.injects[inject])
        case happened.DeadlinePassed(inject=inject):
            return "bad", telling.say("play.notice_deadline", title=telling.injects[inject].title)
        case happened.FactLeaked(fact=fact, by=by):
            sender = telling.personas[by].name
            return "bad", telling.say("play.notice_leaked", sender=sender, fact=telling.outcome(fact))
        case happened.ClaimDisproved(fact=fact):
            return "bad", telling.say("play.notice_disproved", fact=telling.outcome(fact))
        case happened.PostSent(post=post, harmful=harmful):
            hurts = harmful and event.minute >= telling.scenario.crisis_begins
            code = "play.notice_post_hurts" if hurts else "play.notice_post_sent"
            return "bad" if hurts else "neutral", telling.say(code, post=excerpt(telling.scheduled[post].text))
        case happened.ThresholdCrossed(threshold=threshold):
            return "bad", telling.say("play.notice_threshold", threshold=str(threshold))
        case happened.PromiseDue(due=due):
            return "bad", telling.say("play.notice_promise", due_minute=due)
        case happened.RunEnded(abandoned=abandoned):
            return "news", telling.say("play.notice_abandoned" if abandoned else "play.notice_ended")
    return None


def _delivered(telling: Telling, inject: Inject) -> str:
    sender = telling.personas[inject.sender].name
    if inject.kind == "news":
        return telling.say("play.notice_news", sender=sender, text=excerpt(inject.text, NEWS_EXCERPT))
    if inject.title.startswith(sender):
        return telling.say("play.notice_titled", title=inject.title)
    return telling.say("play.notice_inject", sender=sender, title=inject.title)


def _of_the_cell(telling: Telling, event: happened.Event) -> Said | None:
    match event:
        case happened.WorkStarted(work=work, task=task, until=until) if until > event.minute:
            return _work(telling, work, task, until)
        case happened.MessagePublished(message=message) if not _volunteers(telling, message):
            code = "play.notice_published" if message.is_public else "play.notice_sent"
            return "good", telling.say(code, subject=offer_name(telling, message.signature[0]))
        case happened.WorkMoved(task=task):
            return "neutral", telling.say("play.notice_moved", subject=task_name(telling, task))
        case happened.WorkWithdrawn(response=response):
            return "neutral", telling.say("play.notice_withdrawn", subject=offer_name(telling, response))
        case happened.HoldingReady():
            return "good", telling.say("play.notice_holding_ready")
        case happened.FactVerified(fact=fact):
            return "good", telling.say("play.notice_verified", fact=telling.outcome(fact))
        case happened.FactDisclosed(fact=fact):
            return "good", telling.say("play.notice_disclosed", fact=telling.facts[fact].label)
        case happened.FeedSearched():
            return "neutral", telling.say("play.notice_searched")
        case happened.CellAlerted(signal=signal, genuine=genuine):
            return _alert(telling, signal, genuine, event.minute)
        case happened.PostReviewed(post=post, keep=keep):
            code = "play.notice_kept" if keep else "play.notice_suspended"
            return "neutral", telling.say(code, post=excerpt(telling.scheduled[post].text))
        case happened.SpokespersonChosen(member=member):
            return "neutral", telling.say("play.notice_spokesperson", name=telling.members[member].name)
        case happened.WatchRecorded(inject=inject, threshold=threshold):
            subject = watch_subject(telling, inject)
            return "neutral", telling.say("play.notice_watch", subject=subject, threshold=str(threshold))
    return None


def _volunteers(telling: Telling, message: PublishedMessage) -> bool:
    """Whether a message only makes a fact public: that is told as such."""
    offer = telling.offers.get(message.signature[0])
    return offer is not None and offer.origin == "disclosure"


def _work(telling: Telling, work: happened.Work, key: str, until: int) -> Said:
    codes: dict[happened.Work, str] = {
        "writing": "play.notice_writing",
        "legal": "play.notice_legal",
        "verification": "play.notice_verifying",
    }
    return "neutral", telling.say(codes[work], subject=task_name(telling, key), until_minute=until)


def _alert(telling: Telling, signal: str | None, genuine: bool, minute: int) -> Said:
    if signal is None:
        return "good", telling.say("play.notice_alerted")
    why = telling.signals[signal].why
    if genuine:
        return "good", telling.say("play.notice_alerted_signal", why=why)
    return "bad", telling.say("play.notice_false_alarm", why=why, until_minute=minute + FALSE_ALARM_MINUTES)
