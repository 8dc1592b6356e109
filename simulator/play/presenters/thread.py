"""A conversation: what a post answers, and what was answered to it."""

from __future__ import annotations

from simulator.play.presenters.feed import feed_rows
from simulator.play.presenters.feed_rows import ThreadView
from simulator.play.presenters.post_rows import FeedRow
from simulator.play.presenters.telling import Telling

SHOWN = 24
"""Answers shown at most: the first ones of the conversation."""
_DEEPEST = 3


def thread(telling: Telling, post_id: str) -> ThreadView | None:
    """The conversation around a post; None for an id that is no post."""
    if telling.posts.post(post_id) is None:
        return None
    before = _before(telling, post_id)
    replies = list(_under(telling, post_id, 1))
    shown = replies[:SHOWN]
    left = len(replies) - len(shown)
    rows = _row_of(telling, [*before, post_id, *(reply for _, reply in shown)])
    return ThreadView(
        before=tuple(rows[name] for name in before),
        post=rows[post_id],
        replies=tuple((depth, rows[reply]) for depth, reply in shown),
        heading=telling.say("play.thread_heading", count=len(replies)) if replies else "",
        left_out=telling.say("play.thread_left_out", count=left) if left else "",
    )


def _before(telling: Telling, post_id: str) -> list[str]:
    """What the post answers, and what that answers, the oldest first."""
    found: list[str] = []
    above = telling.conversations.tie(post_id).to
    while above and above not in found:
        found.append(above)
        above = telling.conversations.tie(above).to
    return found[::-1]


def _under(telling: Telling, post_id: str, depth: int) -> list[tuple[int, str]]:
    """The answers to a post and theirs as (depth, id), one conversation after the other."""
    found: list[tuple[int, str]] = []
    for answer in telling.conversations.answers(post_id):
        found.append((depth, answer))
        found += _under(telling, answer, min(depth + 1, _DEEPEST))
    return found


def _row_of(telling: Telling, ids: list[str]) -> dict[str, FeedRow]:
    posts = [post for name in ids if (post := telling.posts.post(name)) is not None]
    return {row.post_id: row for row in feed_rows(telling, posts)}
