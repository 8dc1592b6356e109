"""What the crisis shows, as plain rows: translated strings, numbers and flags, with no engine behind them.

A front end draws these and asks nothing else. Every string is ready to read: language, typography and
numbers are done. An empty string or tuple means "nothing to show". `accent` and `colour_key` choose a
colour by name or number; the front end owns the colours. Fractions are 0..1, outrage and trust 0..100.
Arrows are -1 (falls), 0 (steady), 1 (rises). A `refusal` is the sentence of why a thing cannot be done,
empty when it can. The rows of the other scenes are in `pages`, those of the windows opened over the
crisis in `dialogs`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

ActionName = Literal[
    "verify",
    "holding",
    "suspend",
    "alert",
    "listen",
    "reply",
    "notify",
    "inform",
    "spokesperson",
    "correct",
    "watch",
]
ACTION_KEYS: dict[ActionName, str] = {
    "listen": "L", "verify": "V", "holding": "H", "suspend": "P", "reply": "R", "alert": "A",
    "notify": "U", "inform": "I", "spokesperson": "S", "correct": "C", "watch": "O",
}  # fmt: skip
"""The letter of each standing action, the same in both languages (N, M, Space and digits are taken)."""

BadgeKind = Literal["", "customer", "employee", "journalist", "influencer", "authority", "public", "bot", "you"]
ChannelKind = Literal["public", "private", "statement", "press", "video", "internal", "authority", "phone", "none"]
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
FactState = Literal["unknown", "verifying", "verified", "published", "leaked", "restricted"]
NoticeTone = Literal["news", "good", "bad", "neutral"]
Point = tuple[float, float]
"""(scenario minute, value 0..100)."""


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
class StageRow:
    name: str
    current: bool = False
    past: bool = False


@dataclass(frozen=True)
class HeaderView:
    """The top line: `clock` is "mar. 14 h 32", `elapsed` "T+1:47", `pace` "×10"; severity is 0..3."""

    title: str
    organisation: str
    stages: tuple[StageRow, ...]
    severity: int
    clock: str
    elapsed: str
    pace: str
    paused: bool = False
    can_pause: bool = True


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


@dataclass(frozen=True)
class ResponseRow:
    """One thing that can be said. Neither stance nor tone: they are named in the debrief only.

    `full` is what will be published where the card only names it: nobody signs what they cannot read. `voice` is who
    would speak, where one chooses who does and everybody hears it.
    """

    key: str
    response_id: str
    text: str
    channel: str
    channel_kind: ChannelKind
    preparation: str
    approval: str = ""
    enabled: bool = True
    refusal: str = ""
    full: str = ""
    voice: str = ""


@dataclass(frozen=True)
class CardView:
    """An open inject. `countdown` is the time left as text, `fraction` the share of it left (1 to 0)."""

    inject_id: str
    kicker: str
    title: str
    context: str
    responses: tuple[ResponseRow, ...]
    countdown: str = ""
    fraction: float = 1.0
    urgent: bool = False
    post_id: str = ""
    name: str = ""


@dataclass(frozen=True)
class GaugeView:
    """Outrage and trust now. `change` is "+9 / 10 min", `word` "élevée"; `history` is for the small curve."""

    outrage: int
    arrow: int
    change: str
    word: str
    trust: int
    trust_arrow: int
    reach: str
    posts_per_minute: str
    history: tuple[Point, ...] = ()


@dataclass(frozen=True)
class SegmentRow:
    segment_id: str
    name: str
    outrage: int
    arrow: int = 0


@dataclass(frozen=True)
class FactMark:
    """One of the two marks of a fact, *verified* and *published*; `tone` chooses its sign and colour."""

    text: str
    tone: Literal["open", "progress", "done", "held", "bad", "locked"] = "open"


@dataclass(frozen=True)
class FactRow:
    """One fact of the ledger: `text` says what the cell knows of it now; the flags open its two actions.

    On the board, `label` names it, `marks` are *verified* and *published*, `fraction` how far its verification is, and
    `others` says who could tell it first.
    """

    fact_id: str
    text: str
    state: FactState
    state_text: str
    can_verify: bool = False
    verify_refusal: str = ""
    verify_cost: str = ""
    """Who verifies it and how long that takes ("Samira Roche · 20 min")."""
    can_publish: bool = False
    publish_refusal: str = ""
    publish_cost: str = ""
    """What it takes until it is public ("5 min · puis relecture juridique, 15 min"), empty when it cannot be."""
    label: str = ""
    marks: tuple[FactMark, ...] = ()
    fraction: float = 0.0
    others: str = ""


@dataclass(frozen=True)
class WaitingRow:
    """Work that waits in a line: `work` and `about` name it, `place` is "2e", `cost` how long it takes once begun."""

    work: str
    about: str
    text: str
    place: str
    cost: str
    can_go_first: bool = False
    first_refusal: str = ""
    can_withdraw: bool = False
    withdraw_refusal: str = ""


@dataclass(frozen=True)
class TaskRow:
    """One queue of the cell ("Rédaction"): who does it, what is being done, until when, and what waits behind it."""

    queue: Literal["writer", "verification", "legal"]
    name: str
    doing: str = ""
    until: str = ""
    fraction: float = 0.0
    waiting: tuple[str, ...] = ()
    people: str = ""
    lines: tuple[WaitingRow, ...] = ()


@dataclass(frozen=True)
class ActionRow:
    """A standing action. `count` is a small figure beside it; `active` that it is running or already done."""

    action: ActionName
    key: str
    label: str
    enabled: bool = True
    refusal: str = ""
    count: str = ""
    active: bool = False


@dataclass(frozen=True)
class MessageRow:
    """A standing message: what can be notified, told to employees, corrected; or a fresh statement."""

    action: Literal["notify", "inform", "correct", "statement"]
    response: ResponseRow


@dataclass(frozen=True)
class ScheduledRow:
    """A scheduled post to keep or suspend. `kept` is None while nobody has decided."""

    post_id: str
    time: str
    channel: str
    text: str
    kept: bool | None
    state: str
    enabled: bool = True
    refusal: str = ""


@dataclass(frozen=True)
class PersonRow:
    """Someone of the cell; `current` marks today's spokesperson."""

    persona_id: str
    name: str
    initials: str
    role: str
    colour_key: str
    current: bool = False
    enabled: bool = True
    refusal: str = ""


@dataclass(frozen=True)
class MarkRow:
    """A moment on a curve; `featured` marks the few to name where there is no room for all."""

    minute: float
    label: str
    clock: str = ""
    featured: bool = False


@dataclass(frozen=True)
class TimelineView:
    """Outrage over the whole run; `clocks` are the hours written under it."""

    start: float
    end: float
    now: float
    curve: tuple[Point, ...]
    decisions: tuple[MarkRow, ...] = ()
    injects: tuple[MarkRow, ...] = ()
    clocks: tuple[MarkRow, ...] = ()


@dataclass(frozen=True)
class NoticeRow:
    """A consequence, said once; `serial` rises with each, so that a screen shows those it has not shown."""

    serial: int
    text: str
    clock: str = ""
    tone: NoticeTone = "neutral"


@dataclass(frozen=True)
class CrisisView:
    """Everything the crisis scene shows at one moment; `cards` stand most urgent first.

    `quiet` is the sentence shown while no card is open, `next_event` what the key N leads to, `hint` a tip told once.
    `feed` may make its rows only when they are asked for (`feed_rows.FeedRows`).
    """

    header: HeaderView
    tabs: tuple[ChannelTab, ...]
    feed: Sequence[FeedRow]
    cards: tuple[CardView, ...]
    gauge: GaugeView
    segments: tuple[SegmentRow, ...]
    facts: tuple[FactRow, ...]
    facts_summary: str
    tasks: tuple[TaskRow, ...]
    actions: tuple[ActionRow, ...]
    timeline: TimelineView
    messages: tuple[MessageRow, ...] = ()
    scheduled: tuple[ScheduledRow, ...] = ()
    people: tuple[PersonRow, ...] = ()
    notices: tuple[NoticeRow, ...] = ()
    quiet: str = ""
    next_event: str = ""
    hint: str = ""
    trends: tuple[TrendRow, ...] = ()
    mood: MoodView = MoodView()
    minute_seconds: float = 0.0
    """Wall seconds that a minute lasts now, 0 while time stands still."""
