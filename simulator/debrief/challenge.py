"""One thing to do better next time: concrete, from what cost a play most, and looked for in the next one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from typing import Self

from simulator.debrief.lessons import losses
from simulator.locale import Message
from simulator.scenario.rubric import OverallWeights
from simulator.scoring.evidence import Evidence

WELL = 0.85
"""Share of what a criterion can earn from which it went well enough (design)."""
SMALLEST = 1.0
"""Points of the overall grade under which a loss is no challenge."""
CONFIRM = "confirm"
"""What is asked of who lost nothing worth speaking of: the same again, with another draw."""

_LOOKED_AT: Mapping[str, tuple[str, ...]] = {
    "acknowledgement": ("R.A",),
    "silence": ("R.A",),
    "updates": ("R.U",),
    "priorities": ("R.P",),
    "promises": ("R.K",),
    "veille": ("R.V",),
    "information": ("T.I",),
    "accountability": ("T.Acc",),
    "participation": ("T.Part", "T.Open"),
    "openness": ("T.Open",),
    "truth": ("T.false", "T.lie_cap"),
    "falsehood": ("T.false", "T.unverified"),
    "verify": ("T.unverified",),
    "contradiction": ("T.contradiction",),
    "restricted": ("T.restricted", "T.restricted_cap"),
    "criticism": ("T.criticism",),
    "error": ("T.error",),
    "empathy": ("S.empathy",),
    "stance": ("S.stance",),
    "denial": ("S.stance",),
    "voice": ("S.voice",),
    "fit": ("S.fit",),
    "apology": ("S.apology",),
    "worst": ("S.worst",),
    "repeat": ("S.repeat",),
}
"""The rules that say whether a challenge was met, by its lesson. To watch is no challenge: it depends on the crisis."""
_ENOUGH: Mapping[str, float] = {"silence": 0.4}
"""Where another share is meant: whoever was silent is asked to speak, not to say it all."""
CHALLENGES = (*_LOOKED_AT, CONFIRM)


@dataclass(frozen=True)
class Challenge:
    """What is asked of the next play: the `lesson`, one of `CHALLENGES`."""

    lesson: str

    @property
    def message(self) -> Message:
        """The challenge in a few words: « publier un message d’attente complet dans la première demi-heure »."""
        return Message(f"debrief.challenge_{self.lesson}")

    def is_met(self, evidence: Iterable[Evidence], overall: float, before: float) -> bool:
        """Whether a play with this `evidence` met it; `overall` is its grade, `before` the one it was set after.

        A criterion that the play gave no occasion for is met by nothing, a fault that was not made is.
        """
        if self.lesson == CONFIRM:
            return overall >= before
        rows = [row for row in evidence if row.rule in _LOOKED_AT[self.lesson]]
        possible = fsum(row.possible for row in rows)
        if possible <= 0.0:
            return not any(row.lost > 0.0 for row in rows) and _is_fault(self.lesson)
        return fsum(row.earned for row in rows) >= _ENOUGH.get(self.lesson, WELL) * possible

    @classmethod
    def after(cls, evidence: Sequence[Evidence], weights: OverallWeights) -> Self:
        """The challenge that a play with this `evidence` leaves: what cost it most of the overall grade, and went ill.

        A play never meets the challenge that it leaves, unless there is nothing to do better.
        """
        lost = losses(evidence, weights)
        named = [name for name in lost if name in _LOOKED_AT and lost[name] >= SMALLEST]
        named = [name for name in named if not cls(name).is_met(evidence, 0.0, 0.0)]
        return cls(max(named, key=lambda name: lost[name], default=CONFIRM))


def _is_fault(lesson: str) -> bool:
    """Whether the lesson is about something that must not be done."""
    return lesson in ("truth", "falsehood", "verify", "contradiction", "restricted", "criticism", "error", "repeat")
