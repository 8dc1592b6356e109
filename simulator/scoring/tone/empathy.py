"""S.empathy: whether the people who are hurt come first."""

from __future__ import annotations

from simulator.locale import Message
from simulator.scenario.tags import Tone

FULL = 3
"""The highest level of empathy and of voice."""

LEVELS = (
    Message("scoring.level_0"),
    Message("scoring.level_1"),
    Message("scoring.level_2"),
    Message("scoring.level_3"),
)
"""The words for the levels of a quality, none to full."""


def empathy(tone: Tone) -> float:
    """The author's level (0..3) over 3."""
    return tone.empathy / FULL


def empathy_sentence(tone: Tone, minute: int) -> Message:
    """How much there was, in words."""
    return Message("scoring.empathy", {"message_minute": minute, "level": LEVELS[tone.empathy]})
