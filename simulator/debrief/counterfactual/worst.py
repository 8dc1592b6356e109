"""The worst moments of a play: those at which outrage rose most while something better could be answered."""

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
class Moment:
    """A minute at which the inject `inject` was answered at `place`, or by its deadline was not, None for never.

    `better` are the responses that were allowed then, better said than not and better than what was done, the best
    first; `gain` is how much better that one is, in what a response is worth.
    """

    minute: int
    inject: str
    better: tuple[str, ...]
    place: int | None
    gain: float


def worst_moments(
    scenario: Scenario, seed: int, decisions: Sequence[Decision], until: int
) -> tuple[tuple[Moment, ...], tuple[int, ...]]:
    """The worst moment of each inject, the worst of them first, and the outrage of the play, found by living it.

    The moments are those of an inject whose answer was worth less than another that was allowed then, and each minute
    at which an inject waited for an answer that never came, or came after its deadline. The worst of them is the one
    from which outrage rose most within RISE_MINUTES; then the one at which it stood highest; then the one where most
    was to be gained; then the first. Only what somebody reads can change it: a measure without a message is no answer.
    """
    run = Run(scenario, seed)
    answered, waiting = _missed(run, decisions, until)
    late = _late_answers(run, decisions)
    moments = answered + [replace(one, place=late[one.inject]) for one in waiting if one.inject in late]
    curve = tuple(run.state.outrage)
    last = len(curve) - 1

    def badness(moment: Moment) -> tuple[int, int, float, int]:
        rise = curve[min(moment.minute + RISE_MINUTES, last)] - curve[moment.minute]
        return rise, curve[moment.minute], moment.gain, -moment.minute

    worst: dict[str, Moment] = {}
    for moment in sorted(moments, key=badness, reverse=True):
        worst.setdefault(moment.inject, moment)
    return tuple(worst.values()), curve


def _missed(run: Run, decisions: Sequence[Decision], until: int) -> tuple[list[Moment], list[Moment]]:
    """The moments of what was answered, and those of each minute at which an inject waited, found by living the play.

    `run` stands at `until` then.
    """
    answered: list[Moment] = []
    waiting: list[Moment] = []
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


def _better(run: Run, inject_id: str, given: Response | None, place: int | None) -> Iterator[Moment]:
    """What could be answered now, as far as it is good and worth more than what was."""
    inject = run.injects[inject_id]
    done = worth(given, run, inject) if given is not None else 0.0
    said = given is not None and given.channel is not None
    values = {
        response.id: worth(response, run, inject)
        for response in inject.responses
        if response is not given
        and (said or response.channel is not None)
        and run.can_decide(Respond(run.minute, response.id, inject=inject_id))
    }
    better = sorted((name for name, value in values.items() if value > max(done, 0.0)), key=lambda name: -values[name])
    if better:
        yield Moment(run.minute, inject_id, tuple(better), place, values[better[0]] - done)
