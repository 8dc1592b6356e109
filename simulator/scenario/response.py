"""What the organisation can publish or do: responses."""

from __future__ import annotations

from typing import Literal

from simulator.scenario.base import Id, Model, Percent, Span, Text
from simulator.scenario.condition import Condition
from simulator.scenario.tags import Recipient, Tags

Action = Literal["reply", "check", "escalate", "watch"]
"""What an inject expects: an answer, a verification, an alert passed on, or a recorded decision to watch."""


class WatchOrder(Model):
    """A recorded decision not to answer: why, and at which outrage (0..100) it is looked at again."""

    reason: Id
    threshold: Percent


class Response(Tags):
    """A message or a measure that the student can choose.

    `text` is what the card shows (and the feed, unless `full` holds a longer text). Without `channel` nothing is
    published: it is a measure. `preparation` is the writer's minutes; `approval` says who must read it first.
    `does` names the expected actions it meets; `verifies` orders a verification, `watch` records one's watching.
    """

    id: Id
    text: Text
    full: Text | None = None
    channel: Id | None = None
    recipient: Recipient = "public"
    preparation: Span = 0
    approval: Literal["none", "legal"] = "none"
    requires: tuple[Condition, ...] = ()
    does: tuple[Action, ...] = ()
    verifies: tuple[Id, ...] = ()
    alerts: bool = False
    watch: WatchOrder | None = None

    @property
    def actions(self) -> frozenset[Action]:
        """Every expected action that it meets: those it `does`, and those that follow from what it is."""
        implied: tuple[tuple[object, Action], ...] = (
            (self.channel, "reply"),
            (self.verifies, "check"),
            (self.alerts, "escalate"),
            (self.watch, "watch"),
        )
        return frozenset(self.does) | {action for is_so, action in implied if is_so}
