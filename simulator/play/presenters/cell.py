"""The people of the crisis cell: who they are, who speaks, and what they can be asked to send."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from simulator.engine.decision import ChooseSpokesperson, Respond
from simulator.play.presenters.people import initials
from simulator.play.presenters.responses import numbered, response_row
from simulator.play.presenters.rows import MessageRow, PersonRow
from simulator.play.presenters.telling import Telling
from simulator.scenario.response import Response

StandingAction = Literal["notify", "inform", "correct"]


def spokespersons(telling: Telling) -> tuple[PersonRow, ...]:
    """Those who may speak for the organisation."""
    rows = []
    for member in telling.scenario.cell:
        if member.spokesperson:
            refusal = telling.refusal(ChooseSpokesperson(telling.minute, member=member.id))
            rows.append(
                PersonRow(
                    persona_id=member.id,
                    name=member.name,
                    initials=initials(member.name),
                    role=member.role,
                    colour_key=member.id,
                    current=telling.run.state.spokesperson == member.id,
                    enabled=not refusal,
                    refusal=refusal,
                )
            )
    return tuple(rows)


def standing_messages(telling: Telling) -> tuple[MessageRow, ...]:
    """What can be notified, told to employees or corrected."""
    return tuple(
        MessageRow(action, response_row(telling, response, numbered(place), Respond(telling.minute, response.id)))
        for action, responses in _groups(telling)
        for place, response in enumerate(responses)
    )


def _groups(telling: Telling) -> Iterator[tuple[StandingAction, tuple[Response, ...]]]:
    standing = telling.scenario.standing
    yield "notify", standing.authority
    yield "inform", standing.employees
    yield "correct", standing.corrections
