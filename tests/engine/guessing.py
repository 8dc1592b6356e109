"""Players that try everything, sense or nonsense."""

from __future__ import annotations

from dataclasses import fields, replace
from random import Random
from typing import Any

from simulator.engine.available import available
from simulator.engine.decision import KINDS, Decision
from simulator.engine.refusal import Refusal
from simulator.engine.run import Run
from simulator.scenario.model import Scenario

ODD: dict[str, tuple[Any, ...]] = {
    "int": (-1, 0, 1, 10**30, -(10**30)),
    "bool": (False, True),
    "str": ("", "nothing", "inject:", "inject:nothing", "own:1", "\ud800", "é" * 5000),
    "str | None": (None, "", "nothing", "inject:nothing", "signal:"),
    "tuple[str, ...]": ((), ("nothing",), ("",) * 500),
}
"""Values of each type that no honest front end would send."""


def names_of(scenario: Scenario, run: Run) -> tuple[str, ...]:
    """Ids that mean something in the scenario, though perhaps not where they are put."""
    return (
        *run.offers,
        *run.facts,
        *run.injects,
        *run.signals,
        *(post.id for post in scenario.scheduled),
        *(member.id for member in scenario.cell),
        *(post.id for post in run.feed.posts[-3:]),
    )


def garbage(run: Run, random: Random) -> Decision:
    """A decision whose every key holds something odd, or a name that belongs elsewhere; mostly dated now."""
    kind = random.choice(list(KINDS.values()))
    values: dict[str, Any] = {}
    for part in fields(kind):
        odd = list(ODD[str(part.type)])
        if str(part.type).startswith("str"):
            odd += [random.choice(names_of(run.scenario, run))] * len(odd)
        values[part.name] = random.choice(odd)
    if random.random() < 0.9:
        values["minute"] = run.minute
    return kind(**values)


def guess(run: Run, random: Random) -> Decision:
    """Something allowed, something allowed with one key spoilt, or garbage."""
    allowed = available(run)
    dice = random.random()
    if not allowed or dice < 0.3:
        return garbage(run, random)
    decision = random.choice(allowed)
    if dice < 0.8:
        return decision
    part = random.choice(fields(decision))
    return replace(decision, **{part.name: random.choice(ODD[str(part.type)])})


def guessed(scenario: Scenario, seed: int, tries_a_minute: float) -> Run:
    """A whole play of guesses, of which those that are refused leave no trace; some are given up half-way."""
    random = Random(seed)
    run = Run(scenario, seed)
    while not run.finished:
        while random.random() < tries_a_minute / (1 + tries_a_minute):
            before = len(run.events)
            try:
                run.decide(guess(run, random))
            except Refusal as refusal:
                assert refusal.message.code.startswith("engine.")
                assert len(run.events) == before
        if random.random() < 0.3 / scenario.length:
            run.abandon()
        run.advance_to(run.minute + 1)
    return run
