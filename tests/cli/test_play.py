"""`play`: bots give one JSON object, the console plays to the end, broken scenarios are refused."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest

from simulator.cli.commands.play import BOTS
from simulator.engine import bots
from simulator.engine.replay import from_text
from tests.cli.conftest import Badbuzz

MINIMAL = str(Path(__file__).parent.parent / "scenario" / "minimal")


def test_a_bot_prints_one_json_object_and_the_same_twice(badbuzz: Badbuzz) -> None:
    words = ("play", MINIMAL, "--bot", "exemplary", "--seed", "1", "--json")
    first = badbuzz(*words)
    assert first == badbuzz(*words)
    assert (first.code, first.err) == (0, "")
    result = json.loads(first.out)
    assert {"scenario", "seed", "digest", "reactivity", "transparency", "tone", "overall", "band"} <= result.keys()
    assert (result["scenario"], result["seed"]) == ("minimal", 1)
    assert 0 <= result["peak_outrage"] <= 100
    assert all(0 <= result[name] <= 100 for name in ("reactivity", "transparency", "tone", "overall"))


def test_the_language_is_no_part_of_a_run(badbuzz: Badbuzz) -> None:
    words = ("play", MINIMAL, "--bot", "random", "--seed", "7", "--json")
    assert badbuzz(*words, "--lang", "fr").out == badbuzz(*words, "--lang", "en").out


def test_without_json_the_score_card_is_read_out(badbuzz: Badbuzz) -> None:
    answer = badbuzz("play", MINIMAL, "--bot", "silent", "--lang", "en")
    assert answer.code == 0
    assert "out of 100" in answer.out


def test_an_unscored_scenario_has_no_grade(badbuzz: Badbuzz) -> None:
    result = json.loads(badbuzz("play", "premiers-pas", "--bot", "silent", "--json").out)
    assert result["scored"] is False
    assert result["overall"] is None and result["band"] is None


def test_every_bot_has_its_name() -> None:
    assert set(BOTS) == set(bots.BOTS)


def test_save_writes_a_replay(badbuzz: Badbuzz, tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    result = json.loads(badbuzz("play", MINIMAL, "--bot", "exemplary", "--json", "--save", str(file)).out)
    replay = from_text(file.read_text(encoding="utf-8"))
    assert replay.digest == result["digest"]
    assert len(replay.decisions) == result["decisions"]


def test_a_file_that_cannot_be_written_is_a_sentence(badbuzz: Badbuzz, tmp_path: Path) -> None:
    answer = badbuzz("play", MINIMAL, "--bot", "silent", "--save", str(tmp_path))
    assert answer.code == 2
    assert str(tmp_path) in answer.err


def test_the_console_plays_from_briefing_to_debrief(badbuzz: Badbuzz, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", StringIO("\nw 0:20\n1\nw 2:00\n"))
    answer = badbuzz("play", MINIMAL, "--console", "--seed", "1")
    assert (answer.code, answer.err) == (0, "")
    assert "La partie est enregistrée." in answer.out


def test_without_a_display_the_console_is_played_and_said_in_a_sentence(
    badbuzz: Badbuzz, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", StringIO(""))
    answer = badbuzz("play", MINIMAL)
    assert answer.code == 0
    assert answer.err.count("\n") == 1


def test_an_interrupted_play_goes_on_with_continue(
    badbuzz: Badbuzz, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    class Interrupted(StringIO):
        def readline(self, *_: object) -> str:
            line = super().readline()
            if not line:
                raise KeyboardInterrupt
            return line

    monkeypatch.setattr("sys.stdin", Interrupted("\nw 0:20\nv\n1\n"))
    answer = badbuzz("play", MINIMAL, "--console")
    assert (answer.code, answer.err) == (2, "Interrompu.\n")
    assert not (tmp_path / "data" / "plays").exists()
    monkeypatch.setattr("sys.stdin", StringIO("\nw 2:00\n"))
    again = badbuzz("play", "--continue", "--console", "--scenarios", MINIMAL)
    assert (again.code, again.err) == (0, "")
    (kept,) = (tmp_path / "data" / "plays").glob("*.json")
    assert [decision.minute for decision in from_text(kept.read_text(encoding="utf-8")).decisions] == [20]
    assert list((tmp_path / "data" / "unfinished").iterdir()) == []


def test_nothing_to_continue_and_no_scenario_are_sentences(badbuzz: Badbuzz) -> None:
    assert badbuzz("play", "--continue") == (2, "", "Aucune partie n’est à reprendre.\n")
    assert badbuzz("play") == (2, "", "Il manque ID.\n")
    refused = badbuzz("play", "--continue", "--seed", "3")
    assert (refused.code, refused.err.count("\n")) == (2, 1)


def test_nobody_at_the_keyboard_sees_a_demonstration(badbuzz: Badbuzz, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", StringIO(""))
    answer = badbuzz()
    assert answer.code == 0
    assert "Rappel tardif" in answer.out
    assert answer.err.count("\n") == 2


def test_a_broken_scenario_cannot_be_played_and_every_problem_is_said(badbuzz: Badbuzz, tmp_path: Path) -> None:
    folder = tmp_path / "broken"
    folder.mkdir()
    text = (Path(MINIMAL) / "scenario.yaml").read_text(encoding="utf-8")
    broken = text.replace("title:", "titel:", 1).replace("severity: 2", "severity: no")
    (folder / "scenario.yaml").write_text(broken, encoding="utf-8")
    for words in (
        ("play", str(folder), "--bot", "silent"),
        ("play", "broken", "--scenarios", str(folder), "--console"),
    ):
        answer = badbuzz(*words)
        assert (answer.code, answer.out) == (2, "")
        lines = answer.err.splitlines()
        assert len(lines) >= 2
        assert all(line.startswith(str(folder / "scenario.yaml") + ":") for line in lines)
