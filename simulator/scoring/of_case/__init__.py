"""From a documented case to what is graded of it, and what had to be assumed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from simulator.locale import Message
from simulator.scenario.case import Case, CaseInject
from simulator.scenario.case_calendar import Calendar
from simulator.scenario.case_load import LoadedCase
from simulator.scenario.case_moment import Moment
from simulator.scenario.shape import parts
from simulator.scoring.clock import cadence, scale
from simulator.scoring.of_case.assumptions import Assumptions
from simulator.scoring.of_case.judged import judged
from simulator.scoring.of_case.ledger import ledger
from simulator.scoring.of_case.messages import published
from simulator.scoring.reading import is_false, leaks
from simulator.scoring.record import DeletionRecord, InjectRecord, OwedRecord, QuestionRecord, Record, WatchRecord

MIDDLE_THRESHOLD = 50


@dataclass(frozen=True)
class CaseRecord:
    """What is graded of a documented case, and a sentence for each thing that was assumed.

    Minutes are counted from the first signal, negative before it; ids of messages are serials by time. `unjudged`
    says why transparency is not judged, if it is not: its score then means nothing and has no weight.
    """

    record: Record
    assumptions: tuple[Message, ...]
    unjudged: tuple[Message, ...] = ()


def record_of_case(loaded: LoadedCase) -> CaseRecord:
    """Everything of a case that scoring reads."""
    case, calendar = loaded.case, loaded.calendar
    assumed = Assumptions()
    _say_start(case, calendar, assumed)
    severity = assumed.known(case.severity, 2, "case.no_severity")
    record = Record(
        severity=severity,
        cluster=assumed.known(case.cluster, "accidental", "case.no_cluster"),
        begins=0,
        ends=0,
        history_of_crises=assumed.known(case.history_of_crises, False, "case.no_history"),
        people_at_risk=assumed.known(case.people_at_risk, False, "case.no_risk"),
        paracrisis=assumed.known(case.paracrisis, False, "case.no_paracrisis"),
        documented=True,
        rubric=case.rubric,
    )
    messages = published(case, calendar, severity, assumed)
    record = replace(record, messages=messages, facts=ledger(case, calendar, messages, assumed))
    record = replace(
        record,
        injects=_injects(case, calendar, record, assumed),
        questions=_questions(case, calendar, assumed),
        owed=_owed(case, calendar, assumed),
        watches=_watches(case, calendar, assumed),
        deletions=tuple(DeletionRecord(calendar.minute(one.at), one.what, one.notice) for one in case.deletions),
    )
    spoken = [one for one in messages if one.is_public]
    if spoken and not case.paracrisis and not any(one.tags.holding for one in spoken):
        assumed.assume("case.no_holding")
    if not case.facts:
        assumed.assume("case.no_facts")
    record = replace(record, ends=_end(case, calendar, cadence(record), assumed))
    record, unjudged = judged(replace(record, nights=calendar.nights(record.ends)))
    if record.nights:
        assumed.assume("case.nights")
    assumed.assume("case.no_veille")
    return CaseRecord(record, assumed.sentences, unjudged)


def _say_start(case: Case, calendar: Calendar, assumed: Assumptions) -> None:
    if calendar.guessed or (case.first_signal is None and calendar.start is None):
        assumed.assume("case.first_signal_guessed" if calendar.guessed else "case.first_signal_nought", first_minute=0)
    if calendar.start is not None and _hourless(case.first_signal):
        assumed.assume("case.first_signal_noon")
    others = (moment for name, moment in _moments(case) if name not in ("first_signal", "ends"))
    assumed.counted("case.hours_unknown", (_hourless(moment) for moment in others))


def _moments(case: Case) -> Iterator[tuple[str, Moment]]:
    for _, part in parts(case):
        for name in type(part).model_fields:
            value = getattr(part, name)
            if isinstance(value, Moment):
                yield name, value


def _hourless(moment: Moment | None) -> bool:
    return moment is not None and moment.since is None and moment.clock is None


def _end(case: Case, calendar: Calendar, after: int, assumed: Assumptions) -> int:
    """When the case ends, or `after` minutes after the last thing that happened in it."""
    if case.ends is not None:
        return calendar.end(case.ends)
    minutes = [calendar.minute(moment) for name, moment in _moments(case) if name != "first_signal"]
    end = max([0, *minutes]) + after
    assumed.assume("case.no_end", end_minute=end, after_span=after)
    return end


def _injects(case: Case, calendar: Calendar, record: Record, assumed: Assumptions) -> tuple[InjectRecord, ...]:
    """The injects; one without a deadline has the usual one of the severity."""
    said, usual = _answers(case, record, calendar), scale(record)
    asked = [one for one in case.injects if not one.troll]
    assumed.counted("case.deadline_unknown", (one.deadline is None for one in asked), deadline_span=usual)
    assumed.counted("case.expected_unknown", (one.expected is None for one in asked))
    assumed.counted("case.priority_unknown", (one.priority is None for one in asked))
    if not case.injects:
        assumed.assume("case.no_injects")
    return tuple(_inject(one, calendar, said.get(one.id, []), usual) for one in case.injects)


def _inject(inject: CaseInject, calendar: Calendar, said: list[tuple[int, str]], usual: int) -> InjectRecord:
    minute = calendar.minute(inject.at)
    actions = [*said, *((calendar.minute(action.at), action.does) for action in inject.actions)]
    return InjectRecord(
        id=inject.id,
        minute=minute,
        deadline=minute + (usual if inject.deadline is None else inject.deadline),
        priority=1 if inject.priority is None else inject.priority,
        expected=inject.expected or "reply",
        troll=inject.troll,
        actions=tuple(sorted(actions)),
    )


def _answers(case: Case, record: Record, calendar: Calendar) -> dict[str, list[tuple[int, str]]]:
    """When each inject was replied to, or evaded.

    To dodge what was asked, to say what is false or to publish what is restricted is no reply.
    """
    found: dict[str, list[tuple[int, str]]] = {}
    ordered = sorted(case.messages, key=lambda message: calendar.minute(message.at))
    for message, one in zip(ordered, record.messages, strict=True):
        no_reply = one.tags.evades or is_false(record, one) or leaks(record, one)
        action = "evade" if no_reply else "reply"
        for inject in message.replies_to:
            found.setdefault(inject, []).append((one.minute, action))
    return found


def _questions(case: Case, calendar: Calendar, assumed: Assumptions) -> tuple[QuestionRecord, ...]:
    assumed.counted("case.asked_unknown", (one.asked is None for one in case.questions))
    if not case.questions and not case.paracrisis:
        assumed.assume("case.no_questions")
    return tuple(
        QuestionRecord(one.id, _since(one.asked, calendar), one.affected, one.personal) for one in case.questions
    )


def _owed(case: Case, calendar: Calendar, assumed: Assumptions) -> tuple[OwedRecord, ...]:
    assumed.counted("case.since_unknown", (one.since is None for one in case.acknowledgements))
    if not case.acknowledgements:
        assumed.assume("case.no_acknowledgements")
    return tuple(OwedRecord(one.id, one.weight, _since(one.since, calendar)) for one in case.acknowledgements)


def _watches(case: Case, calendar: Calendar, assumed: Assumptions) -> tuple[WatchRecord, ...]:
    assumed.counted("case.threshold_unknown", (one.threshold is None for one in case.watches))
    found = (
        WatchRecord(
            calendar.minute(one.at),
            one.reason or "",
            MIDDLE_THRESHOLD if one.threshold is None else one.threshold,
            one.inject,
        )
        for one in case.watches
    )
    return tuple(sorted(found, key=lambda watch: watch.minute))


def _since(moment: Moment | None, calendar: Calendar) -> int:
    """The minute of `moment`, that of the first signal where it is not known."""
    return 0 if moment is None else calendar.minute(moment)
