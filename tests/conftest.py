"""Scenarios that many tests play."""

from pathlib import Path

import pytest

from simulator.places import shipped
from simulator.scenario.load import load_scenario
from simulator.scenario.model import Scenario


@pytest.fixture(scope="session")
def minimal() -> Scenario:
    """A small scenario in which every part of the format stands once; two hours long, the crisis begins at 20."""
    return load_scenario(Path(__file__).parent / "scenario" / "minimal").scenario


@pytest.fixture(scope="session")
def recall() -> Scenario:
    """The shipped late recall."""
    return load_scenario(shipped("scenarios") / "rappel-tardif").scenario
