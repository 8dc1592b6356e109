"""Runs of the minimal scenario, told in a language."""

from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.engine.bots import play
from simulator.engine.run import Run
from simulator.locale import Language
from simulator.places import shipped
from simulator.play.edition import Edition
from simulator.play.presenters.telling import Telling
from simulator.scenario.load import load_scenario

Teller = Callable[..., Telling]


@pytest.fixture(scope="session")
def edition() -> Edition:
    return Edition(load_scenario(Path(__file__).parents[2] / "scenario" / "minimal"))


@pytest.fixture
def tell(edition: Edition) -> Teller:
    """`tell(minute, language, seed)`: a fresh run of the minimal scenario, played to `minute`."""

    def telling(minute: int = 0, language: Language = "fr", seed: int = 1) -> Telling:
        run = Run(edition.loaded.scenario, seed)
        run.advance_to(minute)
        return edition.telling(run, language)

    return telling


@pytest.fixture(scope="session")
def recall_telling() -> Telling:
    """The late recall met with silence, to its last minute: the longest feed there is."""
    loaded = load_scenario(shipped("scenarios") / "rappel-tardif")
    return Edition(loaded).telling(play(loaded.scenario, 1, "silent"), "fr")
