"""S.voice: whether a person speaks, and is open to an answer (Kelleher's conversational human voice)."""

from __future__ import annotations

from simulator.locale import Message
from simulator.scenario.tags import Tone
from simulator.scoring.tone.empathy import FULL

CONVERSATION, INVITATION = 0.75, 0.25
"""Shares of the way of speaking and of the invitation to dialogue."""

_LEVELS = (
    Message("scoring.voice_0"),
    Message("scoring.voice_1"),
    Message("scoring.voice_2"),
    Message("scoring.voice_3"),
)


def voice(tone: Tone, invites: bool) -> float:
    """Three quarters for the author's level over 3, one quarter for an invitation to answer."""
    return CONVERSATION * tone.voice / FULL + INVITATION * invites


def voice_sentence(tone: Tone, invites: bool, minute: int) -> Message:
    """How human it sounded, in words."""
    arguments = {"message_minute": minute, "voice": _LEVELS[tone.voice]}
    return Message("scoring.voice_inviting", arguments) if invites else Message("scoring.voice_closed", arguments)
