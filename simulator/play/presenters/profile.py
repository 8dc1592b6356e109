"""An account as anybody can look it up: since when it is there, whom it reaches, what it has posted."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from simulator.engine.post import Post
from simulator.play.presenters.feed import feed_rows
from simulator.play.presenters.feed_rows import ProfileView
from simulator.play.presenters.telling import Telling
from simulator.scenario.story import Persona

SHOWN = 12
"""Its latest posts."""
_SINCE_AT_MOST = 11
"""Years for which an account has been there, or somebody a customer."""
_MAY_WATCH = 4
"""Of the people whom a simulated user stands for, one in so many follows what it follows."""


def profile(telling: Telling, post_id: str) -> ProfileView | None:
    """Who wrote a post; None for an id that is no post.

    What would make an account an amplifier is told as what it is (created nine days ago, 160 posts a day), never by
    a name: to judge that is the student's part.
    """
    post = telling.posts.post(post_id)
    if post is None:
        return None
    author = telling.posts.author(post)
    persona = telling.personas.get(post.author)
    ids = telling.conversations.of_author(post)[::-1]
    posts = [found for name in ids[:SHOWN] if (found := telling.posts.post(name)) is not None]
    return ProfileView(
        name=author.name,
        handle=author.handle,
        initials=author.initials,
        colour_key=post.author or "butter",
        badge=author.badge,
        badge_kind=author.badge_kind,
        bio=(persona.bio or "") if persona else "",
        facts=tuple(_facts(telling, post, persona, len(ids))),
        posts=feed_rows(telling, posts),
        note=_answered(telling, ids),
    )


def _facts(telling: Telling, post: Post, persona: Persona | None, posts: int) -> Iterator[tuple[str, str]]:
    say = telling.say
    if telling.channels[post.channel].kind != "internal":
        yield say("play.profile_followers"), telling.phrases.number(_followers(telling, post, persona))
        yield say("play.profile_created"), _created(telling, post, persona)
        yield say("play.profile_rhythm"), _rhythm(telling, post, persona)
    if post.segment in ("customers", "employees") and post.author:
        served = telling.scenario.audience.customers_are if post.segment == "customers" else "employees"
        yield say(f"play.profile_since_{served}"), str(_year(telling, post, "since"))
    yield say("play.profile_posts"), say("play.profile_posts_count", count=posts)
    alike = telling.posts.alike(post) if _amplifies(post, persona) else 0
    if alike:
        yield say("play.profile_same_text"), say("play.profile_same_text_count", count=alike)
    if post.kind == "crowd" and post.mood != "neutral":
        yield say("play.profile_mood"), say(f"play.mood_{post.mood}")


def _amplifies(post: Post, persona: Persona | None) -> bool:
    return post.segment == "bots" or (persona is not None and persona.troll)


def _followers(telling: Telling, post: Post, persona: Persona | None) -> int:
    """As many people as the spread gives them; an account made to amplify is followed by few."""
    if persona is not None:
        return persona.followers
    chance, key = telling.chance, post.author or "own"
    if not post.author:
        return telling.scenario.audience.size * telling.scenario.audience.people_per_user // 20
    if _amplifies(post, persona):
        return chance.below("profile.few", key, 38) + 3
    degree = int(telling.run.storm.audience.degree(np.array([int(post.author)], np.int64))[0])
    people = max(telling.scenario.audience.people_per_user // _MAY_WATCH, 1)
    return degree * people + chance.below("profile.others", key, 40)


def _year(telling: Telling, post: Post, what: str) -> int:
    year = telling.times.moment(0).year
    return year - 1 - telling.chance.below(f"profile.{what}", post.author or "own", _SINCE_AT_MOST)


def _created(telling: Telling, post: Post, persona: Persona | None) -> str:
    if _amplifies(post, persona):
        days = telling.chance.below("profile.days", post.author, 17) + 4
        return telling.say("play.profile_days_ago", count=days)
    return str(_year(telling, post, "created"))


def _rhythm(telling: Telling, post: Post, persona: Persona | None) -> str:
    chance, key = telling.chance, post.author or "own"
    if _amplifies(post, persona):
        return telling.say("play.profile_a_day", count=chance.below("profile.loud", key, 180) + 90)
    if post.segment in ("journalists", "influencers", "authorities") or not post.author:
        return telling.say("play.profile_a_day", count=chance.below("profile.daily", key, 7) + 3)
    return telling.say("play.profile_a_week", count=chance.below("profile.weekly", key, 11) + 2)


def _answered(telling: Telling, ids: tuple[str, ...]) -> str:
    """When the organisation last answered one of these posts."""
    answers = (
        post
        for name in ids
        for answer in telling.conversations.answers(name)
        if (post := telling.posts.post(answer)) is not None and post.kind == "own"
    )
    last = max((post.minute for post in answers), default=None)
    return "" if last is None else telling.say("play.profile_answered", last_minute=last)
