"""T.floor, T.restricted_cap, T.lie_cap: what transparency cannot be, whatever the rest."""

from __future__ import annotations

from simulator.locale import Message
from simulator.scoring.dimension import row
from simulator.scoring.evidence import Evidence, Finding, Subject, total
from simulator.scoring.record import Record
from simulator.scoring.transparency.publications import restricted_published
from simulator.scoring.transparency.statements import lies

RESTRICTED_CAP = 60.0
LIE_CAP = 30.0


def limits(record: Record, rows: list[Evidence]) -> list[Evidence]:
    """The rows that bring what `rows` add up to within its bounds.

    Never below 0; at most 60 once restricted data were published, at most 30 after a deliberate lie.
    """
    score = total(rows)
    found: list[Evidence] = []
    if score < 0.0:
        found.append(row("T.floor", Finding(-score, 0.0, Message("scoring.floor")), 1.0))
        score = 0.0
    published = restricted_published(record)
    if published and score > RESTRICTED_CAP:
        message = published[0][1]
        sentence = Message("scoring.restricted_cap", {"cap": int(RESTRICTED_CAP)})
        subject = Subject("message", str(message.serial))
        found.append(
            row("T.restricted_cap", Finding(RESTRICTED_CAP - score, 0.0, sentence, message.minute, subject), 1)
        )
        score = RESTRICTED_CAP
    told = lies(record)
    if told and score > LIE_CAP:
        fact, message = told[0]
        arguments = {"cap": int(LIE_CAP), "fact": fact.id, "message_minute": message.minute}
        sentence, subject = Message("scoring.lie_cap", arguments), Subject("message", str(message.serial))
        found.append(row("T.lie_cap", Finding(LIE_CAP - score, 0.0, sentence, message.minute, subject), 1))
    return found
