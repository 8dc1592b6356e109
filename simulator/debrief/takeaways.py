"""Three things to remember: lessons drawn from what cost a play most."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from simulator.debrief.here import here
from simulator.debrief.lessons import is_paracrisis, losses, taught, went_well
from simulator.locale import Message
from simulator.scenario.rubric import OverallWeights
from simulator.scoring.evidence import Evidence

HOW_MANY = 3
SMALLEST = 0.1
"""Points of the overall grade under which a loss is no lesson."""
PASTED = 3
"""Times that a message was pasted again from which that is a lesson, whatever it cost."""

_MOSTLY = 0.5
"""Share of the messages that deny or attack from which that is a lesson, whatever else cost more."""
_GRAVEST = ("restricted", "truth", "criticism", "error")
"""What must never be done: the costliest of these is always a lesson."""
_ALWAYS = ("acknowledgement", "information", "empathy")
"""What is worth remembering after a play that left nothing else to say."""


def takeaways(evidence: Iterable[Evidence], weights: OverallWeights) -> tuple[Message, ...]:
    """Three lessons, from what cost most of the overall grade to what cost least of them, each with its case here.

    One place at least is kept for the costliest; a leak, a lie or a deletion, then a denial that marks the play, then a
    message pasted again and again come before what cost more. Where little was lost, what went well is to be kept.
    Arguments of a message named like a SubjectKind hold ids, as in a score card.
    """
    rows = tuple(evidence)
    lost = {name: points for name, points in losses(rows, weights).items() if points >= SMALLEST}
    by_cost = sorted(lost, key=lambda name: -lost[name])
    first = _first(rows, lost)[: HOW_MANY - 1]
    chosen = list(dict.fromkeys([*first, *by_cost]))[:HOW_MANY]
    named = taught(rows)
    lessons = [_lesson(name, named) for name in sorted(chosen, key=lambda name: -lost.get(name, 0.0))]
    return tuple(islice([*lessons, *_more(rows, weights, chosen)], HOW_MANY))


def _first(rows: Sequence[Evidence], lost: Mapping[str, float]) -> list[str]:
    """The lessons that are told whatever others cost."""
    gravest = max((name for name in _GRAVEST if name in lost), key=lambda name: lost[name], default=None)
    first = [] if gravest is None else [gravest]
    if "denial" in lost and _is_mark_left(taught(rows)):
        first.append("denial")
    if sum(int(str(row.message.arguments.get("count", 1))) for row in rows if row.rule == "S.repeat") >= PASTED:
        first.append("repeat")
    return first


def _is_mark_left(named: Sequence[tuple[str, Evidence]]) -> bool:
    """Whether denial is what remains of the play: most messages denied, or the worst one did, and badly."""
    stances = [name for name, row in named if row.rule == "S.stance"]
    worst = any(name == "denial" and row.rule == "S.worst" and row.lost > row.earned for name, row in named)
    return worst or stances.count("denial") >= _MOSTLY * len(stances)


def _more(rows: Sequence[Evidence], weights: OverallWeights, chosen: Sequence[str]) -> list[Message]:
    """What went well, then what is always worth remembering: never what was done well, nor to answer a rumour."""
    well = went_well(rows, weights)
    kept = [Message("debrief.kept", {"kept": Message(f"debrief.kept_{name}")}) for name in well]
    if is_paracrisis(rows):
        return kept
    always = (name for name in _ALWAYS if name not in well and name not in chosen)
    return [*kept, *(Message(f"debrief.lesson_{name}") for name in always)]


def _lesson(name: str, named: Sequence[tuple[str, Evidence]]) -> Message:
    lesson, example = Message(f"debrief.lesson_{name}"), here(name, named)
    return lesson if example is None else Message("debrief.takeaway", {"lesson": lesson, "here": example})
