"""From a run to what is graded of it."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.engine.decision import Respond
from simulator.engine.events import CellAlerted, DecisionMade, HoldingReady
from simulator.engine.run import Run
from simulator.scenario.facts import Fact
from simulator.scenario.story import Inject
from simulator.scoring.record import (
    DeletionRecord,
    FactRecord,
    InjectRecord,
    OwedRecord,
    QuestionRecord,
    Record,
    ScheduledRecord,
    SignalRecord,
    VeilleRecord,
    WatchRecord,
)


def record_of(run: Run) -> Record:
    """Everything of `run` that scoring reads.

    A play that was given up is graded to the scenario's end: what was due by then, and never came, counts as missed.
    """
    scenario = run.scenario
    asked = list(_asked(run))
    return Record(
        severity=scenario.severity,
        cluster=scenario.cluster,
        begins=scenario.crisis_begins,
        ends=scenario.length,
        history_of_crises=scenario.history_of_crises,
        people_at_risk=scenario.people_at_risk,
        paracrisis=scenario.paracrisis,
        rubric=scenario.rubric,
        facts=tuple(_fact(run, fact) for fact in scenario.facts),
        injects=tuple(_inject(run, inject, minute) for inject, minute in asked if inject.kind != "news"),
        questions=_questions(run, asked),
        owed=tuple(OwedRecord(one.id, one.weight, one.since) for one in scenario.acknowledgements),
        veille=_veille(run),
        watches=tuple(
            WatchRecord(minute, reason, threshold, inject) for minute, inject, reason, threshold in run.state.watches
        ),
        deletions=tuple(_deletions(run)),
        messages=tuple(run.state.messages),
    )


def _asked(run: Run) -> Iterator[tuple[Inject, int]]:
    """Every inject that came, or would have come after the play was given up, with its minute."""
    for inject in run.scenario.injects:
        here = run.state.injects.get(inject.id)
        due = inject.at if inject.at is not None else run.drawn.free.get(inject.id)
        if here is not None:
            yield inject, here.delivered
        elif run.state.abandoned and due is not None:
            yield inject, due


def _fact(run: Run, fact: Fact) -> FactRecord:
    state = run.state.facts[fact.id]
    verification = fact.verification
    return FactRecord(
        id=fact.id,
        weight=fact.weight,
        outcome=state.outcome,
        restricted=fact.restricted,
        settles_responsibility=fact.settles_responsibility,
        verifiable=0 if verification is None else verification.opens + verification.minutes,
        verified=state.verified,
        leaked=state.leaked,
    )


def _inject(run: Run, inject: Inject, minute: int) -> InjectRecord:
    state = run.state.injects.get(inject.id)
    actions = list(state.actions) if state is not None else []
    troll = any(persona.id == inject.sender and persona.troll for persona in run.scenario.personas)
    if troll:
        post = f"inject:{inject.id}"
        actions += [(message.minute, "reply") for message in run.state.messages if message.post == post]
    deadline = None if inject.deadline is None else minute + inject.deadline
    personal = {question.id for question in run.scenario.questions if question.personal}
    return InjectRecord(
        id=inject.id,
        minute=minute,
        deadline=deadline,
        priority=inject.priority,
        expected=inject.expected,
        troll=troll,
        actions=tuple(sorted(actions)),
        personal=bool(inject.asks) and personal >= set(inject.asks),
    )


def _questions(run: Run, asked: list[tuple[Inject, int]]) -> tuple[QuestionRecord, ...]:
    first: dict[str, int] = {}
    for inject, minute in asked:
        for question in inject.asks:
            first[question] = min(first.get(question, minute), minute)
    return tuple(
        QuestionRecord(question.id, first[question.id], question.affected, question.personal)
        for question in run.scenario.questions
        if question.id in first
    )


def _veille(run: Run) -> VeilleRecord | None:
    scenario = run.scenario
    stages = [stage.id for stage in scenario.stages]
    if "veille" not in stages:
        return None
    following = scenario.stages[stages.index("veille") + 1 :]
    ends = following[0].begins if following else scenario.length
    alerts = [event for event in run.events if isinstance(event, CellAlerted) and event.minute <= ends]
    ready = [event.minute for event in run.events if isinstance(event, HoldingReady)]
    escalated = {event.signal: event.minute for event in reversed(alerts) if event.genuine}
    return VeilleRecord(
        ends=ends,
        signals=tuple(
            SignalRecord(signal.id, signal.at, escalated.get(signal.id))
            for signal in scenario.signals
            if signal.genuine
        ),
        false_alarms=tuple(event.minute for event in alerts if not event.genuine),
        scheduled=tuple(
            ScheduledRecord(post.id, post.at, post.harmful, run.state.reviews.get(post.id))
            for post in scenario.scheduled
        ),
        holding_ready=min(ready, default=None),
    )


def _deletions(run: Run) -> Iterator[DeletionRecord]:
    """Deletions that were measures; one that was announced in a message stands in that message's tags."""
    for event in run.events:
        if isinstance(event, DecisionMade) and isinstance(event.decision, Respond):
            response = run.offers[event.decision.response].response
            if response.deletes is not None and response.channel is None and response.id in run.state.chosen:
                yield DeletionRecord(event.minute, response.deletes, response.notice)
