"""T.false, T.unverified, T.contradiction: what was asserted, against what was true and known."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.engine.message import PublishedMessage
from simulator.locale import Message
from simulator.scoring.dimension import row
from simulator.scoring.evidence import Evidence, Finding, Subject
from simulator.scoring.reading import assertions, is_leaked, is_verified, originals
from simulator.scoring.record import FactRecord, Record

FALSE = 15.0
FALSE_CORRECTED = 7.5
UNVERIFIED = 7.5
CONTRADICTION = 10.0


def statement_penalties(record: Record) -> list[Evidence]:
    """The penalty rows of every assertion.

    False: -15 each; where the fact was then corrected unprompted and announced, the last one costs -7.5. Asserted
    before the cell had verified it: -7.5 more, unless it is true and already leaked. Asserting another outcome than
    before without announcing it: -10, once a fact, while the cell has not verified it: the truth once verified is
    never dearer than silence, and a falsehood against it is a lie, which has its own cap.
    """
    rows: list[Evidence] = []
    for fact in record.facts:
        rows += _falsehoods(record, fact)
        rows += _guesses(record, fact)
        rows += _contradictions(record, fact)
    return rows


def lies(record: Record) -> list[tuple[FactRecord, PublishedMessage]]:
    """Each falsehood decided when the cell had verified otherwise."""
    return [
        (fact, message)
        for fact in record.facts
        for message, says in assertions(record, fact)
        if says != fact.outcome and is_verified(fact, message.decided)
    ]


def _penalty(rule: str, points: float, sentence: Message, message: PublishedMessage) -> Evidence:
    return row(rule, Finding(-points, 0.0, sentence, message.minute, Subject("message", str(message.serial))), 1.0)


def _falsehoods(record: Record, fact: FactRecord) -> Iterator[Evidence]:
    said = [message for message, says in assertions(record, fact) if says != fact.outcome]
    if not said:
        return
    correction = _correction(record, fact, said[-1])
    for message in said:
        arguments: dict[str, object] = {"fact": fact.id, "message_minute": message.minute}
        if message is said[-1] and correction is not None:
            arguments["correction_minute"] = correction.minute
            sentence = Message("scoring.false_corrected", arguments)
            yield _penalty("T.false", FALSE_CORRECTED, sentence, message)
        elif _is_told_later(record, fact, said[-1]):
            yield _penalty("T.false", FALSE, Message("scoring.false_replaced", arguments), message)
        else:
            yield _penalty("T.false", FALSE, Message("scoring.false", arguments), message)


def _correction(record: Record, fact: FactRecord, last: PublishedMessage) -> PublishedMessage | None:
    """The public message after `last`, the last falsehood, that announces the correction before anybody else does."""
    for message in originals(record):
        later = (message.minute, message.serial) > (last.minute, last.serial)
        if later and message.is_public and fact.id in message.tags.corrects and not is_leaked(fact, message.minute):
            return message
    return None


def _is_told_later(record: Record, fact: FactRecord, last: PublishedMessage) -> bool:
    after = (last.minute, last.serial)
    return any(
        says == fact.outcome and (message.minute, message.serial) > after and fact.id not in message.tags.corrects
        for message, says in assertions(record, fact)
    )


def _guesses(record: Record, fact: FactRecord) -> Iterator[Evidence]:
    for message, says in assertions(record, fact):
        known = says == fact.outcome and is_leaked(fact, message.decided)
        if not known and not is_verified(fact, message.decided):
            arguments = {"fact": fact.id, "message_minute": message.minute}
            yield _penalty("T.unverified", UNVERIFIED, Message("scoring.unverified", arguments), message)


def _contradictions(record: Record, fact: FactRecord) -> Iterator[Evidence]:
    held: tuple[PublishedMessage, str] | None = None
    for message, says in assertions(record, fact):
        announced = fact.id in message.tags.corrects and not message.repeat
        if held is not None and held[1] != says and not announced and not is_verified(fact, message.minute):
            before, said = held
            arguments = {
                "fact": fact.id,
                "earlier_version": said,
                "earlier_minute": before.minute,
                "later_version": says,
                "message_minute": message.minute,
            }
            yield _penalty("T.contradiction", CONTRADICTION, Message("scoring.contradiction", arguments), message)
            return
        held = message, says
