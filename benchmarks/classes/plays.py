"""Real plays of the late recall, each with a log of its own: the same expert, later and later."""

from __future__ import annotations

import json
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from simulator.engine.decision import Listen
from simulator.engine.expert import Expert
from simulator.engine.replay import recorded
from simulator.engine.run import Run
from simulator.places import shipped
from simulator.scenario.load import load_scenario


def made(count: int, seed: int, processes: int | None = None) -> list[bytes]:
    """So many bodies to be sent, of plays on the world `seed`."""
    with ProcessPoolExecutor(processes) as pool:
        return list(pool.map(partial(_made, seed), range(count), chunksize=5))


def _made(seed: int, number: int) -> bytes:
    """The expert who acts `number % 60` minutes late, and who looks around in the feed at a minute of their own."""
    scenario = load_scenario(shipped("scenarios") / "rappel-tardif").scenario
    run = Run(scenario, seed)
    looked = False
    expert = Expert(run, late=number % 60)
    while not run.finished:
        expert.act(run)
        around = Listen(run.minute, "")
        if run.minute >= number and not looked and run.can_decide(around):
            run.decide(around)
            looked = True
        run.advance_to(run.minute + 1)
    return json.dumps({"replay": recorded(run).to_record()}).encode()
