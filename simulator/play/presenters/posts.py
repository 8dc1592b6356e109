"""What each post of the feed says and who says it, in the reader's language."""

from __future__ import annotations

from collections import Counter, deque
from typing import TYPE_CHECKING, Literal, cast

from simulator.engine.message import PublishedMessage
from simulator.engine.post import Post
from simulator.play.presenters.people import Author, own_author, persona_author, simulated_author
from simulator.play.presenters.post_rows import PictureRow
from simulator.scenario.base import Segment
from simulator.scenario.story import Picture
from simulator.scenario.voices import Moment, PublicFact

if TYPE_CHECKING:
    from simulator.play.presenters.telling import Telling

SCREENFUL = 60
"""No crowd text comes back within so many posts of the crowd, as long as there are others that fit."""
_TRIES = 40


class Posts:
    """The feed of one telling, put into words once and in order, so that a post never changes its text."""

    def __init__(self, telling: Telling) -> None:
        self._telling = telling
        self._texts: dict[str, str] = {}
        self._by_id: dict[str, Post] = {}
        self._told = 0
        self._authors: dict[tuple[str, str], Author] = {}
        self._recent: deque[str] = deque(maxlen=SCREENFUL)
        self._said: Counter[str] = Counter()

    def text(self, post: Post) -> str:
        """What `post` says."""
        self._tell_new()
        return self._texts[post.id]

    def picture(self, post: Post) -> PictureRow | None:
        """What `post` shows, if it shows anything."""
        telling = self._telling
        shown: Picture | None = None
        if post.kind == "inject":
            shown = telling.injects[post.source].picture
        elif post.kind == "signal":
            shown = telling.signals[post.source].picture
        elif post.kind == "scheduled":
            shown = telling.scheduled[post.source].picture
        if shown is None or telling.folder is None:
            return None
        return PictureRow(telling.folder / shown.file, shown.alt or shown.file)

    def post(self, post_id: str) -> Post | None:
        """The post of this id, None while there is none."""
        self._tell_new()
        return self._by_id.get(post_id)

    def alike(self, post: Post) -> int:
        """How many other posts say the very same."""
        return self._said[self.text(post)] - 1

    def author(self, post: Post) -> Author:
        """Who speaks in `post`."""
        key = (post.author, post.segment)
        if key not in self._authors:
            self._authors[key] = self._author(post)
        return self._authors[key]

    def _author(self, post: Post) -> Author:
        telling = self._telling
        if not post.author:
            return own_author(telling.scenario.organisation, telling.phrases)
        served = telling.scenario.audience.customers_are
        if post.author in telling.personas:
            return persona_author(telling.personas[post.author], telling.phrases, served)
        segment = cast(Segment, post.segment)
        return simulated_author(int(post.author), segment, telling.run.seed, telling.phrases, served)

    def _tell_new(self) -> None:
        posts = self._telling.run.feed.posts
        for post in posts[self._told :]:
            self._by_id[post.id] = post
            text = self._crowd(post) if post.kind in ("crowd", "quiet") else self._scripted(post)
            self._texts[post.id] = text
            self._said[text] += 1
        self._told = len(posts)

    def _crowd(self, post: Post) -> str:
        """The voice for the post's place in its series, or the next one that has not been read lately."""
        telling = self._telling
        moment = Moment(
            segment=post.segment,
            mood=post.mood,
            arousal=post.arousal,
            channel=telling.channels[post.channel].kind,
            stage=self._stage(post.minute),
            facts=self._known(post.minute),
        )
        texts = (telling.voices.text(moment, post.serial + step) for step in range(_TRIES))
        text = next((text for text in texts if text not in self._recent), telling.voices.text(moment, post.serial))
        self._recent.append(text)
        return text

    def _scripted(self, post: Post) -> str:
        telling = self._telling
        match post.kind:
            case "inject":
                return telling.injects[post.source].text
            case "signal":
                return telling.signals[post.source].text
            case "scheduled":
                return telling.scheduled[post.source].text
            case "leak":
                fact_id, _, index = post.source.rpartition(":")
                return telling.facts[fact_id].leaks[int(index)].text
            case _:
                return message_text(telling, telling.run.state.messages[int(post.source) - 1])

    def _known(self, minute: int) -> dict[str, PublicFact]:
        """What the public knew at a minute, and from whom first."""
        known = {}
        for fact_id, fact in self._telling.run.state.facts.items():
            leaked = fact.leaked is not None and fact.leaked <= minute
            told = fact.disclosed is not None and fact.disclosed <= minute
            state: Literal["unknown", "published", "leaked"] = (
                "leaked" if leaked else "published" if told else "unknown"
            )
            known[fact_id] = PublicFact(fact.outcome, state)
        return known

    def _stage(self, minute: int) -> str:
        stages = self._telling.scenario.stages
        return next((stage.id for stage in reversed(stages) if stage.begins <= minute), stages[0].id)


def message_text(telling: Telling, message: PublishedMessage) -> str:
    """What a message of the organisation says, the announced hour filled in."""
    if message.holding:
        parts = [telling.wordings[name] for name in message.signature]
    else:
        response = telling.offers[message.signature[0]].response
        parts = [response.full or response.text]
    hour = telling.times.clock(message.promised if message.promised is not None else message.minute)
    return " ".join(part.replace("{time}", hour) for part in parts)
