"""The command line with a data folder of its own, in French."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from simulator.cli.entry import main
from tests.play.conftest import no_usual_what_ifs

__all__ = ["no_usual_what_ifs"]


class Said(NamedTuple):
    """What a command gave back: exit code, output stream, error stream."""

    code: int
    out: str
    err: str


Badbuzz = Callable[..., Said]


@pytest.fixture
def badbuzz(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Badbuzz:
    """Runs `badbuzz` with the words given, on a machine without a display where nobody types."""
    monkeypatch.setenv("BADBUZZ_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    for name in ("LC_ALL", "LC_MESSAGES", "DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"):
        monkeypatch.delenv(name, raising=False)

    def run(*words: str) -> Said:
        code = main(words)
        out, err = capsys.readouterr()
        return Said(code, out, err)

    return run
