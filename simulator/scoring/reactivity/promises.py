"""R.K: whether the next update came when it had been promised."""

from __future__ import annotations

from simulator.engine.message import PublishedMessage
from simulator.locale import Message
from simulator.scoring.clock import cadence
from simulator.scoring.dimension import row
from simulator.scoring.evidence import Evidence, Finding, Subject
from simulator.scoring.reading import is_complete, is_for_everybody, originals
from simulator.scoring.record import Record


def promises(record: Record) -> tuple[Finding, ...] | None:
    """A finding for each promise that a complete statement made, equally weighted.

    Kept: a substantive update after it, no later than C/4 after the time promised. A promise beyond C counts as none,
    and one that the end of the crisis leaves open is not judged. None where no promise counts.
    """
    made = [message for message in originals(record) if _counts(message, record)]
    judged = [(message, _kept_at(message, record)) for message in made]
    judged = [(message, kept) for message, kept in judged if kept is not None or _limit(message, record) <= record.ends]
    if not judged:
        return None
    share = 1.0 / len(judged)
    return tuple(_finding(message, kept, record, share) for message, kept in judged)


def broken_elsewhere(record: Record) -> list[Evidence]:
    """A row, without points, for each promise that counts for nothing and was broken all the same.

    Made outside a complete statement, or for later than C: the public was promised news that did not come.
    """
    made = [one for one in originals(record) if one.is_public and one.promised is not None]
    broken = [
        one
        for one in made
        if not _counts(one, record) and _limit(one, record) <= record.ends and _kept_at(one, record) is None
    ]
    return [row("R.K", _broken_elsewhere(one, record)) for one in broken]


def _broken_elsewhere(promise: PublishedMessage, record: Record) -> Finding:
    limit = _limit(promise, record)
    arguments = {
        "message_minute": promise.minute,
        "promised_minute": promise.promised,
        "limit_minute": limit,
        "cadence_span": cadence(record),
    }
    sentence = (
        Message("scoring.promise_broken_far", arguments)
        if is_complete(promise, record)
        else Message("scoring.promise_broken_elsewhere", arguments)
    )
    return Finding(0.0, 0.0, sentence, limit, Subject("message", str(promise.serial)))


def _counts(message: PublishedMessage, record: Record) -> bool:
    if message.promised is None or not is_complete(message, record):
        return False
    return message.promised - message.minute <= cadence(record)


def _limit(message: PublishedMessage, record: Record) -> int:
    assert message.promised is not None
    return message.promised + cadence(record) // 4


def _kept_at(promise: PublishedMessage, record: Record) -> int | None:
    for message in originals(record):
        later = (message.minute, message.serial) > (promise.minute, promise.serial)
        substantive = message.tags.update == "new" and not message.holding and is_for_everybody(message)
        if later and substantive and message.minute <= _limit(promise, record):
            return message.minute
    return None


def _finding(promise: PublishedMessage, kept: int | None, record: Record, share: float) -> Finding:
    subject = Subject("message", str(promise.serial))
    arguments: dict[str, object] = {"message_minute": promise.minute, "promised_minute": promise.promised}
    if kept is None:
        limit = _limit(promise, record)
        sentence = Message("scoring.promise_broken", {**arguments, "limit_minute": limit})
        return Finding(0.0, share, sentence, limit, subject)
    sentence = Message("scoring.promise_kept", {**arguments, "update_minute": kept})
    return Finding(share, share, sentence, kept, subject)
