"""What a decision sets going."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Literal

from simulator.engine.clock import Priority
from simulator.engine.composing import wordings_of
from simulator.engine.decision import (
    AlertCell,
    ChooseSpokesperson,
    Decision,
    Listen,
    PrepareHolding,
    Prioritise,
    PublishHolding,
    Respond,
    ReviewPost,
    Verify,
    Watch,
    Withdraw,
)
from simulator.engine.events import (
    CellAlerted,
    FeedSearched,
    InjectMet,
    PostReviewed,
    SpokespersonChosen,
    WatchRecorded,
)
from simulator.engine.lines import waiting_message, waiting_work
from simulator.engine.state import HoldingState
from simulator.scenario.response import Action
from simulator.scenario.story import Inject

if TYPE_CHECKING:
    from simulator.engine.run import Run

SEARCH_MINUTES = 5
FALSE_ALARM_MINUTES = 15


def act(run: Run, decision: Decision) -> None:
    """Do what an allowed `decision` says."""
    match decision:
        case Respond():
            run.messages.choose(decision)
        case Listen():
            _listen(run, decision)
        case Verify():
            _verify(run, decision.fact)
        case PrepareHolding():
            _prepare_holding(run, decision)
        case PublishHolding():
            run.messages.publish_holding()
        case ReviewPost():
            run.state.reviews[decision.post] = decision.keep
            run.log(PostReviewed(run.minute, decision.post, decision.keep))
        case AlertCell():
            alert(run, decision.signal)
        case ChooseSpokesperson():
            run.state.spokesperson = decision.member
            run.log(SpokespersonChosen(run.minute, decision.member))
        case Watch():
            watch(run, decision.inject, decision.reason, decision.threshold)
        case Prioritise():
            run.cell.prioritise(waiting_work(run, decision))
        case Withdraw():
            run.cell.withdraw(waiting_message(run, decision))


def meet(run: Run, inject_id: str, action: Action | Literal["evade"], response: str | None = None) -> None:
    """Note that `action` met the inject; an evasion meets no expectation."""
    run.state.injects[inject_id].actions.append((run.minute, action))
    run.log(InjectMet(run.minute, inject_id, action, response))


def alert(run: Run, signal_id: str | None) -> None:
    """Alert the cell: a false alarm occupies it for a quarter of an hour, a true one meets what called for it."""
    state = run.state
    genuine = signal_id is None or run.signals[signal_id].genuine
    state.alerts[signal_id or ""] = run.minute
    run.log(CellAlerted(run.minute, signal_id, genuine))
    if not genuine:
        state.occupied_until = run.minute + FALSE_ALARM_MINUTES
        return
    if state.alerted is None:
        state.alerted = run.minute
    for inject in _calling_for(run, "escalate"):
        meet(run, inject.id, "escalate")


def watch(run: Run, inject_id: str | None, reason: str, threshold: int) -> None:
    """Record a decision not to answer for now."""
    run.state.watches.append((run.minute, inject_id, reason, threshold))
    run.log(WatchRecorded(run.minute, inject_id, reason, threshold))
    if inject_id is not None:
        run.state.injects[inject_id].watched_to = threshold
        meet(run, inject_id, "watch")


def _calling_for(run: Run, action: Action) -> list[Inject]:
    """The injects that await a decision and call for `action`, which nothing has met them with."""
    return [
        inject
        for inject in run.scenario.injects
        if inject.expected == action
        and (here := run.state.injects.get(inject.id)) is not None
        and here.is_open
        and all(done != action for _, done in here.actions)
    ]


def _verify(run: Run, fact_id: str) -> None:
    """Have a fact verified; that meets an inject one of whose own responses would verify it too."""
    run.cell.verify(fact_id)
    for inject in _calling_for(run, "check"):
        if any(fact_id in response.verifies for response in inject.responses):
            meet(run, inject.id, "check")


def _listen(run: Run, decision: Listen) -> None:
    run.state.busy_until = run.minute + SEARCH_MINUTES
    run.clock.at(run.state.busy_until, Priority.SEARCH, partial(_found, run, decision.topic))


def _found(run: Run, topic: str) -> None:
    signals = (signal for signal in run.scenario.signals if topic in signal.topics and signal.at <= run.minute)
    run.log(FeedSearched(run.minute, topic, tuple(signal.id for signal in signals)))


def _prepare_holding(run: Run, decision: PrepareHolding) -> None:
    statement = run.scenario.holding
    assert statement is not None  # the rules have seen to it
    wordings = tuple(wording.id for wording in wordings_of(statement, decision.wordings))
    run.state.holding = HoldingState(wordings, decision.promise, decision.publish)
    run.cell.ask("writing", "holding", statement.preparation)
