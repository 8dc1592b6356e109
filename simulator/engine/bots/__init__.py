"""Players made of rules: they read a scenario's tags, and none knows a scenario by name."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.engine.bots.by_place import by_place, first, longest, middle, second, texts_looked_at
from simulator.engine.bots.careless import at_random, denier, silent, spammer, template
from simulator.engine.bots.mistaken import empty_holding, tells_all, waits
from simulator.engine.bots.player import Bot, Player
from simulator.engine.expert import Expert
from simulator.engine.run import Run
from simulator.scenario.model import Scenario

__all__ = ["BOTS", "SLOW_BY", "Bot", "Player", "play", "texts_looked_at"]

SLOW_BY = 40
"""Minutes by which the slow player's decisions come late."""

BOTS: Mapping[str, Bot] = {
    "silent": silent,
    "denier": denier,
    "spammer": spammer,
    "empty_holding": empty_holding,
    "tells_all": tells_all,
    "template": template,
    "waits": waits,
    "slow": lambda run: Expert(run, late=SLOW_BY).act,
    "exemplary": lambda run: Expert(run).act,
    "random": at_random,
    "first": by_place(first),
    "middle": by_place(middle),
    "longest": by_place(longest),
    "second": by_place(second),
}
"""Every bot by its name: strategies from the worst to the best, then those that are none."""


def play(scenario: Scenario, seed: int, name: str, onlooker: Player | None = None) -> Run:
    """A whole play by the bot `name`, one of BOTS (else KeyError); an `onlooker` sees each minute before the bot."""
    run = Run(scenario, seed)
    player = BOTS[name](run)
    while True:
        if onlooker is not None:
            onlooker(run)
        player(run)
        if run.finished:
            return run
        run.advance_to(run.minute + 1)
