"""Everything the crisis shows at one moment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from simulator.play.presenters.actions import actions
from simulator.play.presenters.card import cards
from simulator.play.presenters.cell import spokespersons, standing_messages
from simulator.play.presenters.facts import facts, facts_summary, open_questions
from simulator.play.presenters.feed import feed, tabs
from simulator.play.presenters.gauge import gauge
from simulator.play.presenters.header import Pacing, header
from simulator.play.presenters.notices import Remark, notices
from simulator.play.presenters.post_rows import FeedFilter
from simulator.play.presenters.rows import CrisisView
from simulator.play.presenters.scheduled import scheduled
from simulator.play.presenters.segments import segments
from simulator.play.presenters.tasks import tasks
from simulator.play.presenters.telling import Telling
from simulator.play.presenters.timeline import timeline

QUIET_STEP = 10
"""Minutes that one skips at once in the quiet hour, whose signals call nobody."""


def crisis(telling: Telling, pacing: Pacing, feed_filter: FeedFilter, remarks: Sequence[Remark] = ()) -> CrisisView:
    """The crisis at the minute played last; `remarks` are what the play itself has told."""
    return next(view for view in crisis_in_parts(telling, pacing, feed_filter, remarks) if view is not None)


def crisis_in_parts(
    telling: Telling, pacing: Pacing, feed_filter: FeedFilter, remarks: Sequence[Remark] = ()
) -> Iterator[CrisisView | None]:
    """As `crisis`, worded in parts of some thousandths of a second: None after each, and the view at last."""
    head, channels = header(telling, pacing), tabs(telling)
    posts, open_cards = feed(telling, feed_filter), cards(telling)
    yield None
    trends, deeds = telling.trends.rows(open_questions(telling)), actions(telling)
    yield None
    line, told = timeline(telling), notices(telling, remarks)
    yield None
    yield CrisisView(
        header=head,
        tabs=channels,
        feed=posts,
        cards=open_cards,
        gauge=gauge(telling),
        segments=segments(telling),
        facts=facts(telling),
        facts_summary=facts_summary(telling),
        tasks=tasks(telling),
        actions=deeds,
        timeline=line,
        messages=standing_messages(telling),
        scheduled=scheduled(telling),
        people=spokespersons(telling),
        notices=told,
        quiet=_quiet(telling),
        next_event=_next_event(telling),
        trends=trends,
        mood=telling.trends.mood(),
        minute_seconds=60 / pacing.speed if pacing.speed > 0 and not pacing.paused else 0.0,
    )


def _quiet(telling: Telling) -> str:
    if telling.run.finished:
        return telling.say("play.quiet_over")
    awaited = any(state.is_open and not state.expired for state in telling.run.state.injects.values())
    if awaited:
        return telling.say("play.quiet_feed")
    return telling.say("play.quiet_veille" if telling.minute < telling.scenario.crisis_begins else "play.quiet")


def _next_event(telling: Telling) -> str:
    """What is known to come next: the end of a piece of work, or else simply the next event."""
    if telling.run.finished:
        return ""
    ends = [end for bench in telling.run.state.benches.values() for _, end in bench.running]
    if telling.run.state.busy_until > telling.minute:
        ends.append(telling.run.state.busy_until)
    if telling.run.state.stage == "veille":
        known = min([*ends, telling.scenario.crisis_begins, telling.minute + QUIET_STEP])
        return telling.say("play.next_quiet", known_minute=known)
    if not ends:
        return telling.say("play.next_event")
    return telling.say("play.next_event_by", known_minute=min(ends))
