"""A play shown to the class minute by minute: what was seen then, and what was decided once it is asked for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from simulator.classroom.plays.reliving import Relived, at_minute, replay_of
from simulator.classroom.views.archive import Source, telling_of
from simulator.debrief.timeline import outrage_curve
from simulator.engine.decision import Decision, Respond, Watch
from simulator.engine.replay import Replay
from simulator.engine.state import InjectState
from simulator.locale import Language
from simulator.play.presenters.card import countdown, last_minute
from simulator.play.presenters.cell_rows import TaskRow
from simulator.play.presenters.choices import in_brief
from simulator.play.presenters.curve_rows import GaugeView, SegmentRow
from simulator.play.presenters.deeds import deed
from simulator.play.presenters.feed import feed
from simulator.play.presenters.gauge import gauge, thinned
from simulator.play.presenters.post_rows import FeedFilter, FeedRow
from simulator.play.presenters.responses import inject_responses
from simulator.play.presenters.segments import segments
from simulator.play.presenters.tasks import tasks
from simulator.play.presenters.telling import Telling

POSTS = 14
_POINTS = 200
"""Of the curve of outrage."""


@dataclass(frozen=True)
class OfferRow:
    """A response that could be chosen; `chosen` only where what was decided is shown."""

    text: str
    detail: str
    chosen: bool


@dataclass(frozen=True)
class OpenRow:
    """An event that awaits an answer. `decided` says what was answered and when, "" while that is hidden."""

    heading: str
    question: str
    text: str
    left: str
    urgent: bool
    offers: tuple[OfferRow, ...]
    decided: str


@dataclass(frozen=True)
class ReplayView:
    """A minute of a play. `curve` are points (x, y) of 0..1, outrage from the beginning to now.

    `earlier`, `later`, `before` and `after` are the minutes of the events and minutes beside this one, None at an end.
    `deeds` is what was decided in this very minute besides the open events.
    """

    title: str
    clock: str
    elapsed: str
    stage: str
    minute: int
    last: int
    place: str
    earlier: int | None
    later: int | None
    before: int | None
    after: int | None
    gauge: GaugeView
    curve: tuple[tuple[float, float], ...]
    segments: tuple[SegmentRow, ...]
    feed: Sequence[FeedRow]
    channels: dict[str, str]
    more: str
    tasks: tuple[TaskRow, ...]
    openings: tuple[OpenRow, ...]
    quiet: str
    shown: bool
    deeds: tuple[str, ...]


def replay(source: Source, events: Sequence[int], minute: int, language: Language, *, shown: bool) -> ReplayView:
    """The play of `source` at `minute`, or at the nearest that it has; `shown`: with what was decided."""
    record = replay_of(source.packed)
    run = at_minute(record, source.edition, minute)
    telling = telling_of(Relived(record, run, source.edition, source.rubric), language)
    now, posts = run.minute, feed(telling, FeedFilter())
    openings = tuple(_open(telling, record, name, state, shown=shown) for name, state in _awaiting(telling).items())
    at, past = bisect_left(events, now), bisect_right(events, now)
    return ReplayView(
        title=telling.scenario.title,
        clock=telling.times.dated(now),
        elapsed=telling.times.elapsed(now),
        stage=telling.say(f"play.stage_{run.state.stage}"),
        minute=now,
        last=record.ended,
        place=telling.say("boards.replay_place", place=str(past), count=len(events)),
        earlier=events[at - 1] if at else None,
        later=events[past] if past < len(events) else None,
        before=now - 1 if now else None,
        after=now + 1 if now < record.ended else None,
        gauge=gauge(telling),
        curve=_curve(telling),
        segments=segments(telling),
        feed=posts[:POSTS],
        channels={channel.id: channel.name for channel in telling.scenario.channels},
        more=telling.say("boards.more_posts", count=len(posts) - POSTS) if len(posts) > POSTS else "",
        tasks=tasks(telling),
        openings=openings,
        quiet="" if openings else telling.say("boards.nothing_open"),
        shown=shown,
        deeds=_deeds(telling, record, openings) if shown else (),
    )


def _awaiting(telling: Telling) -> dict[str, InjectState]:
    """The events that still await an answer, the most urgent first."""
    found = [
        (state.expired, state.deadline or 0, name, state)
        for name, state in telling.run.state.injects.items()
        if state.is_open and telling.injects[name].responses and telling.minute <= last_minute(state)
    ]
    found.sort(key=lambda entry: entry[:3])
    return {name: state for _, _, name, state in found}


def _open(telling: Telling, record: Replay, name: str, state: InjectState, *, shown: bool) -> OpenRow:
    inject = telling.injects[name]
    left, _, urgent = countdown(telling, state)
    answer = _answer(telling, record, name) if shown else None
    chosen = answer.response if isinstance(answer, Respond) else ""
    return OpenRow(
        heading=inject.title,
        question=inject.question or "",
        text=inject.text,
        left=left,
        urgent=urgent,
        offers=tuple(
            OfferRow(
                row.text,
                " · ".join(part for part in (row.channel, row.preparation, row.approval) if part),
                row.response_id == chosen,
            )
            for row in inject_responses(telling, name)
        ),
        decided=_told(telling, answer) if shown else "",
    )


def _answer(telling: Telling, record: Replay, name: str) -> Decision | None:
    """The decision by which the open inject `name` is answered from this minute on, None where it never is."""
    later = (decision for decision in record.decisions if decision.minute >= telling.minute)
    return next((one for one in later if isinstance(one, Respond | Watch) and one.inject == name), None)


def _told(telling: Telling, answer: Decision | None) -> str:
    if answer is None:
        return telling.say("boards.replay_unanswered")
    if isinstance(answer, Respond):
        said = in_brief(telling, answer.response)
        return telling.say("boards.replay_answered", said=said, answered_minute=answer.minute)
    return telling.say("boards.replay_watched", answered_minute=answer.minute)


def _deeds(telling: Telling, record: Replay, openings: Sequence[OpenRow]) -> tuple[str, ...]:
    """What else was decided in this minute; with nothing, and nothing open, that too is said."""
    told = []
    for decision in record.decisions:
        answers = isinstance(decision, Respond | Watch) and decision.inject in _awaiting(telling)
        if decision.minute == telling.minute and not answers:
            told.append(deed(telling, decision))
    return tuple(told) or (() if openings else (telling.say("boards.replay_no_deed"),))


def _curve(telling: Telling) -> tuple[tuple[float, float], ...]:
    whole = telling.scenario.length or 1
    points = thinned(outrage_curve(telling.run), _POINTS)
    return tuple((round(minute / whole, 4), round(value / 100, 4)) for minute, value in points)
