"""What statements are about: people, scenarios, and injects as the standard's questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from simulator.classroom.plays.verdict import WATCHED
from simulator.classroom.systems.xapi.vocabulary import INTERACTION, SIMULATION
from simulator.scenario.model import Scenario
from simulator.scenario.story import Inject

_WATCH = {"en": "Watch first", "fr": "Observer d’abord"}
_MOST_TEXT = 500


@dataclass(frozen=True)
class Told:
    """A play as statements need it. `team` are the ids of those who played along; `scenarios` stand by language.

    `choices`: by inject, what was chosen; `course`: `Verdict.course`. `actor_name` None: nobody is named. Grades
    0..100, None where there is none.
    """

    home: str
    student: str
    actor_name: str | None
    team: tuple[str, ...]
    class_id: str
    class_name: str
    assignment: str
    assignment_title: str
    exam: bool
    language: str
    scenario_digest: str
    engine_version: int
    scenarios: Mapping[str, Scenario]
    play: str
    attempt: int
    late: bool
    received: datetime
    choices: Mapping[str, str]
    course: Mapping[str, Any]
    overall: float | None
    dimensions: Mapping[str, float | None]
    band: str | None
    first_message_minute: int | None


def agent(told: Told, student: str) -> dict[str, Any]:
    """Somebody: an account of this server, and an id that names nobody."""
    return {"objectType": "Agent", "account": {"homePage": told.home, "name": student}}


def scenario_activity(told: Told) -> dict[str, Any]:
    """The scenario, in each language that it speaks."""
    names = {language: scenario.title for language, scenario in told.scenarios.items()}
    summaries = {language: scenario.summary for language, scenario in told.scenarios.items()}
    return {
        "objectType": "Activity",
        "id": _scenario_id(told),
        "definition": {"type": SIMULATION, "name": names, "description": summaries},
    }


def question_activity(told: Told, inject: Inject) -> dict[str, Any]:
    """An inject as what the standard calls an interaction, its responses as the choices."""
    by_language = {
        language: next(one for one in scenario.injects if one.id == inject.id)
        for language, scenario in told.scenarios.items()
    }
    choices = [
        {
            "id": response.id,
            "description": {
                language: next(one for one in mine.responses if one.id == response.id).text[:_MOST_TEXT]
                for language, mine in by_language.items()
            },
        }
        for response in inject.responses
    ]
    choices.append({"id": WATCHED, "description": {language: _WATCH[language] for language in by_language}})
    definition: dict[str, Any] = {
        "type": INTERACTION,
        "interactionType": "choice",
        "name": {language: mine.title for language, mine in by_language.items()},
        "description": {language: (mine.question or mine.text)[:_MOST_TEXT] for language, mine in by_language.items()},
        "choices": choices,
    }
    right = right_responses(inject)
    if right:
        definition["correctResponsesPattern"] = right
    return {"objectType": "Activity", "id": f"{_scenario_id(told)}/injects/{inject.id}", "definition": definition}


def right_responses(inject: Inject) -> list[str]:
    """The choices with which a professional meets it, where the scenario says what that is; else none."""
    if inject.expected is None:
        return []
    right = [response.id for response in inject.responses if inject.expected in response.actions]
    return [*right, WATCHED] if inject.expected == "watch" else right


def _scenario_id(told: Told) -> str:
    return f"{told.home}/xapi/scenarios/{told.scenario_digest}"
