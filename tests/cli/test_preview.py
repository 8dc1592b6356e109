"""`badbuzz preview` without a window: the chronogram in lines, or as a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Badbuzz
from tests.scenario.editing import MINIMAL, copy_of_minimal, replace

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"):
        monkeypatch.delenv(name, raising=False)


def test_without_a_display_it_is_told_in_lines(badbuzz: Badbuzz) -> None:
    answer = badbuzz("preview", str(MINIMAL), "--lang", "en")
    assert answer.code == 0
    assert "9:20 · card · Une cliente" not in answer.out
    assert any(line.startswith("9:20 · card · ") for line in answer.out.splitlines())
    assert any("S605" in line for line in answer.out.splitlines()), "remarks are told too"


def test_the_chronogram_is_a_page_too(badbuzz: Badbuzz, tmp_path: Path) -> None:
    page = tmp_path / "chronogram.html"
    assert badbuzz("preview", str(MINIMAL), "--report", str(page)).code == 0
    text = page.read_text("utf-8")
    assert "Une cliente brûlée" in text and "<svg" in text and 'lang="fr"' in text


@pytest.mark.parametrize("minute", ["soon", "H+1:75", "1h30", "-5"])
def test_a_minute_that_is_none_is_refused_in_a_sentence(badbuzz: Badbuzz, minute: str) -> None:
    answer = badbuzz("preview", str(MINIMAL), f"--at={minute}")
    assert (answer.code, len(answer.err.splitlines())) == (2, 1)


def test_a_broken_scenario_is_told_by_line(badbuzz: Badbuzz, tmp_path: Path) -> None:
    folder = copy_of_minimal(tmp_path)
    line = replace(folder, "length: 120", "lenght: 120")
    answer = badbuzz("preview", str(folder))
    assert answer.code == 2 and f"scenario.yaml:{line}:1 S101" in answer.err


def test_in_lines_the_minute_asked_for_is_told_as_its_bot_plays_it(badbuzz: Badbuzz) -> None:
    told = {
        bot: badbuzz("preview", str(MINIMAL), "--at", "H+0:40", "--bot", bot, "--seed", "3", "--lang", "en")
        for bot in ("exemplary", "silent")
    }
    for bot, answer in told.items():
        assert answer.code == 0 and "the chronogram as plain lines" in answer.err
        head = next(line for line in answer.out.splitlines() if line.startswith("At H+0:40"))
        assert "seed 3" in head
        assert ("“Silence”" in head) == (bot == "silent")
    assert told["exemplary"].out.split("seed 3:")[1] != told["silent"].out.split("seed 3:")[1]


def test_a_minute_after_the_end_is_refused(badbuzz: Badbuzz) -> None:
    answer = badbuzz("preview", str(MINIMAL), "--at", "H+2:01", "--lang", "en")
    assert (answer.code, answer.err.strip()) == (2, "That is after the end of the scenario, at H+2:00.")
