"""From a decision to a published message: what it says, where, in whose name."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.engine.decision import Respond
from simulator.engine.message import PublishedMessage
from simulator.engine.state import RunState
from simulator.scenario.model import Scenario
from simulator.scenario.response import Response
from simulator.scenario.tags import Recipient, Tags

_DEFAULT_RANK = 1


@dataclass(frozen=True)
class Draft:
    """A message ready to be published, and the minute at which it was decided."""

    decided: int
    signature: tuple[str, ...]
    tags: Tags
    channel: str
    recipient: Recipient
    inject: str | None = None
    post: str | None = None
    holding: bool = False


def draft_of(response: Response, channel: str, decision: Respond) -> Draft:
    """The draft of the response that was decided, for its channel."""
    signature = (response.id,)
    return Draft(decision.minute, signature, response, channel, response.recipient, decision.inject, decision.post)


def published(draft: Draft, scenario: Scenario, state: RunState) -> PublishedMessage:
    """The message that `draft` becomes at the state's minute, signed by its spokesperson."""
    channel = next(channel for channel in scenario.channels if channel.id == draft.channel)
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
        holding=draft.holding,
        repeat=any(message.signature == draft.signature for message in state.messages),
        promised=state.minute + promise.within if promise is not None else None,
    )
