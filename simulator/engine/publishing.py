"""From a decision to a published message: what it says, where, in whose name."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.engine.message import PublishedMessage
from simulator.engine.state import RunState
from simulator.scenario.model import Scenario
from simulator.scenario.response import Response
from simulator.scenario.tags import Recipient, Tags

_DEFAULT_RANK = 1


@dataclass(frozen=True)
class Draft:
    """A message on its way: decided at a minute, still to be written, read or published."""

    decided: int
    signature: tuple[str, ...]
    tags: Tags
    channel: str | None
    recipient: Recipient
    response: Response | None = None
    inject: str | None = None
    post: str | None = None


def draft_of(response: Response, minute: int, inject: str | None, post: str | None) -> Draft:
    """The draft of a response chosen at `minute`."""
    return Draft(minute, (response.id,), response, response.channel, response.recipient, response, inject, post)


def published(draft: Draft, channel_id: str, scenario: Scenario, state: RunState) -> PublishedMessage:
    """The message that `draft` becomes in `channel_id` at the state's minute, signed by its spokesperson."""
    channel = next(channel for channel in scenario.channels if channel.id == channel_id)
    ranks = {member.id: member.rank for member in scenario.cell}
    promise = draft.tags.promise
    return PublishedMessage(
        serial=len(state.messages) + 1,
        decided=draft.decided,
        minute=state.minute,
        signature=draft.signature,
        tags=draft.tags,
        channel=channel.id,
        reach=channel.reach,
        formality=channel.formality,
        rank=ranks.get(state.spokesperson or "", _DEFAULT_RANK),
        recipient=draft.recipient,
        inject=draft.inject,
        post=draft.post,
        holding=draft.response is None,
        repeat=any(message.signature == draft.signature for message in state.messages),
        promised=state.minute + promise.within if promise is not None else None,
    )
