"""Posts as lines."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.locale import Phrasebook
from simulator.play.presenters.post_rows import ChannelTab, FeedRow


def post_line(row: FeedRow, say: Phrasebook) -> str:
    """Who, when, where and what, in one line."""
    told = say("console.post", author=_author(row), age=row.age, text=_told(row, say))
    return told + _shown(row, say) + _expected(row, say)


def post_whole(row: FeedRow, channel: str, say: Phrasebook) -> Iterator[str]:
    """A post with its account, what it is and answers, and its counters."""
    yield say("console.post_author", author=_author(row), handle=row.handle, channel=channel, age=row.age)
    if row.look in ("review", "inquiry", "video"):
        yield "  " + ", ".join(part for part in (row.mark, _stars(row, say), row.views, row.duration) if part)
    if row.context:
        yield "  " + row.context
    yield "  " + _words(row)
    if row.quoted is not None:
        yield "  " + say("console.post_quotes", author=row.quoted.author, text=row.quoted.text)
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


def _told(row: FeedRow, say: Phrasebook) -> str:
    """The words of a post, with the stars of a review and what it answers or quotes before them."""
    before = _stars(row, say) or row.context
    if row.quoted is not None:
        before = say("console.quoting", author=row.quoted.author)
    return f"[{before}] {_words(row)}" if before else _words(row)


def _words(row: FeedRow) -> str:
    """The title, where there is one, and the text."""
    if not row.title:
        return row.text
    return f"{row.title}. {row.text}" if row.text and row.title[-1].isalnum() else f"{row.title} {row.text}".strip()


def _stars(row: FeedRow, say: Phrasebook) -> str:
    return say("console.stars", count=row.stars) if row.look == "review" else ""


def _shown(row: FeedRow, say: Phrasebook) -> str:
    return " " + say("console.post_picture", alt=row.picture.alt) if row.picture is not None else ""


def _expected(row: FeedRow, say: Phrasebook) -> str:
    return " " + say("console.post_expected", deadline=row.deadline) if row.deadline else ""
