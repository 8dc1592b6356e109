"""The tone of one message: its criteria, their shares and what each is worth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum

from simulator.engine.message import PublishedMessage
from simulator.locale import Message
from simulator.scenario.tags import Tone
from simulator.scoring.record import Record
from simulator.scoring.rules import RULES
from simulator.scoring.sharing import shared
from simulator.scoring.tone.apology import apology, is_called_for
from simulator.scoring.tone.empathy import empathy, empathy_sentence
from simulator.scoring.tone.fit import fit, fit_sentence
from simulator.scoring.tone.stance import stance_fit, stance_sentence
from simulator.scoring.tone.voice import voice, voice_sentence


@dataclass(frozen=True)
class Part:
    """What a message is worth under one rule: its share (those of a message add up to 1), its value (0..1), why."""

    rule: str
    share: float
    value: float
    sentence: Message


@dataclass(frozen=True)
class ToneOf:
    """A message with the parts of its tone."""

    message: PublishedMessage
    parts: tuple[Part, ...]

    @property
    def value(self) -> float:
        """The tone of the message, 0..1."""
        return fsum(part.share * part.value for part in self.parts)

    @property
    def weight(self) -> int:
        """Its channel's reach, at least 1."""
        return max(self.message.reach, 1)


def tone_of(record: Record, message: PublishedMessage, tone: Tone, weights: Mapping[str, float]) -> ToneOf:
    """`.25 empathy + .30 stance fit + .15 voice + .15 fit + .15 apology`, or other `weights`.

    Without a stance, and where no apology is called for yet, the others share the weight. In a paracrisis the stance
    of a public message fits nothing: it should not have been there.
    """
    invites, minute = message.tags.invitation, message.minute
    judged = {
        "S.empathy": (empathy(tone), empathy_sentence(tone, minute)),
        "S.voice": (voice(tone, invites), voice_sentence(tone, invites, minute)),
        "S.fit": (fit(record, message, tone), fit_sentence(record, message, tone)),
    }
    if message.tags.stance is not None:
        taken = message.tags.stance
        misplaced = record.paracrisis and message.is_public
        value = 0.0 if misplaced else stance_fit(record, taken, message.decided)
        judged["S.stance"] = (value, stance_sentence(record, message, taken))
    if is_called_for(record, message.decided):
        judged["S.apology"] = (apology(record), RULES["S.apology"].name)
    shares = shared(weights, judged)
    return ToneOf(message, tuple(Part(rule, share, *judged[rule]) for rule, share in shares.items()))
