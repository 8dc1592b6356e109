"""T.Open: whether direct questions were faced or dodged."""

from __future__ import annotations

from simulator.locale import Message
from simulator.scoring.evidence import Finding, Subject
from simulator.scoring.reading import in_order
from simulator.scoring.record import QuestionRecord, Record
from simulator.scoring.transparency.participation import answer


def openness(record: Record) -> tuple[Finding, ...] | None:
    """`1 - share of direct questions evaded`, over the questions that a message answered or evaded.

    A question evaded and answered later, or earlier, is answered. Where none was taken up there is nothing to credit:
    0, as in silence (in a paracrisis a recorded watch is 1). None where nobody asked.
    """
    if record.paracrisis and record.watches:
        return (Finding(1.0, 1.0, Message("scoring.openness_watch"), record.watches[0].minute),)
    if not record.questions:
        return None
    taken_up = [
        (question, evaded) for question in record.questions if (evaded := _evaded(record, question)) is not None
    ]
    if not taken_up:
        first = min(question.minute for question in record.questions)
        return (Finding(0.0, 1.0, Message("scoring.openness_none"), first),)
    share = 1.0 / len(taken_up)
    return tuple(_judged(question, minute, share) for question, minute in taken_up)


def _evaded(record: Record, question: QuestionRecord) -> int | None:
    """The minute of its evasion, -1 where it was answered, None where nothing was said."""
    if answer(record, question) is not None:
        return -1
    dodges = [message.minute for message in in_order(record) if question.id in message.tags.evades]
    return dodges[0] if dodges else None


def _judged(question: QuestionRecord, evaded: int, share: float) -> Finding:
    subject = Subject("question", question.id)
    arguments: dict[str, object] = {"question": question.id}
    if evaded < 0:
        return Finding(share, share, Message("scoring.question_faced", arguments), None, subject)
    sentence = Message("scoring.question_evaded", {**arguments, "message_minute": evaded})
    return Finding(0.0, share, sentence, evaded, subject)
