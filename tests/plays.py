"""Plays that many tests look at, each lived once: a finished run is read, never played on."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from simulator.engine.bots import play
from simulator.engine.replay import recorded
from simulator.engine.run import Run
from simulator.places import shipped
from simulator.scenario.load import load_scenario
from simulator.scenario.model import Scenario

MINIMAL = Path(__file__).parent / "scenario" / "minimal"


@cache
def scenario_of(name: str) -> Scenario:
    """The scenario `name`: "minimal", the small one of the tests, or one that is shipped."""
    return load_scenario(MINIMAL if name == "minimal" else shipped("scenarios") / name).scenario


@cache
def played(name: str, bot: str, seed: int) -> Run:
    """The scenario `name` as `bot` plays it on `seed`, to its end."""
    return play(scenario_of(name), seed, bot)


@cache
def replay_text(name: str, bot: str, seed: int) -> str:
    """The file of that play's replay."""
    return json.dumps(recorded(played(name, bot, seed)).to_record())
