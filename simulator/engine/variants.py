"""What the seed draws of a scenario: the truth, who leaks what when, the minute of each free inject."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.chance import Chance
from simulator.scenario.facts import Fact
from simulator.scenario.model import Scenario


@dataclass(frozen=True)
class Drawn:
    """One variant of a scenario.

    `outcomes`: what is true of each fact; `leaks`: (minute, index among the fact's leaks) for facts that somebody
    will leak; `free`: the minute of each free inject.
    """

    truth: str | None
    outcomes: dict[str, str]
    leaks: dict[str, tuple[int, int]]
    free: dict[str, int]


def draw_variant(scenario: Scenario, chance: Chance) -> Drawn:
    """The variant that `chance` gives."""
    truth = _truth(scenario, chance)
    leaks = {fact.id: leak for fact in scenario.facts if (leak := _leak(fact, chance)) is not None}
    free = [inject.id for inject in scenario.injects if inject.free]
    slots = chance.shuffled("free injects", scenario.variants.free_slots)
    return Drawn(
        truth=truth,
        outcomes={fact.id: _outcome(fact, truth) for fact in scenario.facts},
        leaks=leaks,
        free=dict(zip(free, slots, strict=False)),
    )


def _truth(scenario: Scenario, chance: Chance) -> str | None:
    tickets = [truth.id for truth in scenario.variants.truths for _ in range(truth.weight)]
    return chance.chosen("truth", tickets) if tickets else None


def _outcome(fact: Fact, truth: str | None) -> str:
    fitting = [outcome.id for outcome in fact.outcomes if outcome.truth in (None, truth)]
    return fitting[0] if fitting else fact.outcomes[0].id


def _leak(fact: Fact, chance: Chance) -> tuple[int, int] | None:
    drawn = []
    for index, leak in enumerate(fact.leaks):
        first, last = leak.between
        if chance.below("leak happens", fact.id, 100, index) < leak.chance:
            drawn.append((first + chance.below("leak minute", fact.id, last - first + 1, index), index))
    return min(drawn, default=None)
