"""`report`: the debrief of a kept play in a file, whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from simulator.engine.replay import recorded
from simulator.engine.run import Run
from tests.cli.conftest import Badbuzz
from tests.cli.test_play import MINIMAL
from tests.plays import replay_text, scenario_of

pytestmark = pytest.mark.slow

SCENARIOS = ("--scenarios", MINIMAL)


@pytest.fixture
def replay(tmp_path: Path) -> Path:
    """The replay of a play by the exemplary bot."""
    file = tmp_path / "a.json"
    file.write_text(replay_text("minimal", "exemplary", 2), encoding="utf-8")
    return file


def test_it_is_written_with_its_what_ifs_and_it_is_said_where(badbuzz: Badbuzz, tmp_path: Path) -> None:
    """Of a play that was given up as the crisis began, so that its worlds are soon lived."""
    run = Run(scenario_of("minimal"), 2)
    run.advance_to(24)
    run.abandon()
    replay, page = tmp_path / "a.json", tmp_path / "report.html"
    replay.write_text(json.dumps(recorded(run).to_record()), encoding="utf-8")
    answer = badbuzz("report", str(replay), "-o", str(page), *SCENARIOS)
    assert (answer.code, answer.err) == (0, "")
    assert str(page) in answer.out
    text = page.read_text(encoding="utf-8")
    assert '<html lang="fr">' in text and "Et si…" in text
    assert json.loads(replay.read_text(encoding="utf-8"))["digest"] in text


@pytest.mark.usefixtures("no_usual_what_ifs")
def test_the_tutorial_has_a_report_without_a_grade_in_either_language(badbuzz: Badbuzz, tmp_path: Path) -> None:
    replay, page = tmp_path / "a.json", tmp_path / "report.pdf"
    replay.write_text(replay_text("premiers-pas", "silent", 1), encoding="utf-8")
    answer = badbuzz("report", str(replay), "--output", str(page), "--lang", "en")
    assert answer.code == 0 and answer.out.startswith("The page is written")
    assert page.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "-o"),
        (("-o",), "page.html"),
        (("-o", "report.docx"), "report.docx"),
        (("-o", "/no/such/folder/report.pdf"), "/no/such/folder"),
    ],
)
def test_where_it_cannot_be_written_is_said_before_anything_long(
    badbuzz: Badbuzz, replay: Path, words: tuple[str, ...], said: str
) -> None:
    answer = badbuzz("report", str(replay), *SCENARIOS, *words)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.count("\n") == 1 and said in answer.err


@pytest.mark.parametrize(
    ("changes", "code"),
    [({"scenario_digest": "0" * 32}, 1), ({"digest": "0" * 32}, 1), ({"engine_version": 999}, 2), ({"seed": -5}, 2)],
)
def test_what_does_not_agree_gets_no_report_but_a_sentence(
    badbuzz: Badbuzz, replay: Path, tmp_path: Path, changes: dict[str, object], code: int
) -> None:
    record = json.loads(replay.read_text(encoding="utf-8"))
    other, page = tmp_path / "other.json", tmp_path / "report.html"
    other.write_text(json.dumps({**record, **changes}), encoding="utf-8")
    answer = badbuzz("report", str(other), "-o", str(page), *SCENARIOS)
    assert (answer.code, answer.out, answer.err.count("\n")) == (code, "", 1)
    assert not page.exists()


@pytest.mark.usefixtures("no_usual_what_ifs")
def test_words_that_were_kept_with_the_play_are_quoted(badbuzz: Badbuzz, tmp_path: Path) -> None:
    replay, page = tmp_path / "a.json", tmp_path / "report.html"
    about = {"when": "2026-11-22T14:05:00", "words": {"decided": "Nous avons attendu.", "notes": []}}
    record = {**json.loads(replay_text("premiers-pas", "silent", 1)), "play": about}
    replay.write_text(json.dumps(record), encoding="utf-8")
    assert badbuzz("report", str(replay), "-o", str(page)).code == 0
    text = page.read_text(encoding="utf-8")
    assert "Nous avons attendu." in text and "22 nov." in text
