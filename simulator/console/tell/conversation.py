"""Conversations, accounts and trends as lines."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.console.tell.feed import post_line
from simulator.locale import Phrasebook
from simulator.play.presenters.feed_rows import ProfileView, ThreadView
from simulator.play.presenters.post_rows import TrendRow
from simulator.play.presenters.rows import CrisisView

_WAYS = {1: "console.trend_rises", 0: "console.trend_steady", -1: "console.trend_falls"}


def thread_lines(view: ThreadView, say: Phrasebook) -> Iterator[str]:
    """What the post answers, then what was answered to it, answers to answers further in."""
    for row in view.before:
        yield say("console.thread_before", post=post_line(row, say))
    if view.replies:
        yield say("console.thread_replies", heading=view.heading)
    for depth, row in view.replies:
        yield "  " * depth + post_line(row, say)
    if view.left_out:
        yield "  " + view.left_out


def profile_lines(view: ProfileView, say: Phrasebook) -> Iterator[str]:
    """An account: who, what can be looked up, what it has posted."""
    badge = f" ({view.badge})" if view.badge else ""
    yield f"{view.name}{badge}, {view.handle}"
    if view.bio:
        yield view.bio
    for label, value in view.facts:
        yield say("console.profile_fact", label=label, value=value)
    if view.note:
        yield view.note
    for row in view.posts:
        yield "  " + post_line(row, say)


def trends_lines(view: CrisisView, say: Phrasebook) -> Iterator[str]:
    """The tone of the feed, and whether it speaks of anything in particular."""
    if view.mood.word:
        yield say("console.mood", mood=view.mood.word, rate=view.mood.rate)
    yield say("console.trends" if view.trends else "console.no_trend")


def trend_line(row: TrendRow, say: Phrasebook) -> str:
    """A word with its figure and its way; a rumour says so."""
    told = say(_WAYS[row.arrow], word=row.word, count=row.count)
    return f"{told} {say('console.trend_rumour')}" if row.rumour else told
