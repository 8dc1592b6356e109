"""Where a run stood at an earlier minute, as far as conditions ask."""

from __future__ import annotations

from dataclasses import replace

from simulator.engine.decision import Respond
from simulator.engine.events import DecisionMade, MessagePublished
from simulator.engine.run import Run
from simulator.engine.state import FactState, InjectState, RunState


def state_at(run: Run, minute: int) -> RunState:
    """The state at the end of `minute`, in everything that a condition may test; other parts are as they are now."""
    now = run.state
    return replace(
        now,
        minute=minute,
        facts={name: _fact_at(fact, minute) for name, fact in now.facts.items()},
        injects={name: _inject_at(each, minute) for name, each in now.injects.items() if each.delivered <= minute},
        messages=[message for message in now.messages if message.minute <= minute],
        watches=[watch for watch in now.watches if watch[0] <= minute],
        alerted=_by(now.alerted, minute),
        chosen=now.chosen - _later(run, minute),
        outrage=now.outrage[: minute + 1],
        reach=now.reach[: minute + 1],
    )


def _by(happened: int | None, minute: int) -> int | None:
    return happened if happened is not None and happened <= minute else None


def _fact_at(fact: FactState, minute: int) -> FactState:
    parts = (fact.ordered, fact.verified, fact.leaked, fact.disclosed)
    return FactState(fact.outcome, *(_by(part, minute) for part in parts))


def _inject_at(inject: InjectState, minute: int) -> InjectState:
    return replace(
        inject,
        actions=[action for action in inject.actions if action[0] <= minute],
        expired=inject.deadline is not None and inject.deadline < minute,
    )


def _later(run: Run, minute: int) -> set[str]:
    """Responses first published after `minute`; one that publishes nothing counts from its decision."""
    first: dict[str, int] = {}
    for event in run.events:
        match event:
            case MessagePublished(message=message):
                first.setdefault(message.signature[0], event.minute)
            case DecisionMade(decision=Respond(response=name)) if run.offers[name].response.channel is None:
                first.setdefault(name, event.minute)
    return {response for response, published in first.items() if published > minute}
