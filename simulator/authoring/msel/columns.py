"""The columns of a MSEL, and a scenario's injects as its rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import get_args

from simulator.locale import Phrasebook
from simulator.scenario.model import Scenario
from simulator.scenario.response import Action
from simulator.scenario.story import Inject

COLUMNS = ("id", "time", "kind", "event", "inject", "sender", "method", "expected", "objective", "evaluator_note")
"""Those of the field (time, event, inject, sender, method, expected action, objective, evaluator note), the id by
which a row finds its inject again, and what kind it is."""

MselRow = Mapping[str, str]
"""A row by the names of its columns, each cell in the words of the sheet's language; an empty cell is ""."""

ACTIONS: tuple[Action, ...] = get_args(Action)


def rows_of(scenario: Scenario, say: Phrasebook) -> Sequence[MselRow]:
    """The injects of `scenario`, whose texts are in the language of `say`: dated ones in time, then the others."""
    places = {inject.id: place for place, inject in enumerate(scenario.injects)}
    ordered = sorted(scenario.injects, key=lambda one: (one.at is None, one.at or 0, places[one.id]))
    return [_row(inject, scenario, say) for inject in ordered]


def heading(column: str, say: Phrasebook) -> str:
    """How `column` is called."""
    return say(f"authoring.msel_{column}")


def when(inject: Inject, say: Phrasebook) -> str:
    """`H+1:05`, or in words that it waits for a condition or for a slot."""
    if inject.at is not None:
        return f"H+{inject.at // 60}:{inject.at % 60:02d}"
    return say("authoring.msel_free" if inject.free else "authoring.msel_condition")


def _row(inject: Inject, scenario: Scenario, say: Phrasebook) -> MselRow:
    senders = {persona.id: persona.name for persona in scenario.personas}
    methods = {channel.id: channel.name for channel in scenario.channels}
    return {
        "id": inject.id,
        "time": when(inject, say),
        "kind": say(f"authoring.kind_{inject.kind}"),
        "event": inject.title,
        "inject": inject.text,
        "sender": senders[inject.sender],
        "method": methods[inject.channel],
        "expected": say(f"authoring.action_{inject.expected}") if inject.expected is not None else "",
        "objective": inject.objective or "",
        "evaluator_note": inject.evaluator_note or "",
    }
