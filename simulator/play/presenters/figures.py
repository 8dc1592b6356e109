"""The figures under a post, as its readers see them grow."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.engine.post import Post
from simulator.play.presenters.telling import Telling

_HALF = 7
"""Minutes after which a post of the crowd has about half of its likes: most people come by later."""


@dataclass(frozen=True)
class Figures:
    """Figures ready to read, all empty for what is said in private: nobody counts there."""

    replies: str = ""
    reshares: str = ""
    likes: str = ""
    views: str = ""


def figures(telling: Telling, post: Post, is_video: bool) -> Figures:
    """What stands under `post` now. It never shrinks.

    The run counts simulated users, each standing for many people; those people come by one after the other, so a
    fresh post of the crowd shows little of its share, and figures are no multiples of the people behind a user.
    """
    if telling.channels[post.channel].kind == "private":
        return Figures()
    counted = telling.run.feed.counters(post)
    replies, reshares, likes = (
        _come_by(telling, post, name, count)
        for name, count in (("replies", counted.replies), ("reshares", counted.reshares), ("likes", counted.likes))
    )
    short = telling.phrases.short_number
    return Figures(
        short(replies), short(reshares), short(likes), _views(telling, post, reshares, likes) if is_video else ""
    )


def _come_by(telling: Telling, post: Post, name: str, count: int) -> int:
    """Those of `count` people who have come by at the post's age, the last of them any number of one user's."""
    beyond = max(telling.scenario.audience.people_per_user // 4, 1)
    people = count + telling.chance.below(f"feed.{name}", post.id, beyond) if count else 0
    if post.kind not in ("crowd", "quiet"):
        return people
    age = max(0, telling.minute - post.minute)
    return people * (age + 1) // (age + 1 + _HALF)


def _views(telling: Telling, post: Post, reshares: int, likes: int) -> str:
    """How often a video was played: each of those who do something about it stands for many who only watch."""
    alone = telling.chance.below("feed.views", post.id, 900) + 60
    views = alone + 23 * likes + 41 * reshares
    return telling.say("play.views", views=telling.phrases.short_number(views))
