"""A small real run as a map, for scenes that need something to show."""

from __future__ import annotations

from functools import cache

from simulator.engine.run import Run
from simulator.locale import Language
from simulator.places import shipped
from simulator.play.edition import Edition
from simulator.play.network import Network
from simulator.play.presenters.network import NetworkMap
from simulator.scenario.load import load_scenario

LAST = 65
"""The minute at which the tutorial ends."""


@cache
def sample_map(language: Language) -> NetworkMap:
    """The map of a play of the tutorial in which nobody decides anything."""
    loaded = load_scenario(shipped("scenarios") / "premiers-pas")
    run = Run(loaded.scenario, 3)
    run.advance_to(LAST)
    return NetworkMap(Edition(loaded).telling(run, language), Network(run))
