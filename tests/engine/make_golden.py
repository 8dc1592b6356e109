"""Writes the golden digests anew: `python -m tests.engine.make_golden`, after looking at why they changed.

A change of a digest also raises `ENGINE_VERSION` in `simulator/engine/replay.py`, unless only the bot decides
otherwise.
"""

import json
from pathlib import Path

from simulator.engine.bots import BOTS, play
from simulator.scenario.load import load_scenario

if __name__ == "__main__":
    here = Path(__file__).parent
    scenario = load_scenario(here.parent / "scenario" / "minimal").scenario
    digests = {bot: play(scenario, 7, bot).digest() for bot in sorted(BOTS)}
    (here / "golden_digests.json").write_text(json.dumps(digests, indent=1) + "\n", encoding="utf-8")
