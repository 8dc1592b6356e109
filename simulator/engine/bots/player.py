"""What every bot is, and the few things that several of them do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from simulator.engine.decision import Decision, PrepareHolding, PublishHolding, Respond
from simulator.engine.run import Run
from simulator.scenario.response import Response
from simulator.scenario.story import HoldingBlock, Inject, Wording

Player = Callable[[Run], None]
"""Called after each minute played; it may decide."""

Bot = Callable[[Run], Player]
"""Makes the player of one run."""

EARLY = 10
"""The minute at which a player who prepares a holding statement begins to."""


def decide_if_allowed(run: Run, decision: Decision) -> None:
    """Take `decision` if it is allowed now."""
    if run.can_decide(decision):
        run.decide(decision)


def open_injects(run: Run) -> Iterator[Inject]:
    """The injects that await a decision, in the order in which they came."""
    for inject_id, state in list(run.state.injects.items()):
        if state.is_open:
            yield run.injects[inject_id]


def allowed_responses(run: Run, inject: Inject) -> tuple[Response, ...]:
    """The inject's responses that may be chosen now, in the scenario's order."""
    return tuple(
        response for response in inject.responses if run.can_decide(Respond(run.minute, response.id, inject=inject.id))
    )


def speak_first(run: Run, compose: Callable[[Sequence[HoldingBlock]], Iterable[Wording]]) -> None:
    """Have a holding statement of the wordings that `compose` takes ready in the quiet hour; publish it at once."""
    statement = run.scenario.holding
    if statement is None:
        return
    if run.state.holding is None and run.minute >= EARLY:
        wordings = tuple(wording.id for wording in compose(statement.blocks))
        decide_if_allowed(run, PrepareHolding(run.minute, wordings, statement.promise))
    decide_if_allowed(run, PublishHolding(run.minute))
