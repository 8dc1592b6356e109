"""A play as statements: begun, each choice, ended with its grade; and a grade that a teacher changed.

The same play always gives the same statements with the same ids, so that sending them twice adds nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from simulator.classroom.systems.xapi.things import Told, agent, question_activity, right_responses, scenario_activity
from simulator.classroom.systems.xapi.vocabulary import ASSESSMENT, COURSE, SIMULATION, VERBS, VERSION, extension

Statement = dict[str, Any]


def of_play(told: Told) -> list[Statement]:
    """Its statements, in the order in which things happened."""
    begun = _statement(told, "initialized", scenario_activity(told))
    return [begun, *_answers(told), _ending(told)]


def of_override(told: Told, override: str, grade: float, at: datetime) -> Statement:
    """A teacher gave this play another grade."""
    made = _statement(told, "scored", scenario_activity(told), about=override)
    made["timestamp"] = at.isoformat()
    made["result"] = {"score": _score(grade)}
    return made


def _answers(told: Told) -> list[Statement]:
    minutes: Mapping[str, list[int | None]] = told.course.get("injects", {})
    injects = {inject.id: inject for inject in next(iter(told.scenarios.values())).injects}
    made = []
    for name, choice in told.choices.items():
        inject = injects.get(name)
        if not choice or inject is None:
            continue
        came, answered = minutes.get(name) or (None, None)
        statement = _statement(told, "answered", question_activity(told, inject), about=name)
        result: dict[str, Any] = {"response": choice}
        right = right_responses(inject)
        if right:
            result["success"] = choice in right
        if came is not None and answered is not None:
            result["duration"] = _minutes(answered - came)
        if answered is not None:
            result["extensions"] = {extension(told.home, "minute"): answered}
        statement["result"] = result
        statement["context"]["contextActivities"]["parent"] = [scenario_activity(told)]
        made.append((answered if answered is not None else came or 0, statement))
    return [statement for _, statement in sorted(made, key=lambda row: row[0])]


def _ending(told: Told) -> Statement:
    whole = not told.course.get("abandoned", False)
    made = _statement(told, "completed" if whole else "terminated", scenario_activity(told))
    own = {
        "attempt": told.attempt,
        "late": told.late,
        **{name: None if mark is None else round(mark, 2) for name, mark in told.dimensions.items()},
        "band": told.band,
        "first-message-minute": told.first_message_minute,
    }
    result: dict[str, Any] = {
        "completion": whole,
        "extensions": {extension(told.home, word): value for word, value in own.items() if value is not None},
    }
    if told.overall is not None:
        result["score"] = _score(told.overall)
    if "ended" in told.course:
        result["duration"] = _minutes(told.course["ended"])
    made["result"] = result
    return made


def _statement(told: Told, verb: str, what: dict[str, Any], about: str = "") -> Statement:
    actor = agent(told, told.student)
    if told.actor_name:
        actor["name"] = told.actor_name
    grouping = [
        {
            "objectType": "Activity",
            "id": f"{told.home}/xapi/assignments/{told.assignment}",
            "definition": {
                "type": ASSESSMENT if told.exam else SIMULATION,
                "name": {told.language: told.assignment_title},
            },
        },
        {
            "objectType": "Activity",
            "id": f"{told.home}/xapi/classes/{told.class_id}",
            "definition": {"type": COURSE, "name": {told.language: told.class_name}},
        },
    ]
    context: dict[str, Any] = {
        "registration": str(uuid5(NAMESPACE_URL, f"{told.home}\x1f{told.play}")),
        "platform": "Bad Buzz",
        "language": told.language,
        "contextActivities": {"grouping": grouping},
        "extensions": {
            extension(told.home, "scenario-digest"): told.scenario_digest,
            extension(told.home, "engine-version"): told.engine_version,
        },
    }
    if told.team:
        everybody = [agent(told, one) for one in (told.student, *told.team)]
        context["team"] = {"objectType": "Group", "member": everybody}
    return {
        "id": str(uuid5(NAMESPACE_URL, "\x1f".join((told.home, told.play, verb, about)))),
        "version": VERSION,
        "actor": actor,
        "verb": VERBS[verb],
        "object": what,
        "context": context,
        "timestamp": told.received.isoformat(),
    }


def _score(grade: float) -> dict[str, float]:
    kept = round(grade, 2)
    return {"scaled": round(kept / 100, 4), "raw": kept, "min": 0, "max": 100}


def _minutes(minutes: int) -> str:
    """ISO 8601, of the crisis's own time."""
    hours, rest = divmod(max(0, minutes), 60)
    return f"PT{hours}H{rest}M" if hours else f"PT{rest}M"
