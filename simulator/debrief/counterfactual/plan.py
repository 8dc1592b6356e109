"""A plan: what is decided in a changed world."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.debrief.counterfactual.change import Change
from simulator.engine.decision import Decision


@dataclass(frozen=True)
class Plan:
    """The `decisions` of a changed world, or `by` whom they are taken (one of BOTS), up to the minute `until`.

    `minute` is when the changed decision is taken, `decision` what is decided then; None where it is left out.
    """

    change: Change
    until: int
    decisions: tuple[Decision, ...] = ()
    by: str | None = None
    minute: int | None = None
    decision: Decision | None = None
