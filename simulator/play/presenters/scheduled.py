"""The organisation's own scheduled posts, to keep or to suspend."""

from __future__ import annotations

from simulator.engine.decision import ReviewPost
from simulator.play.presenters.card_rows import ScheduledRow
from simulator.play.presenters.telling import Telling
from simulator.scenario.story import ScheduledPost


def scheduled(telling: Telling) -> tuple[ScheduledRow, ...]:
    """The scheduled posts in the order in which they leave."""
    return tuple(_row(telling, post) for post in sorted(telling.scenario.scheduled, key=lambda post: post.at))


def _row(telling: Telling, post: ScheduledPost) -> ScheduledRow:
    state = telling.run.state
    kept = state.reviews.get(post.id)
    refusal = telling.refusal(ReviewPost(telling.minute, post=post.id, keep=not kept))
    return ScheduledRow(
        post_id=post.id,
        time=telling.times.clock(post.at),
        channel=telling.channels[post.channel].name,
        text=post.text,
        kept=kept,
        state=_state(telling, post, kept),
        enabled=not refusal,
        refusal=refusal,
    )


def _state(telling: Telling, post: ScheduledPost, kept: bool | None) -> str:
    sent = telling.run.state.sent.get(post.id)
    if sent is not None:
        return telling.say("play.post_sent", sent_minute=sent)
    if kept is None:
        return telling.say("play.post_undecided")
    return telling.say("play.post_kept" if kept else "play.post_suspended")
