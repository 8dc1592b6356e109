"""The messages of a documented case as published messages."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.engine.message import PublishedMessage
from simulator.scenario.case import Case, CaseMessage, CaseTone
from simulator.scenario.case_calendar import Calendar
from simulator.scenario.tags import Said, Tags, Tone
from simulator.scoring.of_case.assumptions import Assumptions

MIDDLE_REACH = 50
NEUTRAL = Tone(empathy=1, voice=1, arousal="ignored", reason="-")
"""What is assumed of a tone, or of the part of it, that is not known: neither praise nor reproach."""


def published(case: Case, calendar: Calendar, severity: int, assumed: Assumptions) -> tuple[PublishedMessage, ...]:
    """The messages of `case` by the minute of their publication; of one minute, in the order of the file."""
    ordered = sorted(case.messages, key=lambda message: calendar.minute(message.at))
    own = [message for message in ordered if message.repeats is None]
    toned = _have_tone(own)
    said: list[PublishedMessage] = []
    by_id: dict[str, PublishedMessage] = {}
    for serial, message in enumerate(ordered, 1):
        first = by_id[message.repeats] if message.repeats is not None else None
        tags = _tags(message, said, toned) if first is None else _tags_again(message, first.tags)
        minute = calendar.minute(message.at)
        reach, formality, rank = _means(case, message, severity)
        one = PublishedMessage(
            serial=serial,
            decided=minute,
            minute=minute,
            signature=first.signature if first is not None else (message.id or f"message-{serial}",),
            tags=tags,
            channel=message.channel or "",
            reach=reach,
            formality=formality,
            rank=rank,
            recipient=message.recipient,
            inject=next(iter(message.replies_to), None),
            repeat=first is not None,
            promised=_promised(message, calendar, minute),
        )
        said.append(one)
        if message.id is not None:
            by_id[message.id] = one
    _say_tone(own, toned, assumed)
    _say_means(case, assumed)
    assumed.counted("case.stance_unknown", (one.stance is None for one in own if one.recipient != "authority"))
    assumed.counted("case.update_unknown", (one.update is None for one in own if one.recipient in ("public", "media")))
    return tuple(said)


def _have_tone(messages: Sequence[CaseMessage]) -> bool:
    """Whether anything is known of any tone: else a neutral one stands for all, since not known is not silent."""
    return any(one.tone is not None or one.stance is not None for one in messages if one.recipient != "authority")


def _tags(message: CaseMessage, before: Sequence[PublishedMessage], toned: bool) -> Tags:
    tags = {name: getattr(message, name) for name in Said.model_fields}
    if message.update is None and _brings(message, before):
        tags["update"] = "new"
    return Tags(**tags, tone=_tone(message, toned))


def _tags_again(message: CaseMessage, first: Tags) -> Tags:
    """The tags of what is repeated, and what the repeat itself was given instead."""
    given = {name: getattr(message, name) for name in Said.model_fields if name in message.model_fields_set}
    if message.tone is not None:
        given["tone"] = _filled(message.tone)
    return first.model_copy(update=given)


def _brings(message: CaseMessage, before: Sequence[PublishedMessage]) -> bool:
    """Whether it tells, answers, corrects or acknowledges what no earlier message did."""

    def about(tags: Said) -> set[tuple[str, str]]:
        return {(key, one) for key in ("discloses", "answers", "corrects", "owns") for one in getattr(tags, key)}

    return bool(about(message) - {one for earlier in before for one in about(earlier.tags)})


def _tone(message: CaseMessage, toned: bool) -> Tone | None:
    if message.tone is not None:
        return _filled(message.tone)
    return NEUTRAL if message.stance is not None or not toned else None


def _filled(tone: CaseTone) -> Tone:
    return Tone(
        empathy=NEUTRAL.empathy if tone.empathy is None else tone.empathy,
        voice=NEUTRAL.voice if tone.voice is None else tone.voice,
        arousal=NEUTRAL.arousal if tone.arousal is None else tone.arousal,
        humour=tone.humour,
        reason=tone.reason or NEUTRAL.reason,
    )


def _means(case: Case, message: CaseMessage, severity: int) -> tuple[int, int, int]:
    """Reach and formality of the channel, rank of the spokesperson; unknown ones suit the severity."""
    channel = next((one for one in case.channels if one.id == message.channel), None)
    speaker = next((one for one in case.spokespeople if one.id == message.spokesperson), None)
    reach = channel.reach if channel is not None else None
    formality = channel.formality if channel is not None else None
    rank = speaker.rank if speaker is not None else None
    return MIDDLE_REACH if reach is None else reach, formality or severity, rank or severity


def _promised(message: CaseMessage, calendar: Calendar, minute: int) -> int | None:
    promise = message.promise
    if promise is None:
        return None
    if promise.by is not None:
        return calendar.minute(promise.by)
    return minute + (promise.within or 0)


def _say_tone(messages: Sequence[CaseMessage], toned: bool, assumed: Assumptions) -> None:
    heard = [one for one in messages if one.recipient != "authority"]
    without = [one for one in heard if one.tone is None]
    if not toned:
        assumed.counted("case.tone_unknown", (True for _ in without))
    else:
        assumed.counted("case.tone_neutral", (one.stance is not None for one in without))
        assumed.counted("case.tone_left_out", (one.stance is None for one in without))
    parts = ("empathy", "voice", "arousal")
    given = [one.tone for one in heard if one.tone is not None]
    assumed.counted("case.tone_partial", (any(getattr(tone, part) is None for part in parts) for tone in given))


def _say_means(case: Case, assumed: Assumptions) -> None:
    reaches = {one.id: one.reach for one in case.channels}
    formalities = {one.id: one.formality for one in case.channels}
    ranks = {one.id: one.rank for one in case.spokespeople}
    used = [one.channel for one in case.messages if one.recipient != "authority"]
    if used and not any(reaches.get(one or "") is not None for one in used):
        assumed.assume("case.reach_all_unknown")
    else:
        assumed.counted("case.reach_unknown", (reaches.get(one or "") is None for one in used), reach=MIDDLE_REACH)
    everybody = [one for one in case.messages if one.recipient in ("public", "media")]
    assumed.counted("case.formality_unknown", (formalities.get(one.channel or "") is None for one in everybody))
    assumed.counted("case.rank_unknown", (ranks.get(one.spokesperson or "") is None for one in everybody))
