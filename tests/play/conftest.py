"""A desk over the small scenario, with a data folder of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.play.desk import Desk
from simulator.play.history import History
from simulator.play.settings import SettingsFile
from simulator.play.what_ifs import WhatIfs
from simulator.scenario.library import Library

SCENARIOS = Path(__file__).parent.parent / "scenario"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's data folder of this test."""
    monkeypatch.setenv("BADBUZZ_DATA", str(tmp_path))
    return tmp_path


@pytest.fixture
def library() -> Library:
    """The small scenario alone."""
    return Library([], [SCENARIOS / "minimal"])


@pytest.fixture
def desk(data: Path, library: Library) -> Desk:
    """A desk in French."""
    return Desk(library, History(data / "plays"), SettingsFile(data / "settings.json"), "fr")


@pytest.fixture
def no_usual_what_ifs(monkeypatch: pytest.MonkeyPatch) -> None:
    """A debrief that begins no what-if of its own: for tests of something else, which then need not share the cores."""
    monkeypatch.setattr(WhatIfs, "ask_usual", lambda _: None)
