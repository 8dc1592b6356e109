"""R.A: how soon the first valid holding statement came."""

from __future__ import annotations

from math import log

from simulator.engine.message import PublishedMessage
from simulator.locale import Message
from simulator.scoring.clock import horizon, scale
from simulator.scoring.evidence import Finding, Subject
from simulator.scoring.reading import first_complete, originals
from simulator.scoring.record import Record

PARTIAL = 0.5
"""What an incomplete first message is worth, of what a complete one would be at that minute."""


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
    sentence = (
        Message("scoring.acknowledgement_complete", arguments)
        if delay > 0
        else Message("scoring.acknowledgement_at_once", arguments)
    )
    return Finding(value, 1.0, sentence, message.minute, Subject("message", str(message.serial)))


def _partial(record: Record, message: PublishedMessage, value: float) -> Finding:
    arguments = {"message_minute": message.minute, "delay_span": max(message.minute - record.begins, 0)}
    sentence = (
        Message("scoring.acknowledgement_partial_at_risk", arguments)
        if record.people_at_risk
        else Message("scoring.acknowledgement_partial", arguments)
    )
    return Finding(value, 1.0, sentence, message.minute, Subject("message", str(message.serial)))


def _watch(record: Record) -> Finding:
    if not record.watches:
        return Finding(0.0, 1.0, Message("scoring.acknowledgement_no_watch"), record.begins)
    minute = min(watch.minute for watch in record.watches)
    sentence = Message("scoring.acknowledgement_watch", {"watch_minute": minute})
    return Finding(promptness(record, minute), 1.0, sentence, minute)
