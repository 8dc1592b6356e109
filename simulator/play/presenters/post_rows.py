"""One post of the feed, what stands around it, and which posts a reader asks for. See `rows`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

BadgeKind = Literal["", "customer", "employee", "journalist", "influencer", "authority", "public", "bot", "you"]

PostLook = Literal[
    "microblog", "video", "comment", "review", "article", "inquiry", "statement", "bubble", "private", "line"
]
"""How a post looks: `comment` stands under a video or an article, `inquiry` is what the press asks of the organisation,
`bubble` is of the internal chat, `line` of the authorities' own line."""

Relation = Literal["", "reply", "quote", "comment", "follow"]
"""How a post stands to an earlier one; `follow`: its author goes on."""

Shelf = Literal["", "awaiting", "pinned", "hidden"]
"""Which posts the reader has laid apart, or that still await an answer; "" is all that are not hidden."""

Who = Literal["", "customer", "employee", "journalist", "influencer", "authority", "public", "you"]
"""Whose posts the reader wants to see, by badge; `public` is everybody without one."""


@dataclass(frozen=True)
class FeedFilter:
    """Which posts the feed shows, newest first: one channel ("" is all of them), at most `limit` posts.

    `words` must all stand in a post or in its author's name; accents and capitals do not count. What the reader has
    `pinned` and `hidden` is a matter of the front end: it is no part of the play.
    """

    channel: str = ""
    limit: int = 120
    words: str = ""
    who: Who = ""
    shelf: Shelf = ""
    pinned: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()


@dataclass(frozen=True)
class ChannelTab:
    channel_id: str
    name: str
    count: str


@dataclass(frozen=True)
class PictureRow:
    """What a post shows: a file to load, and the same in words."""

    file: Path
    alt: str


@dataclass(frozen=True)
class QuotedRow:
    """A post shown inside another, which comments on it."""

    post_id: str
    author: str
    handle: str
    text: str


@dataclass(frozen=True)
class FeedRow:
    """One post. `replies`, `reshares`, `likes` are figures ready to show ("1,9 k")."""

    post_id: str
    author: str
    handle: str
    initials: str
    colour_key: str
    age: str
    channel_id: str
    text: str
    replies: str = ""
    reshares: str = ""
    likes: str = ""
    badge: str = ""
    badge_kind: BadgeKind = ""
    heat: str = ""
    """How fast it spreads ("38 %/min"), without an arrow."""
    heat_arrow: int = 0
    deadline: str = ""
    """When an answer is expected ("réponse attendue 0:24")."""
    note: str = ""
    """A remark on the account or the post ("compte récent", "publication programmée")."""
    answerable: bool = False
    is_inject: bool = False
    highlighted: bool = False
    picture: PictureRow | None = None
    look: PostLook = "microblog"
    mark: str = ""
    """What kind of post it is, where its look alone does not say so ("#interne", "Avis vérifié")."""
    title: str = ""
    """A headline, or the title of a review; `text` goes on from there."""
    stars: int = 0
    """Of 5; 0: no review."""
    views: str = ""
    duration: str = ""
    drawing: int = 0
    """Which drawing stands for a video without a picture: any number, always the same for the same post."""
    relation: Relation = ""
    context: str = ""
    """What it answers ("en réponse à @marion_bzh")."""
    quoted: QuotedRow | None = None
    thread: str = ""
    """How many answers can be read under it ("3 réponses")."""
    arrives: float = 0.0
    """The share of its minute after which it shows, 0..1: a crowd does not post on the stroke of the minute."""
    pinned: bool = False


@dataclass(frozen=True)
class TrendRow:
    """A word or hashtag that is much used now. `rumour`: no verified or published fact bears it out."""

    word: str
    count: str
    arrow: int = 0
    rumour: bool = False
    tip: str = ""


@dataclass(frozen=True)
class MoodView:
    """The tone of the feed: a word ("en colère"), and whether more is written than before; `rate` says how much."""

    word: str = ""
    arrow: int = 0
    rate: str = ""
