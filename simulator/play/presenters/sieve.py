"""Which posts pass a filter: kept from one minute to the next, so that only new posts are looked at."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from simulator.engine.post import Post
from simulator.play.presenters.post_rows import FeedFilter

if TYPE_CHECKING:
    from simulator.play.presenters.telling import Telling

_KEPT = 8
"""Filters remembered: a reader goes to and fro between a few."""
_Key = tuple[str, str, str]


@dataclass
class _Passed:
    looked_at: int = 0
    ids: list[str] = field(default_factory=list)


class Sieve:
    """The posts of one telling that pass each filter asked for lately."""

    def __init__(self, telling: Telling) -> None:
        self._telling = telling
        self._passed: dict[_Key, _Passed] = {}
        self._plain: dict[str, str] = {}
        self._counted = 0
        self._counts: Counter[str] = Counter()

    def ids(self, wanted: FeedFilter) -> list[str]:
        """The ids of the posts that pass `wanted`, the newest first, at most its limit."""
        found = self._all(wanted)[::-1]
        match wanted.shelf:
            case "pinned":
                found = [post_id for post_id in found if post_id in wanted.pinned]
            case "hidden":
                found = [post_id for post_id in found if post_id in wanted.hidden]
            case "awaiting":
                injects = self._telling.run.state.injects.items()
                awaiting = {f"inject:{inject_id}" for inject_id, state in injects if state.is_open}
                found = [post_id for post_id in found if post_id in awaiting]
            case _:
                if wanted.hidden:
                    found = [post_id for post_id in found if post_id not in wanted.hidden]
        return found[: wanted.limit]

    def counts(self) -> Counter[str]:
        """How many posts each channel has."""
        posts = self._telling.run.feed.posts
        self._counts.update(post.channel for post in posts[self._counted :])
        self._counted = len(posts)
        return self._counts

    def plain(self, post: Post) -> str:
        """What is compared in a search: the words of a post and who says them."""
        if post.id not in self._plain:
            author = self._telling.posts.author(post)
            self._plain[post.id] = plain(f"{author.name} {author.handle} {self._telling.posts.text(post)}")
        return self._plain[post.id]

    def _all(self, wanted: FeedFilter) -> list[str]:
        """Every post that passes but for its shelf, the oldest first."""
        posts = self._telling.run.feed.posts
        key = (wanted.channel, wanted.who, plain(wanted.words))
        passed = self._passed.pop(key, None) or _Passed()
        self._passed[key] = passed
        while len(self._passed) > _KEPT:
            del self._passed[next(iter(self._passed))]
        words = key[2].split()
        for post in posts[passed.looked_at :]:
            if self._passes(post, wanted, words):
                passed.ids.append(post.id)
        passed.looked_at = len(posts)
        return passed.ids

    def _passes(self, post: Post, wanted: FeedFilter, words: list[str]) -> bool:
        if wanted.channel and post.channel != wanted.channel:
            return False
        if wanted.who and (self._telling.posts.author(post).badge_kind or "public") != wanted.who:
            return False
        return not words or all(word in self.plain(post) for word in words)


def plain(text: str) -> str:
    """`text` as it is compared in a search: without accents, capitals and outer spaces."""
    parts = unicodedata.normalize("NFD", text.casefold().replace("’", "'"))
    return "".join(letter for letter in parts if not unicodedata.combining(letter)).strip()
