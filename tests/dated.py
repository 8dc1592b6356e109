"""One list of dated decisions of the late recall, for every way in which a play can be entered."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from simulator.debrief.timeline import decisions_of
from simulator.engine.decision import Decision, PrepareHolding, Prioritise, Respond, Watch
from simulator.engine.run import Run
from simulator.places import shipped
from simulator.scenario.playthrough import load_playthrough
from simulator.study.playthrough import live
from tests.plays import scenario_of

NAME, SEED = "rappel-tardif", 3
_ANNOUNCED = 45
"""The next update as − and + give it: they go by quarters of an hour."""


@cache
def dated_run() -> Run:
    """The good playthrough, with what it lacks: a line put in another order, a watch, a standing reply."""
    scenario = scenario_of(NAME)
    played = live(load_playthrough(shipped("scenarios") / NAME / "good.playthrough.yaml"), scenario)
    decisions = [
        replace(one, promise=_ANNOUNCED) if isinstance(one, PrepareHolding) else one for one in decisions_of(played)
    ]
    decisions += [
        Prioritise(70, "writing", "inform-first"),
        Watch(130, "unverified", 80),
        Respond(240, "reply-listen", post="inject:garnier"),
    ]
    run = Run(scenario, SEED)
    for decision in sorted(decisions, key=lambda one: one.minute):
        run.advance_to(decision.minute)
        run.decide(decision)
    run.advance_to(scenario.length)
    return run


def dated_decisions() -> list[Decision]:
    """The decisions of `dated_run`."""
    return list(decisions_of(dated_run()))
