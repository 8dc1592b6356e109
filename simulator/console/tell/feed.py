"""Posts as lines."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.locale import Phrasebook
from simulator.play.presenters.rows import ChannelTab, FeedRow


def post_line(row: FeedRow, say: Phrasebook) -> str:
    """Who, when, where and what, in one line."""
    return say("console.post", author=_author(row), age=row.age, text=row.text) + _shown(row, say) + _expected(row, say)


def post_whole(row: FeedRow, channel: str, say: Phrasebook) -> Iterator[str]:
    """A post with its account and its counters."""
    yield say("console.post_author", author=_author(row), handle=row.handle, channel=channel, age=row.age)
    yield "  " + row.text
    if row.picture is not None:
        yield " " + _shown(row, say)
    if row.note:
        yield "  " + row.note
    if row.replies or row.reshares or row.likes:
        yield "  " + say("console.post_counters", replies=row.replies, reshares=row.reshares, likes=row.likes)
    if row.heat:
        yield "  " + say("console.post_heat", heat=row.heat)
    if row.deadline:
        yield "  " + row.deadline


def channels_line(tabs: tuple[ChannelTab, ...], say: Phrasebook) -> str:
    """The channels that can be asked for, with their counts."""
    return say("console.channels", channels=", ".join(f"{tab.name} ({tab.count})" for tab in tabs if tab.channel_id))


def _author(row: FeedRow) -> str:
    return f"{row.author} ({row.badge})" if row.badge else row.author


def _shown(row: FeedRow, say: Phrasebook) -> str:
    return " " + say("console.post_picture", alt=row.picture.alt) if row.picture is not None else ""


def _expected(row: FeedRow, say: Phrasebook) -> str:
    return " " + say("console.post_expected", deadline=row.deadline) if row.deadline else ""
