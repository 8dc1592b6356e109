"""S.empathy: whether the people who are hurt come first."""

from __future__ import annotations

from simulator.locale import Message
from simulator.scenario.tags import Tone

FULL = 3
"""The highest level of empathy and of voice."""

_CODES = (
    "scoring.empathy_none",
    "scoring.empathy_slight",
    "scoring.empathy_clear",
    "scoring.empathy_full",
)


def empathy(tone: Tone) -> float:
    """The author's level (0..3) over 3."""
    return tone.empathy / FULL


def empathy_sentence(tone: Tone, minute: int) -> Message:
    """How much there was, in words."""
    return Message(_CODES[tone.empathy], {"message_minute": minute})
