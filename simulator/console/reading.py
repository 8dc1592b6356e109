"""Reading the feed: the latest posts, older ones, one channel, some people, those laid apart, or those with a word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import get_args

from simulator.console.menu import Choice, Menu
from simulator.console.standing import Standing
from simulator.console.tell.conversation import profile_lines, thread_lines, trend_line, trends_lines
from simulator.console.tell.feed import channels_line, post_line, post_whole
from simulator.locale import Phrasebook
from simulator.play.laid_apart import LaidApart
from simulator.play.presenters.post_rows import ChannelTab, FeedFilter, FeedRow, Shelf, Who
from simulator.play.presenters.rows import CrisisView
from simulator.play.presenters.sieve import plain
from simulator.play.session import Session

PAGE = 10
_ALL = 1_000_000


class Reading:
    """The feed as lists of ten posts, the newest first."""

    def __init__(self, session: Session, standing: Standing, say: Phrasebook) -> None:
        self._session = session
        self._standing = standing
        self._say = say

    def feed(self, asked: str = "") -> Menu:
        """The posts asked for: "" all; a channel; whose or which by name; what trends; or words that stand in them."""
        if plain(asked) in self._words("console.feed_words_trends"):
            return self._trends()
        view = self._view(FeedFilter(limit=1))
        wanted = self._wanted(asked, view.tabs)
        rows = self._view(wanted).feed
        if not rows:
            return Menu((self._say("console.feed_empty"), channels_line(view.tabs, self._say)))
        return self._page(rows, 0, {tab.channel_id: tab.name for tab in view.tabs})

    def _wanted(self, asked: str, tabs: tuple[ChannelTab, ...]) -> FeedFilter:
        everything = FeedFilter(limit=_ALL, pinned=self._apart.pinned, hidden=self._apart.hidden)
        word = plain(asked)
        shelves: tuple[Shelf, ...] = get_args(Shelf)
        for shelf in shelves[1:]:
            if word in self._words(f"console.feed_words_{shelf}"):
                return replace(everything, shelf=shelf)
        people: tuple[Who, ...] = get_args(Who)
        for who in people[1:]:
            if word in self._words(f"console.feed_words_{who}"):
                return replace(everything, who=who)
        channel = self._channel(asked, tabs)
        return replace(everything, channel=channel) if channel else replace(everything, words=asked)

    @property
    def _apart(self) -> LaidApart:
        """What is pinned and hidden; the session keeps it with the play."""
        return self._session.laid_apart

    def _words(self, code: str) -> tuple[str, ...]:
        return tuple(plain(word) for word in self._say(code).split(","))

    def _view(self, wanted: FeedFilter) -> CrisisView:
        return self._session.crisis(wanted)

    def _trends(self) -> Menu:
        """What the feed speaks of, each word leading to its posts."""
        view = self._view(FeedFilter(limit=1))
        choices = tuple(Choice(trend_line(row, self._say), self._about(row.word)) for row in view.trends)
        return Menu(tuple(trends_lines(view, self._say)), choices)

    def _about(self, word: str) -> Callable[[], Menu]:
        return lambda: self.feed(word)

    def _page(self, rows: Sequence[FeedRow], start: int, names: dict[str, str]) -> Menu:
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
        """A post whole, in its conversation; after what answers it, what its reader can do with it."""

        def opened() -> Menu:
            channel = names.get(row.channel_id, row.channel_id)
            thread = self._session.thread(row.post_id)
            heading = [*post_whole(row, channel, self._say)]
            reading = [
                Choice(self._say("console.do_profile", author=row.author), self._profile(row)),
                Choice(self._say("console.do_unpin" if row.post_id in self._apart.pinned else "console.do_pin"),
                       self._pinning(row)),
                Choice(self._say("console.do_unhide" if row.post_id in self._apart.hidden else "console.do_hide"),
                       self._hiding(row)),
            ]  # fmt: skip
            if thread is not None:
                heading += thread_lines(thread, self._say)
                reading += [
                    Choice(self._say("console.do_read", post=post_line(other, self._say)), self._opening(other, names))
                    for other in (*thread.before, *(reply for _, reply in thread.replies))
                ]
            menu = self._standing.post(row.post_id, tuple(heading))
            return replace(menu, choices=(*menu.choices, *reading))

        return opened

    def _profile(self, row: FeedRow) -> Callable[[], Menu]:
        def told() -> Menu:
            view = self._session.profile(row.post_id)
            return Menu(tuple(profile_lines(view, self._say)) if view is not None else ())

        return told

    def _pinning(self, row: FeedRow) -> Callable[[], Menu]:
        def pin() -> Menu:
            apart = replace(self._apart, pinned=self._apart.pinned ^ {row.post_id})
            self._session.lay_apart(apart)
            pinned = row.post_id in apart.pinned
            return Menu((self._say("console.pinned" if pinned else "console.unpinned"),))

        return pin

    def _hiding(self, row: FeedRow) -> Callable[[], Menu]:
        def hide() -> Menu:
            apart = replace(self._apart, hidden=self._apart.hidden ^ {row.post_id})
            self._session.lay_apart(apart)
            hidden = row.post_id in apart.hidden
            return Menu((self._say("console.hidden" if hidden else "console.shown_again"),))

        return hide

    def _channel(self, asked: str, tabs: tuple[ChannelTab, ...]) -> str:
        word = plain(asked.lstrip("@#"))
        return next((tab.channel_id for tab in tabs if word and plain(tab.name).startswith(word)), "")
