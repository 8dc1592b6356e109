"""A post of the feed, without text: who, when, where, in what mood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from simulator.scenario.base import Arousal

Kind = Literal["crowd", "quiet", "inject", "signal", "leak", "own", "scheduled"]
"""`crowd`: of the storm; `quiet`: everyday chatter; `own`: of the organisation; the others: from the scenario."""

Mood = Literal["outraged", "worried", "mocking", "sceptic", "supportive", "neutral"]


@dataclass(frozen=True)
class Post:
    """One visible post.

    `id` is unique in a run (`p17`, `inject:marion`, `signal:..`, `leak:swab`, `own:3`, `scheduled:..`). `source` is
    what gives its text: the id in the scenario, the message's serial, or, for the crowd, `""`; `author` is a persona's
    id, `""` for the organisation, or the number of a simulated user. `serial` counts the crowd's posts of the same
    segment, mood, arousal and channel, so that a voice can be chosen without repeating itself. `parent` is the id of
    the post that it answers or passes on.
    """

    id: str
    minute: int
    kind: Kind
    channel: str
    segment: str
    source: str = ""
    author: str = ""
    mood: Mood = "neutral"
    arousal: Arousal = "low"
    serial: int = 0
    parent: str | None = None


@dataclass(frozen=True)
class Counters:
    """What stands under a post: replies, reshares and likes, in people."""

    replies: int
    reshares: int
    likes: int
