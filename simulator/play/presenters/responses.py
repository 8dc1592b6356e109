"""One thing that can be said or done, as the student reads it before choosing."""

from __future__ import annotations

from simulator.engine.decision import Respond
from simulator.engine.drawn_order import responses_in_drawn_order
from simulator.play.presenters.card_rows import ChannelKind, ResponseRow
from simulator.play.presenters.telling import Telling
from simulator.scenario.response import Response

_OPENING_QUOTES = ("«", "“", '"')


def response_row(telling: Telling, response: Response, key: str, decision: Respond) -> ResponseRow:
    """The row of `response`, which `decision` would choose; neither its stance nor its tone is shown."""
    kind, label = _channel(telling, response)
    refusal = telling.refusal(decision)
    return ResponseRow(
        key=key,
        response_id=response.id,
        text=_text(telling, response),
        channel=label,
        channel_kind=kind,
        preparation=_preparation(telling, response),
        approval=_approval(telling) if response.approval == "legal" else "",
        enabled=not refusal,
        refusal=refusal,
        full=response.full or "",
        voice=_voice(telling, response),
    )


def cost(telling: Telling, response: Response) -> str:
    """What `response` takes until it is out: `5 min · puis relecture juridique, 15 min`."""
    parts = [_preparation(telling, response)]
    if response.approval == "legal":
        parts.append(_approval(telling))
    return " · ".join(parts)


def numbered(place: int) -> str:
    """The digit that chooses the response at `place` (from 0); beyond nine there is none."""
    return str(place + 1) if place < 9 else ""


def inject_responses(telling: Telling, inject_id: str) -> tuple[ResponseRow, ...]:
    """The responses to an inject."""
    ordered = responses_in_drawn_order(telling.run.seed, telling.injects[inject_id].responses, inject_id)
    return tuple(
        response_row(
            telling, response, numbered(place), Respond(telling.minute, response=response.id, inject=inject_id)
        )
        for place, response in enumerate(ordered)
    )


def reply_rows(telling: Telling, post_id: str) -> tuple[ResponseRow, ...]:
    """What can be answered to a post: the inject's own responses while it is open, then the standing replies."""
    inject_id = open_inject(telling, post_id)
    own = inject_responses(telling, inject_id) if inject_id else ()
    standing = responses_in_drawn_order(telling.run.seed, telling.scenario.standing.replies, "replies")
    replies = tuple(
        response_row(
            telling,
            response,
            numbered(len(own) + place),
            Respond(telling.minute, response=response.id, post=post_id),
        )
        for place, response in enumerate(standing)
    )
    return own + replies


def open_inject(telling: Telling, post_id: str) -> str | None:
    """The inject that still awaits an answer at this post, if any."""
    kind, _, inject_id = post_id.partition(":")
    state = telling.run.state.injects.get(inject_id) if kind == "inject" else None
    return inject_id if state is not None and state.is_open else None


def reply_decision(telling: Telling, response_id: str, post_id: str | None) -> Respond:
    """The decision to publish `response_id`, in answer to `post_id` where it answers one."""
    offer = telling.run.offers.get(response_id)
    if offer is not None and offer.origin == "inject":
        return Respond(telling.minute, response=response_id, inject=offer.subject)
    post = post_id if offer is not None and offer.origin == "reply" else None
    return Respond(telling.minute, response=response_id, post=post)


def _text(telling: Telling, response: Response) -> str:
    """A message in quotation marks; what is done rather than said, without."""
    is_spoken = response.channel is not None and response.full is None and response.recipient != "authority"
    return quoted(telling, response.text) if is_spoken else response.text


def quoted(telling: Telling, text: str) -> str:
    """`text` in quotation marks, unless it stands in some."""
    return text if text.startswith(_OPENING_QUOTES) else telling.say("play.quoted", text=text)


def _preparation(telling: Telling, response: Response) -> str:
    if response.preparation:
        return telling.times.span(response.preparation)
    return telling.say("play.immediate")


def _approval(telling: Telling) -> str:
    readings = [member.reading for member in telling.scenario.cell if member.does == "legal"]
    return telling.say("play.approval_legal", legal_span=min(readings, default=0))


def _voice(telling: Telling, response: Response) -> str:
    """Who speaks to everybody at this minute, where the student could choose another."""
    speakers = [member for member in telling.scenario.cell if member.spokesperson]
    if response.channel is None or response.recipient not in ("public", "media") or len(speakers) < 2:
        return ""
    speaker = telling.members.get(telling.run.state.spokesperson or "")
    return speaker.name if speaker is not None else ""


def _channel(telling: Telling, response: Response) -> tuple[ChannelKind, str]:
    if response.recipient == "authority":
        return "authority", telling.say("play.to_authority")
    if response.channel is None:
        return "none", telling.say("play.measure")
    channel = telling.channels[response.channel]
    if channel.kind == "internal" or response.recipient == "employees":
        return "internal", telling.say("play.to_employees")
    if channel.kind == "private" or response.recipient == "private":
        return "private", telling.say("play.to_private")
    if channel.kind == "statement":
        return "statement", channel.name
    if channel.kind == "press" or response.recipient == "media":
        return "press", telling.say("play.to_media")
    if channel.kind == "video":
        return "video", channel.name
    if response.recipient == "person":
        return "public", telling.say("play.to_person")
    return "public", telling.say("play.to_public", channel=channel.name)
