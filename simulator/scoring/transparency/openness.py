"""T.Open: whether direct questions were faced or dodged."""

from __future__ import annotations

from simulator.engine.message import PublishedMessage
from simulator.locale import Message
from simulator.scoring.evidence import Finding, Subject
from simulator.scoring.reading import in_order
from simulator.scoring.record import QuestionRecord, Record
from simulator.scoring.transparency.participation import answer


def openness(record: Record) -> tuple[Finding, ...] | None:
    """`1 - share of direct questions evaded`, over the questions that a message answered or evaded.

    A question evaded and answered later, or earlier, is answered. Where none was taken up there is nothing to credit:
    0, as in silence. None where nobody asked. In a paracrisis a recorded watch is 1, and anything else 0.
    """
    if record.paracrisis:
        return (_watch(record),)
    if not record.questions:
        return None
    taken_up = [question for question in record.questions if _dodges(record, question) or answer(record, question)]
    if not taken_up:
        first = min(question.minute for question in record.questions)
        return (Finding(0.0, 1.0, Message("scoring.openness_none"), first),)
    return tuple(_judged(record, question, 1.0 / len(taken_up)) for question in taken_up)


def _watch(record: Record) -> Finding:
    if record.watches:
        return Finding(1.0, 1.0, Message("scoring.openness_watch"), record.watches[0].minute)
    return Finding(0.0, 1.0, Message("scoring.openness_no_watch"), record.begins)


def _dodges(record: Record, question: QuestionRecord) -> list[PublishedMessage]:
    return [message for message in in_order(record) if question.id in message.tags.evades]


def _judged(record: Record, question: QuestionRecord, share: float) -> Finding:
    subject = Subject("question", question.id)
    arguments: dict[str, object] = {"question": question.id}
    given = answer(record, question)
    if given is not None:
        return Finding(share, share, Message("scoring.question_faced", arguments), given.minute, subject)
    dodged = _dodges(record, question)[0].minute
    sentence = Message("scoring.question_evaded", {**arguments, "message_minute": dodged})
    return Finding(0.0, share, sentence, dodged, subject)
