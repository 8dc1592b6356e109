"""The people of the crisis cell: who they are, who speaks, and what they can be asked to send."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from simulator.engine.conditions import holds
from simulator.engine.decision import ChooseSpokesperson, Respond
from simulator.play.presenters.card_rows import MessageRow
from simulator.play.presenters.cell_rows import PersonRow
from simulator.play.presenters.people import initials
from simulator.play.presenters.responses import numbered, response_row
from simulator.play.presenters.telling import Telling
from simulator.scenario.response import Response
from simulator.scenario.story import Standing

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
    """What can be notified, told to employees or corrected now."""
    return tuple(
        MessageRow(action, response_row(telling, response, numbered(place), Respond(telling.minute, response.id)))
        for action in _GROUPS
        for place, response in enumerate(offered(telling, action))
    )


def offered(telling: Telling, action: StandingAction) -> tuple[Response, ...]:
    """The standing messages that make sense now: one that tells of what nobody knows yet would give it away."""
    state = telling.run.state
    return tuple(
        response
        for response in _GROUPS[action](telling.scenario.standing)
        if all(holds(condition, state) for condition in response.requires)
        and (action != "correct" or _asserted(telling, response))
    )


def _asserted(telling: Telling, correction: Response) -> bool:
    """Whether the organisation has said something about a fact that `correction` puts right."""
    messages = telling.run.state.messages
    return any(claim.fact in correction.corrects for message in messages for claim in message.tags.claims)


_GROUPS: dict[StandingAction, Callable[[Standing], tuple[Response, ...]]] = {
    "notify": lambda standing: standing.authority,
    "inform": lambda standing: standing.employees,
    "correct": lambda standing: standing.corrections,
}
