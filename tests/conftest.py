"""Scenarios that many tests play; what is long begins first, and the collector of garbage keeps off what stays."""

import gc
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.places import shipped
from simulator.scenario.load import load_scenario
from simulator.scenario.model import Scenario

gc.disable()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The tests that say how many seconds they take begin first, the longest of all before the others.

    None is then left to one processor alone while the other has nothing more to do.
    """
    items.sort(key=_seconds, reverse=True)


def _seconds(item: pytest.Item) -> float:
    mark = item.get_closest_marker("slow")
    return float(mark.args[0]) if mark and mark.args else 0.0


def pytest_collection_finish() -> None:
    """Thousands of tests and all that they import stay to the end: going through them again and again finds nothing."""
    gc.collect()
    gc.freeze()
    gc.enable()


@pytest.fixture(scope="session")
def minimal() -> Scenario:
    """A small scenario in which every part of the format stands once; two hours long, the crisis begins at 20."""
    return load_scenario(Path(__file__).parent / "scenario" / "minimal").scenario


@pytest.fixture(scope="session")
def recall() -> Scenario:
    """The shipped late recall."""
    return load_scenario(shipped("scenarios") / "rappel-tardif").scenario


@pytest.fixture
def heard_signals() -> Iterator[None]:
    """What is begun hears SIGINT and SIGHUP, though these tests were begun in the background and do not."""
    names = [getattr(signal, name) for name in ("SIGINT", "SIGHUP") if hasattr(signal, name)]
    ignored = [name for name in names if signal.getsignal(name) is signal.SIG_IGN]
    for name in ignored:
        signal.signal(name, signal.SIG_DFL)
    yield
    for name in ignored:
        signal.signal(name, signal.SIG_IGN)
