"""What a decision sets going."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import benches
from simulator.engine.clock import Priority
from simulator.engine.decision import (
    AlertCell,
    ChooseSpokesperson,
    Decision,
    Listen,
    PrepareHolding,
    PublishHolding,
    Respond,
    ReviewPost,
    Verify,
    Watch,
)
from simulator.engine.events import (
    CellAlerted,
    FeedSearched,
    InjectMet,
    PostReviewed,
    SpokespersonChosen,
    WatchRecorded,
)
from simulator.engine.state import HoldingState, Task

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
            run.order_verification(decision.fact)
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


def meet(run: Run, inject_id: str, action: str, response: str | None = None) -> None:
    """Note that `action` answered the inject."""
    run.state.injects[inject_id].actions.append((run.minute, action))
    run.log(InjectMet(run.minute, inject_id, action, response))


def alert(run: Run, signal_id: str | None) -> None:
    """Alert the cell: a false alarm occupies it for a quarter of an hour."""
    state = run.state
    genuine = signal_id is None or run.signals[signal_id].genuine
    state.alerts[signal_id or ""] = run.minute
    run.log(CellAlerted(run.minute, signal_id, genuine))
    if not genuine:
        state.occupied_until = run.minute + FALSE_ALARM_MINUTES
        return
    if state.alerted is None:
        state.alerted = run.minute
    for inject in run.scenario.injects:
        here = state.injects.get(inject.id)
        if inject.expected == "escalate" and here is not None and here.is_open:
            meet(run, inject.id, "escalate")


def watch(run: Run, inject_id: str | None, reason: str, threshold: int) -> None:
    """Record a decision not to answer for now."""
    run.state.watches.append((run.minute, inject_id, reason, threshold))
    run.log(WatchRecorded(run.minute, inject_id, reason, threshold))
    if inject_id is not None:
        meet(run, inject_id, "watch")


def _listen(run: Run, decision: Listen) -> None:
    ends = run.minute + SEARCH_MINUTES
    run.state.busy_until = ends

    def found(minute: int) -> None:
        signals = tuple(
            signal.id for signal in run.scenario.signals if decision.topic in signal.topics and signal.at <= minute
        )
        for signal in signals:
            run.state.found_signals.setdefault(signal, minute)
        run.log(FeedSearched(minute, decision.topic, signals))

    run.clock.at(ends, Priority.SEARCH, found)


def _prepare_holding(run: Run, decision: PrepareHolding) -> None:
    statement = run.scenario.holding
    assert statement is not None  # the rules have seen to it
    run.state.holding = HoldingState(decision.wordings, decision.promise, decision.publish)
    benches.order(run.state.benches["writing"], Task("writing", "holding", statement.preparation))
