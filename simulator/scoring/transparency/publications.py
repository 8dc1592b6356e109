"""T.restricted, T.criticism, T.error: what should have stayed private, and what should have stayed up."""

from __future__ import annotations

from simulator.engine.message import PublishedMessage
from simulator.locale import Message
from simulator.scoring.dimension import row
from simulator.scoring.evidence import Evidence, Finding, Subject
from simulator.scoring.reading import in_order, publishes
from simulator.scoring.record import DeletionRecord, FactRecord, Record

RESTRICTED = 20.0
CRITICISM = 10.0
SILENT_ERROR = 7.5


def publication_penalties(record: Record) -> list[Evidence]:
    """-20 for each restricted fact made public, -10 for each deletion of criticism, -7.5 for hiding one's own error.

    Removing one's error with a notice, and hiding insults or personal data, cost nothing.
    """
    rows = []
    for fact, message in restricted_published(record):
        sentence = Message("scoring.restricted", {"fact": fact.id, "message_minute": message.minute})
        subject = Subject("message", str(message.serial))
        rows.append(row("T.restricted", Finding(-RESTRICTED, 0.0, sentence, message.minute, subject), 1.0))
    for deletion in deletions(record):
        arguments = {"deletion_minute": deletion.minute}
        if deletion.what == "criticism":
            sentence = Message("scoring.criticism_deleted", arguments)
            rows.append(row("T.criticism", Finding(-CRITICISM, 0.0, sentence, deletion.minute), 1.0))
        elif deletion.what == "own_error" and not deletion.notice:
            sentence = Message("scoring.error_hidden", arguments)
            rows.append(row("T.error", Finding(-SILENT_ERROR, 0.0, sentence, deletion.minute), 1.0))
    return rows


def restricted_published(record: Record) -> list[tuple[FactRecord, PublishedMessage]]:
    """Each restricted fact that was made public, with the first message that did it.

    To state anything of it in public, true or false, is to publish it: a denial tells that there is something to deny.
    """
    found = []
    for fact in record.facts:
        if fact.restricted:
            tellers = [one for one in in_order(record) if publishes(one, fact)]
            found += [(fact, message) for message in tellers[:1]]
    return found


def deletions(record: Record) -> list[DeletionRecord]:
    """Everything deleted, whether by a silent measure or together with a message."""
    told = [
        DeletionRecord(message.minute, message.tags.deletes, message.tags.notice)
        for message in record.messages
        if message.tags.deletes is not None
    ]
    return sorted([*record.deletions, *told], key=lambda deletion: deletion.minute)
