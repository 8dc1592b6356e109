"""Three things to remember: lessons drawn from what cost a play most."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import fsum

from simulator.locale import Message
from simulator.scenario.rubric import OverallWeights
from simulator.scoring.evidence import Dimension, Evidence

HOW_MANY = 3
SMALLEST = 1.0
"""Points of the overall grade under which a loss is no lesson."""

_LESSONS: Mapping[str, str] = {
    "R.A": "debrief.lesson_acknowledgement",
    "R.U": "debrief.lesson_updates",
    "R.P": "debrief.lesson_priorities",
    "R.K": "debrief.lesson_promises",
    "R.V": "debrief.lesson_veille",
    "R.silence": "debrief.lesson_silence",
    "T.I": "debrief.lesson_information",
    "T.Acc": "debrief.lesson_accountability",
    "T.Part": "debrief.lesson_participation",
    "T.Open": "debrief.lesson_openness",
    "T.false": "debrief.lesson_truth",
    "T.lie_cap": "debrief.lesson_truth",
    "T.unverified": "debrief.lesson_verify",
    "T.contradiction": "debrief.lesson_contradiction",
    "T.restricted": "debrief.lesson_restricted",
    "T.restricted_cap": "debrief.lesson_restricted",
    "T.criticism": "debrief.lesson_criticism",
    "T.error": "debrief.lesson_error",
    "T.silence": "debrief.lesson_silence",
    "S.empathy": "debrief.lesson_empathy",
    "S.stance": "debrief.lesson_stance",
    "S.voice": "debrief.lesson_voice",
    "S.fit": "debrief.lesson_fit",
    "S.apology": "debrief.lesson_apology",
    "S.worst": "debrief.lesson_worst",
    "S.repeat": "debrief.lesson_repeat",
    "S.none": "debrief.lesson_silence",
    "S.silence": "debrief.lesson_silence",
    "O.cap": "debrief.lesson_balance",
}
_ALWAYS = ("debrief.lesson_acknowledgement", "debrief.lesson_information", "debrief.lesson_empathy")
"""What is worth remembering after a play that lost next to nothing."""


def takeaways(evidence: Iterable[Evidence], weights: OverallWeights) -> tuple[Message, ...]:
    """Three lessons, from what cost most of the overall grade to what cost least of them."""
    losses = lesson_losses(evidence, weights)
    costly = sorted((code for code, lost in losses.items() if lost >= SMALLEST), key=lambda code: -losses[code])
    chosen = dict.fromkeys([*costly, *_ALWAYS])
    return tuple(Message(code) for code in list(chosen)[:HOW_MANY])


def lesson_losses(evidence: Iterable[Evidence], weights: OverallWeights) -> dict[str, float]:
    """Points of the overall grade that were lost, by the lesson that they teach."""
    shares: dict[Dimension, float] = {
        "reactivity": weights.reactivity,
        "transparency": weights.transparency,
        "tone": weights.tone,
        "overall": 1.0,
    }
    lost: dict[str, list[float]] = {}
    for row in evidence:
        if row.rule in _LESSONS:
            lost.setdefault(_LESSONS[row.rule], []).append(row.lost * shares[row.dimension])
    return {code: fsum(parts) for code, parts in lost.items()}
