"""T.Open: whether direct questions were faced, dodged or ignored."""

from __future__ import annotations

from simulator.engine.message import PublishedMessage
from simulator.locale import Message
from simulator.scoring.evidence import Finding, Subject
from simulator.scoring.reading import in_order
from simulator.scoring.record import QuestionRecord, Record
from simulator.scoring.transparency.answers import answer, unanswered

DODGED_FIRST = 0.5
"""What an answer is still worth once the question was dodged."""


def openness(record: Record) -> tuple[Finding, ...] | None:
    """A finding for each direct question asked, equally weighted: answered 1, dodged and then answered a half.

    A question dodged or ignored is 0. None where nobody asked. In a paracrisis a recorded watch is 1, and anything
    else 0.
    """
    if record.paracrisis:
        return (_watch(record),)
    if not record.questions:
        return None
    return tuple(_judged(record, question, 1.0 / len(record.questions)) for question in record.questions)


def _watch(record: Record) -> Finding:
    if record.watches:
        return Finding(1.0, 1.0, Message("scoring.openness_watch"), record.watches[0].minute)
    return Finding(0.0, 1.0, Message("scoring.openness_no_watch"), record.begins)


def _judged(record: Record, question: QuestionRecord, share: float) -> Finding:
    subject = Subject("question", question.id)
    dodged = next((message for message in in_order(record) if question.id in message.tags.evades), None)
    given = answer(record, question)
    if given is None and dodged is None:
        return unanswered(record, question, share)
    arguments: dict[str, object] = {"question": question.id}
    if given is None:
        assert dodged is not None
        sentence = Message("scoring.question_evaded", {**arguments, "message_minute": dodged.minute})
        return Finding(0.0, share, sentence, dodged.minute, subject)
    arguments["message_minute"] = given.minute
    if dodged is not None and _place(dodged) <= _place(given):
        sentence = Message("scoring.question_evaded_first", {**arguments, "evaded_minute": dodged.minute})
        return Finding(DODGED_FIRST * share, share, sentence, given.minute, subject)
    return Finding(share, share, Message("scoring.question_faced", arguments), given.minute, subject)


def _place(message: PublishedMessage) -> tuple[int, int]:
    return message.minute, message.serial
