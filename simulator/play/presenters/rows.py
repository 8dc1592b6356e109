"""What the crisis shows, as plain rows: translated strings, numbers and flags, with no engine behind them.

A front end draws these and asks nothing else. Every string is ready to read: language, typography and
numbers are done. An empty string or tuple means "nothing to show". `accent` and `colour_key` choose a
colour by name or number; the front end owns the colours. Fractions are 0..1, outrage and trust 0..100.
Arrows are -1 (falls), 0 (steady), 1 (rises). A `refusal` is the sentence of why a thing cannot be done,
empty when it can. Here is the whole and its frame; its parts are in `post_rows`, `card_rows`, `fact_rows`,
`cell_rows` and `curve_rows`, the rows of the other scenes in `pages`, of the windows over the crisis in `dialogs`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from simulator.play.presenters.card_rows import CardView, MessageRow, ScheduledRow
from simulator.play.presenters.cell_rows import ActionRow, PersonRow, TaskRow
from simulator.play.presenters.curve_rows import GaugeView, SegmentRow, TimelineView
from simulator.play.presenters.fact_rows import FactRow
from simulator.play.presenters.post_rows import ChannelTab, FeedRow, MoodView, TrendRow

NoticeTone = Literal["news", "good", "bad", "neutral"]


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
    mood: MoodView = field(default_factory=MoodView)
    minute_seconds: float = 0.0
    """Wall seconds that a minute lasts now, 0 while time stands still."""
