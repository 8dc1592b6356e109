"""Messages and records for tests, with neutral defaults."""

from __future__ import annotations

from math import fsum
from typing import Any

from simulator.engine.message import PublishedMessage
from simulator.scenario.tags import HOLDING_PARTS, Claim, Tags, Tone
from simulator.scoring import ScoreCard
from simulator.scoring.record import Record

GOOD_TONE = Tone(empathy=3, voice=3, arousal="acknowledged", reason="Les personnes passent d’abord.")
COLD_TONE = Tone(empathy=0, voice=0, arousal="ignored", reason="Une formule.")


def message(serial: int, minute: int, tags: Tags | None = None, **others: Any) -> PublishedMessage:
    """A public message of the chief executive in a solemn channel."""
    values: dict[str, Any] = {
        "serial": serial,
        "decided": minute,
        "minute": minute,
        "signature": (f"said-{serial}",),
        "tags": tags or Tags(),
        "channel": "statement",
        "reach": 100,
        "formality": 2,
        "rank": 2,
        "recipient": "public",
    }
    return PublishedMessage(**{**values, **others})


def complete(**others: Any) -> Tags:
    """The tags of a complete holding statement."""
    return Tags(**{"holding": HOLDING_PARTS, "stance": 3, "tone": GOOD_TONE, "update": "new", **others})


def telling(fact: str, says: str, **others: Any) -> Tags:
    """The tags of a disclosure."""
    claims = (Claim(fact=fact, says=says),)
    return Tags(**{"claims": claims, "discloses": (fact,), "update": "new", **others})


def record(*messages: PublishedMessage, **others: Any) -> Record:
    """Ten hours of a crisis of severity 2 (sigma 60, cadence 120), victim cluster, from minute 0."""
    values: dict[str, Any] = {"severity": 2, "cluster": "victim", "begins": 0, "ends": 600}
    return Record(messages=messages, **{**values, **others})


def points(card: ScoreCard, rule: str) -> float:
    """Points earned under a rule."""
    return fsum(row.earned for row in card.evidence if row.rule == rule)


def codes(card: ScoreCard, rule: str) -> list[str]:
    """The sentences of a rule's rows."""
    return [row.message.code.removeprefix("scoring.") for row in card.evidence if row.rule == rule]
