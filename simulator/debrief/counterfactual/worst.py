"""The best response at the worst moment of a play."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from simulator.engine.decision import Decision, Respond
from simulator.engine.run import Run
from simulator.engine.worth import worth
from simulator.scenario.model import Scenario
from simulator.scenario.response import Response

RISE_MINUTES = 30
"""A moment is as bad as what outrage gains in the half-hour after it (design)."""


@dataclass(frozen=True)
class Missed:
    """A chance: a better `response` to the inject `inject` than what was answered at `place`, None where nothing was.

    `gain` is in what a response is worth.
    """

    minute: int
    inject: str
    response: str
    place: int | None
    gain: float


def with_best_at_worst(
    scenario: Scenario, seed: int, decisions: Sequence[Decision], until: int
) -> tuple[tuple[Decision, ...], Decision] | None:
    """The decisions with the best response at the worst moment, and that one by itself; None where none was better.

    The moments are those of an inject whose answer was worth less than another that was allowed then, and each minute
    at which an inject waited for an answer that never came, or came after its deadline. The worst of them is the one
    from which outrage rose most within RISE_MINUTES; then the one at which it stood highest; then the one where most
    was to be gained; then the first. Only what somebody reads can change it: a measure without a message is no answer.
    """
    run = Run(scenario, seed)
    answered, waiting = _missed(run, decisions, until)
    late = _late_answers(run, decisions)
    chances = answered + [replace(one, place=late[one.inject]) for one in waiting if one.inject in late]
    if not chances:
        return None
    curve = run.state.outrage
    last = len(curve) - 1

    def badness(chance: Missed) -> tuple[int, int, float, int]:
        rise = curve[min(chance.minute + RISE_MINUTES, last)] - curve[chance.minute]
        return rise, curve[chance.minute], chance.gain, -chance.minute

    worst = max(chances, key=badness)
    better = Respond(worst.minute, worst.response, inject=worst.inject)
    changed = list(decisions)
    if worst.place is None:
        changed.append(better)
    elif changed[worst.place].minute == worst.minute:
        changed[worst.place] = better
    else:
        del changed[worst.place]
        changed.append(better)
    return tuple(changed), better


def _missed(run: Run, decisions: Sequence[Decision], until: int) -> tuple[list[Missed], list[Missed]]:
    """The chances of what was answered, and those of each minute at which an inject waited, found by living the play.

    `run` stands at `until` then.
    """
    answered: list[Missed] = []
    waiting: list[Missed] = []
    place = 0
    for minute in range(until + 1):
        run.advance_to(minute)
        while place < len(decisions) and decisions[place].minute == minute:
            decision = decisions[place]
            if isinstance(decision, Respond) and decision.inject is not None:
                answered += _better(run, decision.inject, run.offers[decision.response].response, place)
            run.decide(decision)
            place += 1
        for inject in _waiting(run):
            waiting += _better(run, inject, None, None)
    return answered, waiting


def _late_answers(run: Run, decisions: Sequence[Decision]) -> dict[str, int | None]:
    """The injects that were not answered by their deadline, each with the place of what answered it later, if any."""
    late: dict[str, int | None] = {}
    for name, inject in run.state.injects.items():
        if inject.deadline is None:
            continue
        answers = [place for place, made in enumerate(decisions) if isinstance(made, Respond) and made.inject == name]
        if not answers or decisions[answers[0]].minute > inject.deadline:
            late[name] = answers[0] if answers else None
    return late


def _waiting(run: Run) -> list[str]:
    """The injects that stand open and that nothing has met as they expect."""
    return [
        name
        for name, state in run.state.injects.items()
        if state.is_open and all(action != run.injects[name].expected for _, action in state.actions)
    ]


def _better(run: Run, inject_id: str, given: Response | None, place: int | None) -> Iterator[Missed]:
    """The best that could be answered now, if it is worth more than what was."""
    inject = run.injects[inject_id]
    allowed = [
        response
        for response in inject.responses
        if response is not given and run.can_decide(Respond(run.minute, response.id, inject=inject_id))
    ]
    if not allowed:
        return
    best = max(allowed, key=lambda response: worth(response, run, inject))
    gain = worth(best, run, inject) - (worth(given, run, inject) if given is not None else 0.0)
    heard = best.channel is not None or (given is not None and given.channel is not None)
    if gain > 0 and heard:
        yield Missed(run.minute, inject_id, best.id, place, gain)
