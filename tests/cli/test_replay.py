"""`replay`: 0 when it agrees, 1 at the first divergence, 2 for what is no replay."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest

from tests.cli.conftest import Badbuzz
from tests.cli.test_play import MINIMAL
from tests.plays import replay_text

SCENARIOS = ("--scenarios", MINIMAL)


@pytest.fixture
def replay(tmp_path: Path) -> Path:
    """The replay of a play by the exemplary bot."""
    file = tmp_path / "a.json"
    file.write_text(replay_text("minimal", "exemplary", 2), encoding="utf-8")
    return file


def changed(replay: Path, **changes: object) -> str:
    record = json.loads(replay.read_text(encoding="utf-8"))
    file = replay.with_name("changed.json")
    file.write_text(json.dumps({**record, **changes}), encoding="utf-8")
    return str(file)


def test_it_agrees(badbuzz: Badbuzz, replay: Path) -> None:
    answer = badbuzz("replay", str(replay), *SCENARIOS)
    assert (answer.code, answer.err) == (0, "")
    assert "concorde" in answer.out
    result = json.loads(badbuzz("replay", str(replay), *SCENARIOS, "--json").out)
    assert result["agrees"] is True


@pytest.mark.parametrize("place", [0, 3, -1])
def test_another_minute_of_one_decision_diverges(badbuzz: Badbuzz, replay: Path, place: int) -> None:
    decisions = json.loads(replay.read_text(encoding="utf-8"))["decisions"]
    decisions[place]["minute"] += 1
    file = changed(replay, decisions=decisions)
    answer = badbuzz("replay", file, *SCENARIOS)
    assert answer.code == 1
    assert "diverge" in answer.out
    result = json.loads(badbuzz("replay", file, *SCENARIOS, "--json").out)
    assert result["agrees"] is False
    assert result["divergence"]["minute"] <= decisions[place]["minute"]
    assert result["divergence"]["field"]


def test_another_scenario_diverges_from_the_start(badbuzz: Badbuzz, replay: Path) -> None:
    answer = badbuzz("replay", changed(replay, scenario_digest="0" * 32), *SCENARIOS, "--json")
    assert answer.code == 1
    assert json.loads(answer.out)["divergence"] == {"minute": 0, "field": "scenario"}


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[1]", b"\xff\x00\x01", b"[" * 100_000, b'{"kind": "badbuzz replay"}']
)
def test_what_is_no_replay_is_a_sentence(badbuzz: Badbuzz, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "other.json"
    file.write_bytes(content)
    answer = badbuzz("replay", str(file))
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.count("\n") == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"scenario": "gone", "scenario_digest": "0" * 32},
        {"engine_version": 999},
        {"seed": -5},
        {"seed": "many"},
        {"decisions": [{"minute": 3, "do": "dance"}]},
        {"ticks": ["x"]},
    ],
)
def test_a_replay_that_cannot_be_lived_again_is_a_sentence(
    badbuzz: Badbuzz, replay: Path, changes: dict[str, object]
) -> None:
    answer = badbuzz("replay", changed(replay, **changes), *SCENARIOS)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.count("\n") == 1


def test_a_play_kept_by_the_game_is_a_replay(badbuzz: Badbuzz, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sys.stdin", StringIO("\nw 0:20\n1\n" + 20 * "n\n"))
    badbuzz("play", MINIMAL, "--console")
    (file,) = (tmp_path / "data" / "plays").glob("*.json")
    assert badbuzz("replay", str(file)).code == 0
