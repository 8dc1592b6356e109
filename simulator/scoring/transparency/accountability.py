"""T.Acc: what the organisation owed to acknowledge."""

from __future__ import annotations

from simulator.locale import Message
from simulator.scoring.evidence import Finding, Subject
from simulator.scoring.reading import originals
from simulator.scoring.record import OwedRecord, Record


def accountability(record: Record) -> tuple[Finding, ...] | None:
    """A finding for each acknowledgement owed before the end, by weight; made in public or not made.

    None where nothing was owed.
    """
    owed = [one for one in record.owed if one.since <= record.ends and one.weight > 0]
    whole = sum(one.weight for one in owed)
    return tuple(_judged(record, one, one.weight / whole) for one in owed) if owed else None


def _judged(record: Record, owed: OwedRecord, share: float) -> Finding:
    subject = Subject("acknowledgement", owed.id)
    arguments: dict[str, object] = {"acknowledgement": owed.id}
    for message in originals(record):
        if message.is_public and owed.id in message.tags.owns:
            arguments["message_minute"] = message.minute
            delay = message.minute - owed.since
            sentence = (
                Message("scoring.owed_made", {**arguments, "since_minute": owed.since, "delay_span": delay})
                if delay > 0
                else Message("scoring.owed_made_at_once", arguments)
            )
            return Finding(share, share, sentence, message.minute, subject)
    sentence = Message("scoring.owed_missing", {**arguments, "since_minute": owed.since})
    return Finding(0.0, share, sentence, owed.since, subject)
