"""What if: the same world, one decision changed.

A what-if lives the same seed again with other decisions. Each keeps its minute; one that no longer holds (its inject
did not come, its condition is not met) is skipped and counted. It is the model's estimate, not what would have been.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, Self, cast, get_args

from simulator.debrief.timeline import decisions_of
from simulator.engine.bots import play
from simulator.engine.decision import Decision, PrepareHolding, PublishHolding
from simulator.engine.refusal import Refusal
from simulator.engine.run import Run
from simulator.scenario.model import Scenario

Kind = Literal["none", "earlier_holding", "best_at_worst", "silence", "expert", "without", "instead"]

PROMPT_MINUTES = 10
"""How soon after the crisis began the earlier holding statement is decided (design)."""


@dataclass(frozen=True)
class Change:
    """What is done otherwise. `place` (from 0) is the decision that is left out, or for which `response` is given."""

    kind: Kind
    place: int | None = None
    response: str | None = None

    @property
    def key(self) -> str:
        """A name to ask by: "silence", "without:12", "instead:12:sorry"."""
        return ":".join(str(part) for part in (self.kind, self.place, self.response) if part is not None)

    @classmethod
    def from_key(cls, key: str) -> Self:
        """The change that `key` names; ValueError for none."""
        kind, *rest = key.split(":", 2)
        if kind not in get_args(Kind):
            raise ValueError(f"no change is called {key!r}")
        return cls(cast(Kind, kind), int(rest[0]) if rest else None, rest[1] if len(rest) == 2 else None)


@dataclass(frozen=True)
class WhatIf:
    """A world with one change: its outrage, thousandths, one entry a minute; how many decisions were `skipped`.

    `minute` is when the changed decision is taken, None where there is not one.
    """

    change: Change
    outrage: tuple[int, ...]
    skipped: int = 0
    minute: int | None = None

    @property
    def peak(self) -> int:
        """The highest outrage, thousandths."""
        return max(self.outrage, default=0)


def replayed(scenario: Scenario, seed: int, decisions: Iterable[Decision], until: int | None = None) -> tuple[Run, int]:
    """The run of `decisions` until its last minute, the scenario's by default; and how many of them were skipped."""
    run = Run(scenario, seed)
    last = scenario.length if until is None else until
    skipped = 0
    for decision in sorted(decisions, key=lambda decision: decision.minute):
        if decision.minute > last:
            break
        run.advance_to(decision.minute)
        try:
            run.decide(decision)
        except Refusal:
            skipped += 1
    run.advance_to(last)
    return run, skipped


def unchanged(run: Run) -> WhatIf:
    """The same decisions again: exactly the run, as far as it went."""
    return _what_if(Change("none"), *replayed(run.scenario, run.seed, decisions_of(run), run.minute))


def silence(run: Run) -> WhatIf:
    """Nothing decided at all."""
    return _what_if(Change("silence"), *replayed(run.scenario, run.seed, ()))


def expert(run: Run) -> WhatIf:
    """The exemplary player in the same world."""
    return _what_if(Change("expert"), play(run.scenario, run.seed, "exemplary"), 0)


def without(run: Run, place: int) -> WhatIf:
    """All decisions but the one at `place` (from 0); IndexError if there is none."""
    decisions = decisions_of(run)
    left_out = decisions[place]
    kept = [*decisions[:place], *decisions[place + 1 :]]
    return replace(_what_if(Change("without", place), *replayed(run.scenario, run.seed, kept)), minute=left_out.minute)


def earlier_holding(run: Run) -> WhatIf | None:
    """The holding statement decided soon after the crisis began; None where it was, or where there is none.

    It is the student's own where one was composed, else the scenario's fair wordings.
    """
    statement = run.scenario.holding
    minute = run.scenario.crisis_begins + PROMPT_MINUTES
    decisions = decisions_of(run)
    published = _publication(run, decisions)
    if statement is None or minute > run.scenario.length:
        return None
    if published is not None and decisions[published].minute <= minute:
        return None
    changed = _moved(decisions, published, minute) if published is not None else [*decisions, _fair(run, minute)]
    return replace(_what_if(Change("earlier_holding"), *replayed(run.scenario, run.seed, changed)), minute=minute)


def _publication(run: Run, decisions: Sequence[Decision]) -> int | None:
    """The place of the decision by which the holding statement first went out, None where it never did."""
    out = next((message.minute for message in run.state.messages if message.holding), None)
    if out is None:
        return None
    before = [place for place, decision in enumerate(decisions) if _publishes(decision) and decision.minute <= out]
    return before[-1]


def _publishes(decision: Decision) -> bool:
    return isinstance(decision, PublishHolding) or (isinstance(decision, PrepareHolding) and decision.publish)


def _moved(decisions: Sequence[Decision], place: int, minute: int) -> list[Decision]:
    """`decisions` with the publication at `place` taken at `minute`, written at once where it was not ready then."""
    others = [decision for other, decision in enumerate(decisions) if other != place]
    moved = decisions[place]
    if isinstance(moved, PublishHolding):
        written = [decision for decision in others if isinstance(decision, PrepareHolding)]
        if any(decision.minute < minute for decision in written):
            return [*others, PublishHolding(minute)]
        composed = written[0] if written else None
        if composed is None:
            return list(decisions)
        others.remove(composed)
        return [*others, replace(composed, minute=minute, publish=True)]
    return [*others, replace(moved, minute=minute)]


def _fair(run: Run, minute: int) -> PrepareHolding:
    statement = run.scenario.holding
    assert statement is not None  # the caller has seen to it
    wordings = tuple(
        next((wording.id for wording in block.wordings if wording.manner == "fair"), block.wordings[0].id)
        for block in statement.blocks
    )
    return PrepareHolding(minute, wordings=wordings, promise=statement.promise, publish=True)


def _what_if(change: Change, run: Run, skipped: int) -> WhatIf:
    return WhatIf(change, tuple(run.state.outrage), skipped)
