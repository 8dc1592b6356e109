"""What a message is to the grade: whom it reaches, whether it is complete, what it asserts."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.engine.message import PublishedMessage
from simulator.scenario.tags import HOLDING_PARTS, HoldingPart
from simulator.scoring.record import FactRecord, Record


def in_order(record: Record) -> list[PublishedMessage]:
    """Every message, by the minute of its publication."""
    return sorted(record.messages, key=lambda message: (message.minute, message.serial))


def originals(record: Record) -> list[PublishedMessage]:
    """The messages that are no repeat, in order: a repeat earns nothing anywhere."""
    return [message for message in in_order(record) if not message.repeat]


def is_for_everybody(message: PublishedMessage) -> bool:
    """Whether it speaks to the public at large, not to one person or a closed circle."""
    return message.recipient in ("public", "media")


def is_complete(message: PublishedMessage, record: Record) -> bool:
    """Whether it holds every part of a valid holding statement; `instruction` where people may be harmed."""
    return message.is_public and not missing_parts(message, record)


def missing_parts(message: PublishedMessage, record: Record) -> list[HoldingPart]:
    """The parts of a valid holding statement that it does not hold."""
    needed = [part for part in HOLDING_PARTS if part != "instruction" or record.people_at_risk]
    return [part for part in needed if part not in message.tags.holding]


def first_complete(record: Record) -> PublishedMessage | None:
    """The first complete holding statement."""
    return next((message for message in originals(record) if is_complete(message, record)), None)


def is_silent(record: Record) -> bool:
    """Whether nothing was said to anybody but the authorities, nor, in a paracrisis, a watch recorded."""
    spoke = any(message.recipient != "authority" for message in originals(record))
    return not spoke and not (record.paracrisis and record.watches)


def asserted(message: PublishedMessage, fact: FactRecord) -> str | None:
    """The outcome of `fact` that the message asserts, None when it asserts none; precautions assert nothing.

    A message that discloses a fact without a claim of its own tells the true outcome; so does one that discloses, with
    a precaution, what is verified or public already: a recall tells why it is one.
    """
    claims = [claim for claim in message.tags.claims if claim.fact == fact.id]
    said = [claim.says for claim in claims if not claim.precaution]
    wrong = [outcome for outcome in said if outcome != fact.outcome]
    if said:
        return (wrong or said)[0]
    sure = not claims or is_verified(fact, message.minute) or is_leaked(fact, message.minute)
    return fact.outcome if fact.id in message.tags.discloses and sure else None


def assertions(record: Record, fact: FactRecord) -> Iterator[tuple[PublishedMessage, str]]:
    """Each message that asserts something of `fact`, in order, repeats too, with the outcome it asserts."""
    for message in in_order(record):
        says = asserted(message, fact)
        if says is not None:
            yield message, says


def is_false(record: Record, message: PublishedMessage) -> bool:
    """Whether it asserts of any fact what is not true."""
    return any(asserted(message, fact) not in (None, fact.outcome) for fact in record.facts)


def publishes(message: PublishedMessage, fact: FactRecord) -> bool:
    """Whether it tells the public of the fact: to state anything of it, true or false, is to publish it."""
    return message.is_public and (fact.id in message.tags.discloses or asserted(message, fact) is not None)


def leaks(record: Record, message: PublishedMessage) -> bool:
    """Whether it makes restricted data public."""
    return any(fact.restricted and publishes(message, fact) for fact in record.facts)


def is_verified(fact: FactRecord, minute: int) -> bool:
    """Whether the cell had verified the fact by `minute`."""
    return fact.verified is not None and fact.verified <= minute


def is_leaked(fact: FactRecord, minute: int) -> bool:
    """Whether a third party had made the fact public by `minute`."""
    return fact.leaked is not None and fact.leaked <= minute
