"""T.Part: whether the people concerned got answers that everybody can read."""

from __future__ import annotations

from simulator.engine.message import PublishedMessage
from simulator.locale import Message
from simulator.scoring.evidence import Finding, Subject
from simulator.scoring.reading import originals
from simulator.scoring.record import QuestionRecord, Record


def answer(record: Record, question: QuestionRecord) -> PublishedMessage | None:
    """The first message that answers the question: a public one, or any to the person for personal data."""
    for message in originals(record):
        proper = message.is_public or (question.personal and message.recipient == "private")
        if proper and question.id in message.tags.answers:
            return message
    return None


def participation(record: Record) -> tuple[Finding, ...] | None:
    """A finding for each question of the people affected (or of all, where nobody is), equally weighted.

    A private answer counts only where the question is personal. None where nobody asked, and in a paracrisis, where
    no answer in public is owed.
    """
    if record.paracrisis:
        return None
    affected = [question for question in record.questions if question.affected]
    questions = affected or list(record.questions)
    return tuple(_judged(record, question, 1.0 / len(questions)) for question in questions) if questions else None


def _judged(record: Record, question: QuestionRecord, share: float) -> Finding:
    subject = Subject("question", question.id)
    arguments: dict[str, object] = {"question": question.id, "asked_minute": question.minute}
    given = answer(record, question)
    if given is not None:
        sentence = Message("scoring.question_answered", {**arguments, "message_minute": given.minute})
        return Finding(share, share, sentence, given.minute, subject)
    aside = any(question.id in message.tags.answers for message in record.messages)
    sentence = (
        Message("scoring.question_answered_aside", arguments)
        if aside
        else Message("scoring.question_unanswered", arguments)
    )
    return Finding(0.0, share, sentence, question.minute, subject)
