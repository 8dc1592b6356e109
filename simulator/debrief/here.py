"""What a lesson was in this play: how often, when, about what."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.locale import Message
from simulator.scoring.evidence import Evidence

_OF_MESSAGES = frozenset({"empathy", "stance", "voice", "fit"})
"""Lessons that are told by the messages in which they were needed."""
_TOLD_ALONE = frozenset({"silence", "watch"})
"""Lessons that need no example."""

_FIRST_MESSAGE = {
    "scoring.acknowledgement_never": "debrief.here_never_acknowledged",
    "scoring.acknowledgement_late": "debrief.here_acknowledged_late",
    "scoring.acknowledgement_partial": "debrief.here_acknowledged_in_part",
    "scoring.acknowledgement_partial_late": "debrief.here_acknowledged_late_in_part",
}


def here(lesson: str, taught: Sequence[tuple[str, Evidence]]) -> Message | None:
    """The case of `lesson` in this play, from the rows with the lesson each teaches; None where none can be told."""
    rows = [row for name, row in taught if name == lesson]
    lost = [row for row in rows if row.lost > 0.0]
    match lesson:
        case "repeat":
            return _pasted(rows)
        case _ if lesson in _TOLD_ALONE or not lost:
            return None
        case "acknowledgement":
            return _first_message(lost[0])
        case "denial":
            return _denied(rows, sum(row.rule == "S.stance" for _, row in taught))
        case "falsehood":
            return _costliest("falsehood", [row for row in lost if row.rule == "T.false"])
        case "restricted":
            return _costliest("restricted", [row for row in lost if row.rule == "T.restricted"] or lost)
        case "openness":
            return _evaded(lost)
    return _costliest("message" if lesson in _OF_MESSAGES else lesson, lost)


def _costliest(name: str, lost: Sequence[Evidence]) -> Message | None:
    """How many things it was about, and the one that cost most."""
    costliest = max(lost, key=lambda row: row.lost)
    if costliest.minute is None:
        return None
    subjects = {row.subject for row in lost if row.subject is not None and row.subject.kind == "question"}
    arguments: dict[str, object] = {"count": len(subjects) or len(lost), "at_minute": costliest.minute}
    if costliest.subject is not None:
        arguments[costliest.subject.kind] = costliest.subject.id
    if "fact" in costliest.message.arguments:
        arguments["fact"] = costliest.message.arguments["fact"]
    elif name == "restricted":
        return None
    return Message(f"debrief.here_{name}", arguments)


def _first_message(row: Evidence) -> Message | None:
    """Whether it never came, came late, or lacked something: the score card knows which."""
    code = _FIRST_MESSAGE.get(row.message.code)
    if code is None:
        return None
    told = {name: row.message.arguments[name] for name in ("delay_span", "missing") if name in row.message.arguments}
    return Message(code, {**told, "at_minute": row.minute})


def _denied(rows: Sequence[Evidence], every: int) -> Message:
    """How many messages of `every` one denied or attacked, and the one with the least fitting tone, or the first."""
    denying = [row for row in rows if row.rule == "S.stance"]
    worst = next((row for row in rows if row.rule == "S.worst"), denying[0])
    if every == 1:
        return Message("debrief.here_only_denial", {"at_minute": worst.minute})
    return Message("debrief.here_denial", {"count": len(denying), "all": str(every), "at_minute": worst.minute})


def _pasted(rows: Sequence[Evidence]) -> Message | None:
    """How often a message was pasted again."""
    again = [row for row in rows if row.rule == "S.repeat"]
    if not again:
        return None
    count = sum(int(str(row.message.arguments.get("count", 1))) for row in again)
    return Message("debrief.here_repeat", {"count": count, "at_minute": again[0].minute})


def _evaded(lost: Sequence[Evidence]) -> Message:
    """How many questions were evaded, and when the costliest was."""
    costliest = max(lost, key=lambda row: row.lost)
    minute = costliest.message.arguments.get("evaded_minute", costliest.minute)
    return Message("debrief.here_openness", {"count": len(lost), "at_minute": minute})
