"""How the feed is being read: which channel, whose posts, which words; what was pinned and hidden. Never replayed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pygame

from simulator.play.laid_apart import LaidApart
from simulator.play.presenters.feed_rows import FeedRows, ids_of
from simulator.play.presenters.post_rows import FeedFilter, FeedRow, Shelf, Who
from simulator.play.presenters.sieve import plain

if TYPE_CHECKING:
    from simulator.ui.look import Look

LONGEST = 40
"""Signs that can be searched for."""
_EVERYTHING = 1_000_000
_BLINK, _CARET = 1.0, 0.6
"""Seconds from one appearance of the caret to the next, and how long it shows."""
_TRICKLE = 8
"""More posts than these at once are no minute's worth: they all show."""


class Reader:
    """The filters of the feed, and the posts laid apart."""

    def __init__(self, laid_apart: LaidApart | None = None) -> None:
        """`laid_apart` is what was pinned and hidden before."""
        before = laid_apart or LaidApart()
        self.channel = ""
        self.words = ""
        self.who: Who = ""
        self.shelf: Shelf = ""
        self.pinned = before.pinned
        self.hidden = before.hidden
        self.searching = False
        """Whether the search field is open."""
        self._since = 0.0
        self._filter = FeedFilter(limit=_EVERYTHING)

    @property
    def filter(self) -> FeedFilter:
        """What to ask the session for; the same object until something changes."""
        wanted = FeedFilter(
            self.channel, _EVERYTHING, self.words.strip(), self.who, self.shelf, self.pinned, self.hidden
        )
        if wanted != self._filter:
            self._filter = wanted
        return self._filter

    @property
    def laid_apart(self) -> LaidApart:
        """What is pinned and hidden now."""
        return LaidApart(self.pinned, self.hidden)

    @property
    def lens(self) -> tuple[str, ...]:
        """What stands for the filter, without what is laid apart: when it changes, reading begins anew."""
        return self.channel, self.words, self.who, self.shelf

    @property
    def marked(self) -> tuple[str, ...]:
        """The words searched for, as they are compared; one letter marks nothing."""
        return tuple(word for word in plain(self.words).split() if len(word) > 1)

    @property
    def narrowed(self) -> bool:
        """Whether a person or a shelf was chosen."""
        return bool(self.who or self.shelf)

    def pin(self, post_id: str) -> bool:
        """Pin a post, or let it go; whether it is pinned now."""
        self.pinned ^= {post_id}
        return post_id in self.pinned

    def hide(self, post_id: str) -> bool:
        """Hide a post, or show it again; whether it is hidden now."""
        self.hidden ^= {post_id}
        return post_id in self.hidden

    def show_all(self) -> None:
        """Take every filter but the channel away."""
        self.words, self.who, self.shelf, self.searching = "", "", "", False

    # the search field

    def type(self, text: str) -> None:
        self.words = (self.words + text)[:LONGEST]
        self._since = 0.0

    def erase(self, whole_word: bool) -> None:
        self.words = self.words.rstrip().rpartition(" ")[0] if whole_word else self.words[:-1]
        self._since = 0.0

    def pass_time(self, seconds: float) -> None:
        self._since += seconds

    def caret(self, look: Look, focused: bool) -> bool:
        """Whether the caret shows now."""
        return focused and (look.still or self._since % _BLINK < _CARET)


class Arrivals:
    """Lets a minute's posts come in one after the other, each at its share of the minute and none after it."""

    def __init__(self) -> None:
        self._now = 0.0
        self._known: Sequence[FeedRow] = ()
        self._lens: tuple[str, ...] = ()
        self._held: dict[str, float] = {}
        self._shown: Sequence[FeedRow] = ()

    def pass_time(self, seconds: float) -> None:
        """Seconds in which the clock runs."""
        self._now += seconds

    def shown(self, rows: Sequence[FeedRow], lens: tuple[str, ...], minute_seconds: float) -> Sequence[FeedRow]:
        """Those of `rows` that have come in; all of them where time stands still (`minute_seconds` 0)."""
        if rows is not self._known:
            self._hold(rows, lens, minute_seconds)
        due = [post_id for post_id, moment in self._held.items() if moment <= self._now or not minute_seconds]
        if due or rows is not self._known:
            for post_id in due:
                del self._held[post_id]
            self._shown = _without(rows, self._held) if self._held else rows
        self._known, self._lens = rows, lens
        return self._shown

    def _hold(self, rows: Sequence[FeedRow], lens: tuple[str, ...], minute_seconds: float) -> None:
        """Hold back what is new, in order; what was held from the minute before comes in now."""
        before, ids = ids_of(self._known), ids_of(rows)
        if lens == self._lens and before[:1] == ids[:1]:
            return
        self._held = {}
        if not before or lens != self._lens or not minute_seconds or before[0] not in ids[: _TRICKLE + 1]:
            return
        new = rows[: list(ids[: _TRICKLE + 1]).index(before[0])]
        later = [row for row in reversed(new) if row.arrives > 0]
        for row, share in zip(later, sorted(row.arrives for row in later), strict=True):
            self._held[row.post_id] = self._now + share * minute_seconds


def _without(rows: Sequence[FeedRow], held: dict[str, float]) -> Sequence[FeedRow]:
    if isinstance(rows, FeedRows):
        return rows.without(held)
    return tuple(row for row in rows if row.post_id not in held)


def is_search(event: pygame.event.Event) -> bool:
    """Whether a key asks for the search field by the command that does so everywhere."""
    return event.key == pygame.K_f and bool(event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META))
