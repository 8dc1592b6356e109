"""Reading the feed: the latest posts, older ones, one channel, or those that hold a word."""

from __future__ import annotations

from collections.abc import Callable

from simulator.console.menu import Choice, Menu
from simulator.console.standing import Standing
from simulator.console.tell.feed import channels_line, post_line, post_whole
from simulator.locale import Phrasebook
from simulator.play.presenters.feed import plain
from simulator.play.presenters.rows import ChannelTab, FeedFilter, FeedRow
from simulator.play.session import Session

PAGE = 10
ALL = 5000


class Reading:
    """The feed as lists of ten posts, the newest first."""

    def __init__(self, session: Session, standing: Standing, say: Phrasebook) -> None:
        self._session = session
        self._standing = standing
        self._say = say

    def feed(self, asked: str = "") -> Menu:
        """The posts asked for: "" all, the name of a channel, or a word that stands in them."""
        tabs = self._session.crisis(FeedFilter(limit=1)).tabs
        channel = self._channel(asked, tabs)
        rows = self._session.crisis(FeedFilter(channel=channel, limit=ALL)).feed
        if asked and not channel:
            rows = tuple(row for row in rows if plain(asked) in plain(f"{row.author} {row.handle} {row.text}"))
        if not rows:
            return Menu((self._say("console.feed_empty"), channels_line(tabs, self._say)))
        return self._page(rows, 0, {tab.channel_id: tab.name for tab in tabs})

    def _page(self, rows: tuple[FeedRow, ...], start: int, names: dict[str, str]) -> Menu:
        shown = rows[start : start + PAGE]
        choices = [Choice(post_line(row, self._say), self._opening(row, names)) for row in shown]
        left = len(rows) - start - len(shown)
        if left:
            choices.append(
                Choice(self._say("console.feed_older", count=left), lambda: self._page(rows, start + PAGE, names))
            )
        foot = "" if start else self._say("console.feed_how")
        return Menu((self._say("console.feed", count=len(rows)),), tuple(choices), foot)

    def _opening(self, row: FeedRow, names: dict[str, str]) -> Callable[[], Menu]:
        channel = names.get(row.channel_id, row.channel_id)
        return lambda: self._standing.post(row.post_id, tuple(post_whole(row, channel, self._say)))

    def _channel(self, asked: str, tabs: tuple[ChannelTab, ...]) -> str:
        word = plain(asked.lstrip("@#"))
        return next((tab.channel_id for tab in tabs if word and plain(tab.name).startswith(word)), "")
