"""The holding statement published soon after the crisis began."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from simulator.debrief.timeline import decisions_of
from simulator.engine.decision import Decision, PrepareHolding, PublishHolding
from simulator.engine.run import Run

PROMPT_MINUTES = 10
"""How soon after the crisis began the earlier holding statement is decided (design)."""


def with_earlier_holding(run: Run) -> tuple[tuple[Decision, ...], Decision] | None:
    """The decisions with the holding statement taken PROMPT_MINUTES after the crisis began, and that one by itself.

    It is the student's own where one was composed, else the scenario's fair wordings. None where it was as early, where
    there is none, and where the play did not go so far.
    """
    minute = run.scenario.crisis_begins + PROMPT_MINUTES
    if run.scenario.holding is None or minute > run.minute:
        return None
    decisions = decisions_of(run)
    place = _publication(run, decisions)
    if place is None:
        return _with(decisions, _fair(run, minute))
    return _moved(decisions, place, minute) if decisions[place].minute > minute else None


def _publication(run: Run, decisions: Sequence[Decision]) -> int | None:
    """The place of the decision by which the holding statement first went out, None where it never did."""
    out = next((message.minute for message in run.state.messages if message.holding), None)
    if out is None:
        return None
    before = [place for place, decision in enumerate(decisions) if _publishes(decision) and decision.minute <= out]
    return before[-1]


def _publishes(decision: Decision) -> bool:
    return isinstance(decision, PublishHolding) or (isinstance(decision, PrepareHolding) and decision.publish)


def _moved(decisions: Sequence[Decision], place: int, minute: int) -> tuple[tuple[Decision, ...], Decision] | None:
    """`decisions` with the publication at `place` taken at `minute`, written at once where it was not ready then."""
    others = [decision for other, decision in enumerate(decisions) if other != place]
    moved = decisions[place]
    if isinstance(moved, PrepareHolding):
        return _with(others, replace(moved, minute=minute))
    written = [decision for decision in others if isinstance(decision, PrepareHolding)]
    if any(decision.minute < minute for decision in written):
        return _with(others, PublishHolding(minute))
    others.remove(written[0])
    return _with(others, replace(written[0], minute=minute, publish=True))


def _with(decisions: Sequence[Decision], added: Decision) -> tuple[tuple[Decision, ...], Decision]:
    return (*decisions, added), added


def _fair(run: Run, minute: int) -> PrepareHolding:
    statement = run.scenario.holding
    assert statement is not None  # the caller has seen to it
    wordings = tuple(
        next((wording.id for wording in block.wordings if wording.manner == "fair"), block.wordings[0].id)
        for block in statement.blocks
    )
    return PrepareHolding(minute, wordings=wordings, promise=statement.promise, publish=True)
