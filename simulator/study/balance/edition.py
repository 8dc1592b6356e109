"""What a kept play is a play of: the scenario, and the program that lived it."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable

from simulator.engine.replay import ENGINE_VERSION
from simulator.scenario.digest import scenario_digest
from simulator.scenario.model import Scenario

_STUDY = ("study/balance/lived.py", "study/balance/onlooker.py")
_DECIDING = ("chance.py", "propagation", "scenario", "engine", "scoring", *_STUDY)
"""The parts of the program on which a play, or its grade, can depend: bots are in the engine."""


def edition(scenario: Scenario) -> str:
    """32 hexadecimal digits that differ where a play might, whatever the language: see `bots_version`."""
    parts = (scenario_digest(scenario), str(ENGINE_VERSION), bots_version())
    return blake2b("\n".join(parts).encode(), digest_size=16).hexdigest()


@cache
def bots_version() -> str:
    """32 hexadecimal digits of everything that decides how a bot plays and how it is graded.

    It is taken of the program's own text, so that nobody need remember to raise a number when a bot, a rule or a
    formula changes. Line ends count for nothing.
    """
    digest = blake2b(digest_size=16)
    root = files("simulator")
    for name in _DECIDING:
        for path, text in sorted(_texts(root.joinpath(name), name)):
            digest.update(f"{path}\0".encode() + text.replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()


def _texts(place: Traversable, path: str) -> list[tuple[str, bytes]]:
    if place.is_dir():
        return [found for part in place.iterdir() for found in _texts(part, f"{path}/{part.name}")]
    return [(path, place.read_bytes())] if path.endswith((".py", ".npz")) else []
