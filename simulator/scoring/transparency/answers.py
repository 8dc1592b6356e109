"""What answers a question, and why nothing did."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.engine.message import PublishedMessage
from simulator.locale import Message
from simulator.scoring.evidence import Finding, Subject
from simulator.scoring.reading import is_false, leaks, originals
from simulator.scoring.record import QuestionRecord, Record


def answer(record: Record, question: QuestionRecord) -> PublishedMessage | None:
    """The first message that answers the question: a public one, or any to the person for personal data.

    One that states anything false, or makes restricted data public, answers nothing.
    """
    given = _given(record, question)
    return next((one for one in given if not (is_false(record, one) or leaks(record, one))), None)


def unanswered(record: Record, question: QuestionRecord, share: float) -> Finding:
    """That a question got no answer, and what it got instead: a false one, a leak, one out of sight, or nothing."""
    subject = Subject("question", question.id)
    arguments: dict[str, object] = {"question": question.id, "asked_minute": question.minute}
    spoiled = next(_given(record, question), None)
    if spoiled is not None:
        arguments["message_minute"] = spoiled.minute
        sentence = (
            Message("scoring.question_answered_falsely", arguments)
            if is_false(record, spoiled)
            else Message("scoring.question_answered_leaking", arguments)
        )
        return Finding(0.0, share, sentence, spoiled.minute, subject)
    aside = any(question.id in message.tags.answers for message in record.messages)
    sentence = (
        Message("scoring.question_answered_aside", arguments)
        if aside
        else Message("scoring.question_unanswered", arguments)
    )
    return Finding(0.0, share, sentence, question.minute, subject)


def _given(record: Record, question: QuestionRecord) -> Iterator[PublishedMessage]:
    """The messages that speak to the question where they should."""
    for message in originals(record):
        proper = message.is_public or (question.personal and message.recipient == "private")
        if proper and question.id in message.tags.answers:
            yield message
