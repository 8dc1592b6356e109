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
    return [*_mean(first), *_apology(record, first), *_repeats(judged), _worst(judged)]


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


def _repeats(judged: list[ToneOf]) -> list[Evidence]:
    """A row, without points, for each message that was pasted again."""
    pasted: dict[tuple[str, ...], list[PublishedMessage]] = {}
    for one in judged:
        if one.message.repeat:
            pasted.setdefault(one.message.signature, []).append(one.message)
    return [_repeat(again) for again in pasted.values()]


def _repeat(again: list[PublishedMessage]) -> Evidence:
    minute = again[0].minute
    sentence = Message("scoring.repeat", {"message_minute": minute, "count": len(again)})
    return row("S.repeat", Finding(0.0, 0.0, sentence, minute, Subject("message", str(again[0].serial))))


def _worst(judged: list[ToneOf]) -> Evidence:
    worst = min(judged, key=lambda one: (one.value, one.message.minute, one.message.serial))
    arguments = {"message_minute": worst.message.minute, "worst_points": int(WORST)}
    sentence = Message("scoring.worst" if len(judged) > 1 else "scoring.worst_only", arguments)
    subject = Subject("message", str(worst.message.serial))
    return row("S.worst", Finding(worst.value, 1.0, sentence, worst.message.minute, subject), WORST)
