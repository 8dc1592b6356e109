"""Tone: how it was said, on the tags that an author gave each response with the reason."""

from __future__ import annotations

from math import fsum

from simulator.engine.message import PublishedMessage
from simulator.locale import Message
from simulator.scoring.dimension import row
from simulator.scoring.evidence import Evidence, Finding, Subject
from simulator.scoring.reading import in_order, is_silent
from simulator.scoring.record import Record
from simulator.scoring.tone.apology import apology_findings
from simulator.scoring.tone.parts import ToneOf, tone_of
from simulator.scoring.weights import weights_of

MEAN, WORST = 70.0, 30.0
"""Points for the mean of the messages, by reach, and for the worst one."""


RIGHT = 0.9
"""What the least fitting message is worth at least for the row to reproach nothing."""


def tone(record: Record) -> list[Evidence]:
    """The rows of `S = .7 mean + .3 worst` over the messages to people, weighed by their channel's reach, weights of
    a message's criteria from the rubric.

    A repeat is not in the mean and stays in the worst. A notice to an authority has no tone. Silence is 0; in a
    paracrisis a recorded watch and no message is a hundred.
    """
    if is_silent(record):
        return [row("S.silence", Finding(0.0, 1.0, Message("scoring.silence"), record.begins))]
    weights = weights_of(record.rubric, record.severity)
    judged = [
        tone_of(record, message, message.tags.tone, weights)
        for message in in_order(record)
        if message.tags.tone is not None and message.recipient != "authority"
    ]
    first = [one for one in judged if not one.message.repeat]
    if not first and record.paracrisis and record.watches:
        return [row("S.watch", Finding(1.0, 1.0, Message("scoring.tone_watch"), record.watches[0].minute))]
    if not first:
        return [row("S.none", Finding(0.0, 1.0, Message("scoring.no_tone"), record.begins))]
    return [*_mean(first), *_apology(record, first), *_repeats(record), _worst(judged)]


def _mean(judged: list[ToneOf]) -> list[Evidence]:
    whole = sum(one.weight for one in judged)
    rows = []
    for one in judged:
        subject = Subject("message", str(one.message.serial))
        for part in one.parts:
            if part.rule != "S.apology":
                points = MEAN * one.weight / whole * part.share
                finding = Finding(part.value, 1.0, part.sentence, one.message.minute, subject)
                rows.append(row(part.rule, finding, points))
    return rows


def _apology(record: Record, judged: list[ToneOf]) -> list[Evidence]:
    """The apology's share of every message that is graded on it, as one row for each component."""
    whole = sum(one.weight for one in judged)
    called = [(one, part) for one in judged for part in one.parts if part.rule == "S.apology"]
    points = fsum(MEAN * one.weight / whole * part.share for one, part in called)
    if not called:
        return []
    since = called[0][0].message.minute
    return [row("S.apology", finding, points) for finding in apology_findings(record, since)]


def _repeats(record: Record) -> list[Evidence]:
    """A row, without points, for each message that was pasted again, whatever it says."""
    said: dict[tuple[str, ...], list[PublishedMessage]] = {}
    for message in in_order(record):
        if message.recipient != "authority":
            said.setdefault(message.signature, []).append(message)
    pasted = {signature: [one for one in same if one.repeat] for signature, same in said.items()}
    return [_repeat(said[signature][0], again) for signature, again in pasted.items() if again]


def _repeat(original: PublishedMessage, again: list[PublishedMessage]) -> Evidence:
    minute = again[0].minute
    arguments = {"first_minute": original.minute, "message_minute": minute, "count": len(again)}
    finding = Finding(0.0, 0.0, Message("scoring.repeat", arguments), minute, Subject("message", str(again[0].serial)))
    return row("S.repeat", finding)


def _worst(judged: list[ToneOf]) -> Evidence:
    worst = min(judged, key=lambda one: (one.value, one.message.minute, one.message.serial))
    arguments = {"message_minute": worst.message.minute, "worst_points": int(WORST)}
    if len(judged) == 1:
        sentence = Message("scoring.worst_only", arguments)
    elif worst.value < RIGHT:
        sentence = Message("scoring.worst", arguments)
    else:
        sentence = Message("scoring.worst_right", arguments)
    subject = Subject("message", str(worst.message.serial))
    return row("S.worst", Finding(worst.value, 1.0, sentence, worst.message.minute, subject), WORST)
