"""Which lesson each point that was lost teaches, and what went well enough to be kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import fsum

from simulator.locale import Message
from simulator.scenario.rubric import OverallWeights
from simulator.scoring.evidence import Dimension, Evidence

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
    "T.Open": "participation",
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
}
"""The lesson of each rule, where its rows have no other of their own."""
_WATCHED = frozenset(
    {
        "scoring.acknowledgement_watch",
        "scoring.updates_watch_covered",
        "scoring.updates_watch_whole",
        "scoring.openness_watch",
        "scoring.tone_watch",
    }
)
_WATCH = _WATCHED | {
    "scoring.acknowledgement_no_watch",
    "scoring.updates_watch_silence",
    "scoring.openness_no_watch",
    "scoring.stance_paracrisis",
    "scoring.fit_paracrisis",
}
"""Sentences of a paracrisis, in which the lesson is to watch, whatever the rule."""
_DENIALS = frozenset({"scoring.stance_0", "scoring.stance_1", "scoring.stance_2"})
"""To attack, to deny, to make excuses."""
_EVADED = frozenset({"scoring.question_evaded", "scoring.question_evaded_first"})
_NOTHING_ASKED = frozenset({"scoring.priority_trolls_only"})
_WHOLE = 0.95
"""Share of what could be earned from which a criterion went well."""

_KEPT: Mapping[str, str] = {
    "R.A": "acknowledgement",
    "R.U": "updates",
    "R.P": "priorities",
    "R.K": "promises",
    "R.V": "veille",
    "T.I": "information",
    "T.Acc": "accountability",
    "T.Part": "participation",
    "T.Open": "openness",
    "S.empathy": "empathy",
    "S.stance": "stance",
    "S.voice": "voice",
    "S.fit": "fit",
    "S.apology": "apology",
}
"""What is to be kept where a rule's rows earned what they could."""


def taught(rows: Sequence[Evidence]) -> tuple[tuple[str, Evidence], ...]:
    """The rows that can teach something, each with its lesson; the cap of the overall grade is a rule, no lesson.

    A denial is one lesson, whatever rules saw it: its stance, its tone, what it stated. A falsehood that the cell had
    verified otherwise is a lie: it is one that is not unverified as well.
    """
    denying = {_about(row) for row in rows if _is_denial(row)}
    judged = {_about(row) for row in rows if row.rule == "S.empathy"}
    guessed = {_stated(row) for row in rows if row.rule == "T.unverified"}
    guesses = any(row.rule == "T.false" and _stated(row) in guessed and _about(row) not in denying for row in rows)

    def lesson(row: Evidence) -> str | None:
        if row.message.code in _WATCH:
            return "watch"
        match row.rule:
            case "S.stance" | "S.worst" if _about(row) in denying:
                return "denial"
            case "S.worst" if row.message.code == "scoring.worst_right":
                return None
            case "S.worst" if judged and _about(row) not in judged:
                return "repeat"
            case "T.false" | "T.unverified" if _stated(row) in guessed and _about(row) in denying:
                return "denial"
            case "T.false" if _stated(row) in guessed:
                return "falsehood"
            case "T.unverified" if guesses:
                return "falsehood"
            case "T.Open" if row.message.code in _EVADED:
                return "openness"
        return _LESSONS.get(row.rule)

    named = ((lesson(row), row) for row in rows)
    return tuple((name, row) for name, row in named if name is not None)


def losses(rows: Sequence[Evidence], weights: OverallWeights) -> dict[str, float]:
    """Points of the overall grade that were lost, by the lesson that they teach.

    What the cap of the overall grade took is lost by what cost points in the weakest dimension, in proportion.
    """
    shares = _shares(weights)
    named = taught(rows)
    capped = fsum(-row.earned for row in rows if row.rule == "O.cap")
    weakest = min(_WEIGHED, key=lambda one: fsum(row.earned for row in rows if row.dimension == one))
    cause = fsum(row.lost for _, row in named if row.dimension == weakest)
    if capped and cause:
        shares[weakest] += capped / cause
    lost: dict[str, list[float]] = {}
    for name, row in named:
        lost.setdefault(name, []).append(row.lost * shares[row.dimension])
    return {name: fsum(parts) for name, parts in lost.items()}


def went_well(rows: Sequence[Evidence], weights: OverallWeights) -> tuple[str, ...]:
    """What to keep, from what earned most of the overall grade to what earned least."""
    shares = _shares(weights)
    found: dict[str, list[Evidence]] = {}
    for row in rows:
        name = "watch" if row.message.code in _WATCHED else _KEPT.get(row.rule)
        if name is not None and row.message.code not in _NOTHING_ASKED:
            found.setdefault(name, []).append(row)
    earned = {name: fsum(row.earned * shares[row.dimension] for row in same) for name, same in found.items()}
    possible = {name: fsum(row.possible * shares[row.dimension] for row in same) for name, same in found.items()}
    whole = [name for name in found if possible[name] > 0.0 and earned[name] >= _WHOLE * possible[name]]
    return tuple(sorted(whole, key=lambda name: -earned[name]))


def is_paracrisis(rows: Sequence[Evidence]) -> bool:
    """Whether the rows are those of a crisis in which answering makes it worse."""
    return any(row.message.code in _WATCH for row in rows)


_WEIGHED: tuple[Dimension, ...] = ("reactivity", "transparency", "tone")


def _shares(weights: OverallWeights) -> dict[Dimension, float]:
    return {
        "reactivity": weights.reactivity,
        "transparency": weights.transparency,
        "tone": weights.tone,
        "overall": 1.0,
    }


def _is_denial(row: Evidence) -> bool:
    taken = row.message.arguments.get("stance")
    return row.message.code == "scoring.stance_too_defensive" and isinstance(taken, Message) and taken.code in _DENIALS


def _about(row: Evidence) -> str | None:
    return None if row.subject is None else row.subject.id


def _stated(row: Evidence) -> tuple[str | None, object]:
    """The message and the fact that a statement's row is about."""
    return _about(row), row.message.arguments.get("fact")
