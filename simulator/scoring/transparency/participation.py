"""T.Part: whether the people concerned got answers that everybody can read."""

from __future__ import annotations

from simulator.locale import Message
from simulator.scoring.evidence import Finding, Subject
from simulator.scoring.record import QuestionRecord, Record
from simulator.scoring.transparency.answers import answer, unanswered


def participation(record: Record) -> tuple[Finding, ...] | None:
    """A finding for each question of the people affected (or of all, where nobody is), equally weighted.

    A private answer counts only where the question is personal. In a paracrisis, where no answer in public is owed,
    only the personal questions count. None where nobody asked.
    """
    owed = [question for question in record.questions if question.personal or not record.paracrisis]
    questions = [question for question in owed if question.affected] or owed
    return tuple(_judged(record, question, 1.0 / len(questions)) for question in questions) if questions else None


def _judged(record: Record, question: QuestionRecord, share: float) -> Finding:
    given = answer(record, question)
    if given is None:
        return unanswered(record, question, share)
    arguments = {"question": question.id, "asked_minute": question.minute, "message_minute": given.minute}
    delay = given.minute - question.minute
    sentence = (
        Message("scoring.question_answered", {**arguments, "delay_span": delay})
        if delay > 0
        else Message("scoring.question_answered_at_once", arguments)
    )
    return Finding(share, share, sentence, given.minute, Subject("question", question.id))
