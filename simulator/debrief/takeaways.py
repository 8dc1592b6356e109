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
    "R.A": "acknowledgement",
    "R.U": "updates",
    "R.P": "priorities",
    "R.K": "promises",
    "R.V": "veille",
    "R.silence": "silence",
    "T.I": "information",
    "T.Acc": "accountability",
    "T.Part": "participation",
    "T.Open": "openness",
    "T.false": "truth",
    "T.lie_cap": "truth",
    "T.unverified": "verify",
    "T.contradiction": "contradiction",
    "T.restricted": "restricted",
    "T.restricted_cap": "restricted",
    "T.criticism": "criticism",
    "T.error": "error",
    "T.silence": "silence",
    "S.empathy": "empathy",
    "S.stance": "stance",
    "S.voice": "voice",
    "S.fit": "fit",
    "S.apology": "apology",
    "S.worst": "worst",
    "S.repeat": "repeat",
    "S.none": "silence",
    "S.silence": "silence",
    "O.cap": "balance",
}
_ALWAYS = ("acknowledgement", "information", "empathy")
"""What is worth remembering after a play that lost next to nothing."""

_WATCH = frozenset(
    {
        "scoring.acknowledgement_no_watch",
        "scoring.openness_no_watch",
        "scoring.stance_paracrisis",
        "scoring.fit_paracrisis",
    }
)
"""Sentences of a paracrisis, in which the lesson is to watch, whatever the rule."""
_OF_MESSAGES = frozenset({"empathy", "stance", "voice", "fit"})
"""Lessons that are told by the messages in which they were needed."""
_TOLD_ALONE = frozenset({"silence", "repeat", "balance", "watch"})
"""Lessons that need no example."""


def takeaways(evidence: Iterable[Evidence], weights: OverallWeights) -> tuple[Message, ...]:
    """Three lessons, from what cost most of the overall grade to what cost least of them, each with its case here.

    Arguments of a message named like a SubjectKind hold ids, as in a score card.
    """
    rows = tuple(evidence)
    losses = lesson_losses(rows, weights)
    costly = sorted((name for name, lost in losses.items() if lost >= SMALLEST), key=lambda name: -losses[name])
    chosen = list(dict.fromkeys([*costly, *_ALWAYS]))[:HOW_MANY]
    return tuple(_takeaway(name, rows if name in costly else ()) for name in chosen)


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
        lesson = _lesson(row)
        if lesson is not None:
            lost.setdefault(lesson, []).append(row.lost * shares[row.dimension])
    return {name: fsum(parts) for name, parts in lost.items()}


def _lesson(row: Evidence) -> str | None:
    return "watch" if row.message.code in _WATCH else _LESSONS.get(row.rule)


def _takeaway(name: str, rows: tuple[Evidence, ...]) -> Message:
    lesson = Message(f"debrief.lesson_{name}")
    here = _here(name, [row for row in rows if _lesson(row) == name and row.lost > 0.0])
    return lesson if here is None else Message("debrief.takeaway", {"lesson": lesson, "here": here})


def _here(name: str, lost: list[Evidence]) -> Message | None:
    """What the lesson was in this play: how often, when, about what. None where there is nothing to point at."""
    if name in _TOLD_ALONE or not lost:
        return None
    costliest = max(lost, key=lambda row: row.lost)
    if name == "acknowledgement" and costliest.earned <= 0.0:
        return Message("debrief.here_never_acknowledged")
    if costliest.minute is None:
        return None
    arguments: dict[str, object] = {"count": len(lost), "at_minute": costliest.minute}
    if costliest.subject is not None:
        arguments[costliest.subject.kind] = costliest.subject.id
    return Message(f"debrief.here_{'message' if name in _OF_MESSAGES else name}", arguments)
