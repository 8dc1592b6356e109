"""Who answers, quotes or comments on whom: what the posts leave unsaid is drawn, outside the run and its digest."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.engine.post import Post
from simulator.play.presenters.post_rows import Relation

if TYPE_CHECKING:
    from simulator.play.presenters.telling import Telling

_LIVELY = {"microblog": 30, "internal": 90, "video": 120, "press": 120}
"""Minutes in which something said on a channel of this kind is still answered there."""
_ANSWERS_OF_100 = {"microblog": 45, "internal": 40}
_QUOTES_OF_100 = 30
_CLIP_EVERY = 45
"""Minutes without a video after which somebody of the crowd posts one."""
_OPENERS = 3
"""The latest so many posts of a channel that people talk about are answered."""


@dataclass(frozen=True)
class Tie:
    """How a post stands to the earlier post `to`."""

    relation: Relation = ""
    to: str = ""


class Conversations:
    """The ties of every post of one telling, drawn once in the order of the posts, so that they never change."""

    def __init__(self, telling: Telling) -> None:
        self._telling = telling
        self._chance = telling.chance
        self._heard = 0
        self._ties: dict[str, Tie] = {}
        self._answers: dict[str, list[str]] = defaultdict(list)
        self._by_author: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._openers: dict[str, deque[Post]] = defaultdict(lambda: deque(maxlen=_OPENERS))
        self._clips: set[str] = set()

    def tie(self, post_id: str) -> Tie:
        """What the post answers, quotes, comments on or goes on from; an empty tie where it speaks for itself."""
        self._hear_new()
        return self._ties.get(post_id, Tie())

    def answers(self, post_id: str) -> tuple[str, ...]:
        """The posts tied to this one, the oldest first."""
        self._hear_new()
        return tuple(self._answers.get(post_id, ()))

    def of_author(self, post: Post) -> tuple[str, ...]:
        """All posts of the account that wrote `post`, the oldest first."""
        self._hear_new()
        return tuple(self._by_author[post.author, post.segment])

    def is_clip(self, post_id: str) -> bool:
        """Whether a post of a video channel is a video itself, not a comment under one."""
        self._hear_new()
        return post_id in self._clips

    def _hear_new(self) -> None:
        posts = self._telling.run.feed.posts
        for post in posts[self._heard :]:
            self._hear(post)
        self._heard = len(posts)

    def _hear(self, post: Post) -> None:
        tie = self._crowd(post) if post.kind in ("crowd", "quiet") else self._scripted(post)
        self._by_author[post.author, post.segment].append(post.id)
        if tie.relation:
            self._ties[post.id] = tie
            self._answers[tie.to].append(post.id)
        kind = self._telling.channels[post.channel].kind
        if kind == "video" and self._shows_a_video(post, tie):
            self._clips.add(post.id)
        spoken_of = post.kind in ("inject", "leak", "own", "scheduled") or post.id in self._clips
        if spoken_of and kind in _LIVELY and (kind not in ("video", "press") or tie.relation in ("", "follow")):
            self._openers[post.channel].append(post)

    def _scripted(self, post: Post) -> Tie:
        """What the scenario or a message says by itself; a persona who speaks again goes on from what they said."""
        run = self._telling.run
        if post.kind == "own":
            message = run.state.messages[int(post.source) - 1]
            target = message.post or (f"inject:{message.inject}" if message.inject else "")
            aimed = message.recipient in ("person", "private", "media")
            return Tie("reply", target) if aimed and run.feed.holds(target) else Tie()
        if post.parent is not None:
            return Tie("reply", post.parent)
        earlier = self._by_author[post.author, post.segment] if post.author else []
        same_place = (
            name for name in reversed(earlier) if (found := self._telling.posts.post(name)) and _place(found, post)
        )
        before = next(same_place, "")
        return Tie("follow", before) if before and post.kind == "inject" else Tie()

    def _crowd(self, post: Post) -> Tie:
        kind = self._telling.channels[post.channel].kind
        if post.kind == "quiet" or kind not in _LIVELY:
            return Tie()
        parent = self._telling.posts.post(post.parent) if post.parent else None
        if parent is not None and _place(parent, post):
            return Tie(self._spoken(post, kind), parent.id)
        lively = [one for one in self._openers[post.channel] if post.minute - one.minute <= _LIVELY[kind]]
        if not lively:
            return Tie()
        if kind in ("video", "press"):
            due = kind == "video" and post.minute - lively[-1].minute >= _CLIP_EVERY
            return Tie() if due or post.segment == "journalists" else Tie("comment", lively[-1].id)
        if self._chance.below("feed.answers", post.id, 100) >= _ANSWERS_OF_100[kind]:
            return Tie()
        return Tie(self._spoken(post, kind), self._chance.chosen("feed.answered", lively, post.id).id)

    def _spoken(self, post: Post, kind: str) -> Relation:
        quotes = kind == "microblog" and self._chance.below("feed.quotes", post.id, 100) < _QUOTES_OF_100
        return "quote" if quotes else "reply"

    @staticmethod
    def _shows_a_video(post: Post, tie: Tie) -> bool:
        return post.kind != "quiet" and tie.relation in ("", "follow")


def _place(one: Post, other: Post) -> bool:
    return one.channel == other.channel
