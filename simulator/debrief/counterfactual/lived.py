"""Living a changed world."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from simulator.debrief.counterfactual.change import WhatIf
from simulator.debrief.counterfactual.plan import Plan
from simulator.engine.bots import BOTS
from simulator.engine.decision import Decision, Respond
from simulator.engine.feed import Feed
from simulator.engine.refusal import Refusal
from simulator.engine.run import Run
from simulator.scenario.model import Scenario


def lived(scenario: Scenario, seed: int, plan: Plan, crowd: int | None = None) -> WhatIf:
    """What becomes of a world in which `plan` is decided."""
    if plan.by is None:
        run, skipped = replayed(scenario, seed, plan.decisions, plan.until, crowd)
    else:
        run, skipped = _played(scenario, seed, plan.by, plan.until, crowd), 0
    outrage = tuple(run.state.outrage)
    return WhatIf(plan.change, outrage, skipped, plan.minute, run.storm.posts, plan.decision)


def replayed(
    scenario: Scenario, seed: int, decisions: Iterable[Decision], until: int | None = None, crowd: int | None = None
) -> tuple[Run, int]:
    """The run of `decisions` until its last minute, the scenario's by default; and how many of them were skipped.

    A reply to somebody of the crowd who does not speak in this world goes to who spoke last there.
    """
    run = Run(scenario, seed, crowd=crowd)
    last = scenario.length if until is None else until
    skipped = 0
    for decision in sorted(decisions, key=lambda decision: decision.minute):
        if decision.minute > last:
            break
        run.advance_to(decision.minute)
        try:
            run.decide(_readdressed(decision, run.feed))
        except Refusal:
            skipped += 1
    run.advance_to(last)
    return run, skipped


def _readdressed(decision: Decision, feed: Feed) -> Decision:
    """What the crowd's posts are called is their number, which is another in every world."""
    if not isinstance(decision, Respond) or decision.post is None or ":" in decision.post or feed.holds(decision.post):
        return decision
    last = next((post.id for post in reversed(feed.posts) if post.kind in ("crowd", "quiet")), decision.post)
    return replace(decision, post=last)


def _played(scenario: Scenario, seed: int, by: str, until: int, crowd: int | None) -> Run:
    run = Run(scenario, seed, crowd=crowd)
    player = BOTS[by](run)
    player(run)
    while run.minute < until and not run.finished:
        run.advance_to(run.minute + 1)
        player(run)
    return run
