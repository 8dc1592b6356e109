"""R.A: how soon the first valid holding statement came."""

from __future__ import annotations

from math import log

from simulator.engine.message import PublishedMessage
from simulator.locale import Message
from simulator.scenario.tags import HoldingPart
from simulator.scoring.clock import horizon, scale
from simulator.scoring.evidence import Finding, Subject
from simulator.scoring.reading import first_complete, missing_parts, originals
from simulator.scoring.record import Record

PARTIAL = 0.5
"""What an incomplete first message is worth, of what a complete one would be at that minute."""

IN_TIME = 0.95
"""What a statement's promptness is worth at least for its row to blame no delay."""

_PARTS: dict[HoldingPart, Message] = {
    "happened": Message("scoring.part_happened"),
    "doing": Message("scoring.part_doing"),
    "known": Message("scoring.part_known"),
    "unknown": Message("scoring.part_unknown"),
    "instruction": Message("scoring.part_instruction"),
    "next_update": Message("scoring.part_next_update"),
}


def promptness(record: Record, minute: int) -> float:
    """`1 - ln(max(x, 1)) / ln h` within 0..1, where x is hours since the first signal in sigmas and h the horizon."""
    waited = max((minute - record.begins) / scale(record), 1.0)
    return min(max(1.0 - log(waited) / log(horizon(record)), 0.0), 1.0)


def acknowledgement(record: Record) -> tuple[Finding, ...]:
    """One finding: the better of the first complete statement and half of the first incomplete one.

    Complete: what happened, what is being done, what is known and unknown, when the next update comes and, where
    people may be harmed, what to do now. In a paracrisis the first recorded watch counts, and only that.
    """
    if record.paracrisis:
        return (_watch(record),)
    complete = first_complete(record)
    partial = next((one for one in originals(record) if one.is_public and one.tags.holding), None)
    whole = promptness(record, complete.minute) if complete is not None else 0.0
    half = PARTIAL * promptness(record, partial.minute) if partial is not None else 0.0
    if complete is not None and whole >= half:
        return (_complete(record, complete, whole),)
    if partial is not None:
        return (_partial(record, partial, half),)
    return (Finding(0.0, 1.0, Message("scoring.acknowledgement_never"), record.begins),)


def _complete(record: Record, message: PublishedMessage, value: float) -> Finding:
    delay = message.minute - record.begins
    arguments = {"message_minute": message.minute, "delay_span": max(delay, 0)}
    if delay <= 0:
        sentence = Message("scoring.acknowledgement_at_once", arguments)
    elif value >= IN_TIME:
        sentence = Message("scoring.acknowledgement_complete", arguments)
    else:
        sentence = Message("scoring.acknowledgement_late", arguments)
    return Finding(value, 1.0, sentence, message.minute, Subject("message", str(message.serial)))


def _partial(record: Record, message: PublishedMessage, value: float) -> Finding:
    arguments = {
        "message_minute": message.minute,
        "delay_span": max(message.minute - record.begins, 0),
        "missing": _listed([_PARTS[part] for part in missing_parts(message, record)]),
    }
    sentence = (
        Message("scoring.acknowledgement_partial", arguments)
        if value >= PARTIAL * IN_TIME
        else Message("scoring.acknowledgement_partial_late", arguments)
    )
    return Finding(value, 1.0, sentence, message.minute, Subject("message", str(message.serial)))


def _listed(names: list[Message]) -> Message:
    """One or several names, as a list that one reads: `a, b and c`."""
    if len(names) == 1:
        return names[0]
    if len(names) == 2:
        return Message("scoring.list_last", {"one": names[0], "other": names[1]})
    return Message("scoring.list_more", {"one": names[0], "others": _listed(names[1:])})


def _watch(record: Record) -> Finding:
    if not record.watches:
        return Finding(0.0, 1.0, Message("scoring.acknowledgement_no_watch"), record.begins)
    minute = min(watch.minute for watch in record.watches)
    sentence = Message("scoring.acknowledgement_watch", {"watch_minute": minute})
    return Finding(promptness(record, minute), 1.0, sentence, minute)
