"""S.fit: whether a message answers the anger, in the measure of the crisis."""

from __future__ import annotations

from simulator.engine.message import PublishedMessage
from simulator.locale import Message
from simulator.scenario.tags import Tone
from simulator.scoring.reading import asserted, first_complete, is_for_everybody, originals
from simulator.scoring.record import Record

_AROUSAL = {"acknowledged": 1.0, "ignored": 0.5, "mirrored": 0.0}
_AROUSAL_NAMES = {
    "acknowledged": Message("scoring.arousal_acknowledged"),
    "ignored": Message("scoring.arousal_ignored"),
    "mirrored": Message("scoring.arousal_mirrored"),
}


_MEASURES = {
    (-1, "both"): Message("scoring.proportion_light"),
    (-1, "channel"): Message("scoring.proportion_light_channel"),
    (-1, "spokesperson"): Message("scoring.proportion_light_spokesperson"),
    (1, "both"): Message("scoring.proportion_solemn"),
    (1, "channel"): Message("scoring.proportion_solemn_channel"),
    (1, "spokesperson"): Message("scoring.proportion_solemn_spokesperson"),
}
HALF_A_STEP = 0.5
"""How far from the severity the mean of channel and spokesperson goes without a remark."""


def fit(record: Record, message: PublishedMessage, tone: Tone) -> float:
    """Half arousal (anger acknowledged 1, ignored 1/2, mirrored 0), half proportion; 0 for humour out of place.

    A public message in a paracrisis is out of proportion and feeds it: 0.
    """
    if (tone.humour and not may_joke(record, message)) or (record.paracrisis and message.is_public):
        return 0.0
    return 0.5 * _AROUSAL[tone.arousal] + 0.5 * proportion(record, message)


def proportion(record: Record, message: PublishedMessage) -> float:
    """`1 - |mean of formality and rank - severity| / 2`, within 0..1, for a message to everybody; else 1.

    Channel formality, spokesperson's rank and severity all go from 1 to 3. Any channel suits a reply to a person.
    """
    return max(1.0 - abs(_solemnity(record, message)) / 2.0, 0.0)


def _solemnity(record: Record, message: PublishedMessage) -> float:
    """How much more solemn than the crisis is grave: -2..2."""
    if not is_for_everybody(message):
        return 0.0
    return (message.formality + message.rank) / 2.0 - record.severity


def may_joke(record: Record, message: PublishedMessage) -> bool:
    """Whether humour is in place: after acknowledging a light crisis without victims, or a refuted rumour."""
    first = first_complete(record)
    acknowledged = first is not None and _place(first) < _place(message)
    light = record.severity == 1 and not record.people_at_risk
    return (acknowledged and light) or _is_refuted(record, message)


def _is_refuted(record: Record, message: PublishedMessage) -> bool:
    """Whether every fact that settles a rumour had been told, truly and in public, before `message`."""
    settling = [fact for fact in record.facts if fact.settles_responsibility]
    before = [one for one in originals(record) if one.is_public and _place(one) < _place(message)]
    told = [
        any(fact.id in one.tags.discloses and asserted(one, fact) == fact.outcome for one in before)
        for fact in settling
    ]
    return record.cluster == "rumour" and bool(told) and all(told)


def _place(message: PublishedMessage) -> tuple[int, int]:
    return message.minute, message.serial


def fit_sentence(record: Record, message: PublishedMessage, tone: Tone) -> Message:
    """How the anger was met and whether the means were in measure, in words."""
    arguments: dict[str, object] = {"message_minute": message.minute}
    if record.paracrisis and message.is_public:
        return Message("scoring.fit_paracrisis", arguments)
    if tone.humour and not may_joke(record, message):
        return Message("scoring.fit_humour", arguments)
    return Message(
        "scoring.fit", {**arguments, "arousal": _AROUSAL_NAMES[tone.arousal], "proportion": _measure(record, message)}
    )


def _measure(record: Record, message: PublishedMessage) -> Message:
    """Which of the channel and the spokesperson deviates; half a step of their mean is no matter for remark."""
    solemnity = _solemnity(record, message)
    if abs(solemnity) <= HALF_A_STEP:
        return Message("scoring.proportion_right")
    sign = 1 if solemnity > 0 else -1
    channel, speaker = ((own - record.severity) * sign > 0 for own in (message.formality, message.rank))
    which = "both" if channel and speaker else "channel" if channel else "spokesperson"
    return _MEASURES[sign, which]
