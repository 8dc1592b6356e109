"""How a post looks by the channel it stands on: a message, a video, a review, an article, a chat, a private line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.engine.post import Post
from simulator.play.presenters.post_rows import PostLook

if TYPE_CHECKING:
    from simulator.play.presenters.telling import Telling

_RATED = re.compile(r"([0-5])/5\s*([.,:;–—-]?)\s*")
_SENTENCE = re.compile(r"(.{12,110}?[.!?…]+»?)\s+(?=\S)")
_STARS = {"outraged": (1, 1), "worried": (1, 2), "mocking": (1, 2), "sceptic": (2, 3), "supportive": (4, 5)}
_STARS_OF_A_QUIET_DAY = (3, 5)
_NUMBERS = ("une", "deux", "trois", "quatre", "cinq", "one", "two", "three", "four", "five")
_STAR_WORDS = re.compile(rf"\b({'|'.join(_NUMBERS)}) (?:étoile|star)", re.IGNORECASE)
_MOODS = ("outraged", "worried", "mocking", "sceptic", "supportive")
_TITLES = 3
"""Titles of a review in the catalogues for each mood, and for each number of stars on a quiet day."""


@dataclass(frozen=True)
class Look:
    """What a look adds to a post's text, which it may have shortened by a title."""

    look: PostLook
    text: str
    title: str = ""
    mark: str = ""
    stars: int = 0
    duration: str = ""


def look_of(telling: Telling, post: Post) -> Look:
    """How `post` looks; always the same for the same post and language."""
    text = telling.posts.text(post)
    channel = telling.channels[post.channel]
    say = telling.say
    match channel.kind:
        case "video":
            if telling.conversations.is_clip(post.id):
                seconds = telling.chance.below("feed.seconds", post.id, 150) + 14
                return Look("video", text, duration=telling.phrases.elapsed(seconds))
            return Look("comment", text, mark=say("play.mark_comment"))
        case "reviews":
            return _review(telling, post, text)
        case "press":
            return _press(telling, post, text)
        case "statement":
            return Look("statement", text, mark=channel.name)
        case "internal":
            return Look("bubble", text, mark=f"#{channel.name.casefold()}")
        case "private":
            return Look("line" if post.segment == "authorities" else "private", text, mark=channel.name)
        case _:
            return Look("microblog", text)


def _review(telling: Telling, post: Post, text: str) -> Look:
    """A review of the crowd has the title of its mood; what the scenario brings keeps to its own words."""
    say = telling.say
    if post.kind in ("own", "scheduled"):
        return Look("comment", text, mark=say("play.mark_comment"))
    mark = say("play.review_verified" if post.segment == "customers" else "play.review_unverified")
    if post.kind not in ("crowd", "quiet"):
        return Look("review", text, mark=mark, stars=_stars_in_words(telling, post, text))
    least, most = _STARS.get(post.mood, _STARS_OF_A_QUIET_DAY)
    stars = least + telling.chance.below("feed.stars", post.id, most - least + 1)
    rated = _RATED.match(text)
    if rated:
        stars = max(1, int(rated[1]))
        rest = text[rated.end() :] if rated[2] else text
        text = rest[:1].upper() + rest[1:]
    number = telling.chance.below("feed.review title", post.id, _TITLES) + 1
    kind = stars if post.mood == "neutral" else _MOODS.index(post.mood) + 6
    return Look("review", text, say(f"play.review_{10 * kind + number}"), mark, stars)


def _stars_in_words(telling: Telling, post: Post, text: str) -> int:
    """The stars that a review speaks of; else few, and more where somebody comes back to say more."""
    said = _STAR_WORDS.search(text)
    if said:
        return _NUMBERS.index(said[1].casefold()) % 5 + 1
    return 3 if telling.conversations.tie(post.id).relation == "follow" else 1


def _press(telling: Telling, post: Post, text: str) -> Look:
    if post.kind in ("own", "scheduled"):
        return Look("statement", text, mark=telling.say("play.mark_press_answer"))
    if post.kind in ("crowd", "quiet") and post.segment != "journalists":
        return Look("comment", text, mark=telling.say("play.mark_reader"))
    if post.kind == "inject" and telling.injects[post.source].responses:
        return Look("inquiry", text, mark=telling.say("play.mark_inquiry"))
    title, rest = headline(text)
    return Look("article", rest, title, telling.say("play.mark_article"))


def headline(text: str) -> tuple[str, str]:
    """The first sentence as a headline, without its full stop, and the rest; quotation marks around all stay."""
    first = _SENTENCE.match(text)
    if not first or text.startswith(("«", "“")):
        return text, ""
    title = first[1]
    return (title[:-1] if title.endswith(".") and not title.endswith("..") else title), text[first.end() :]
