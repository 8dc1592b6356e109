"""`compare`: 0 when all are compared, 1 when one had to be left out, 2 when there is nothing to compare."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Badbuzz
from tests.cli.test_play import MINIMAL
from tests.plays import replay_text

pytestmark = pytest.mark.slow

SCENARIOS = ("--scenarios", MINIMAL)


@pytest.fixture
def replays(tmp_path: Path) -> list[str]:
    """The replays of three bots."""
    files = []
    for bot in ("exemplary", "silent", "template"):
        files.append(str(tmp_path / f"{bot}.json"))
        Path(files[-1]).write_text(replay_text("minimal", bot, 2), encoding="utf-8")
    return files


def test_scores_stand_side_by_side(badbuzz: Badbuzz, replays: list[str]) -> None:
    answer = badbuzz("compare", *replays, *SCENARIOS)
    assert (answer.code, answer.err) == (0, "")
    assert "même crise" in answer.out
    for name in ("exemplary", "silent", "template"):
        assert name in answer.out


def test_for_machines_it_is_the_score_of_each_play(badbuzz: Badbuzz, replays: list[str]) -> None:
    found = json.loads(badbuzz("compare", *replays, *SCENARIOS, "--json").out)
    assert [one["name"] for one in found] == ["exemplary", "silent", "template"]
    for one, file in zip(found, replays, strict=True):
        alone = json.loads(badbuzz("replay", file, *SCENARIOS, "--json").out)
        same = ("scenario", "seed", "overall", "reactivity", "transparency", "tone", "band", "peak_outrage", "digest")
        assert {name: one[name] for name in same} == {name: alone[name] for name in same}


@pytest.mark.parametrize(("suffix", "begin"), [(".html", b"<!doctype html>"), (".pdf", b"%PDF-")])
def test_it_can_be_a_report(badbuzz: Badbuzz, replays: list[str], tmp_path: Path, suffix: str, begin: bytes) -> None:
    page = tmp_path / f"all{suffix}"
    answer = badbuzz("compare", *replays, *SCENARIOS, "-o", str(page))
    assert answer.code == 0 and answer.out.endswith(f"{page}\n")
    assert page.read_bytes().startswith(begin)


def test_a_bad_file_is_named_and_the_others_are_compared(badbuzz: Badbuzz, replays: list[str], tmp_path: Path) -> None:
    bad, other = tmp_path / "bad.json", tmp_path / "other.json"
    bad.write_text("{", encoding="utf-8")
    record = json.loads(Path(replays[0]).read_text(encoding="utf-8"))
    other.write_text(json.dumps({**record, "digest": "0" * 32}), encoding="utf-8")
    answer = badbuzz("compare", str(bad), *replays, str(other), str(tmp_path / "none.json"), *SCENARIOS, "--json")
    assert answer.code == 1
    assert [one["name"] for one in json.loads(answer.out)] == ["exemplary", "silent", "template"]
    left_out = answer.err.splitlines()
    assert len(left_out) == 3
    assert all(name in line for name, line in zip(("bad.json", "other.json", "none.json"), left_out, strict=True))


def test_one_play_alone_is_not_compared(badbuzz: Badbuzz, replays: list[str], tmp_path: Path) -> None:
    page = tmp_path / "all.html"
    alone = badbuzz("compare", replays[0], *SCENARIOS)
    assert (alone.code, alone.out, alone.err.count("\n")) == (2, "", 1)
    left = badbuzz("compare", replays[0], str(tmp_path / "none.json"), *SCENARIOS, "-o", str(page))
    assert (left.code, left.out, left.err.count("\n")) == (2, "", 2)
    assert not page.exists()
    assert badbuzz("compare", *[replays[0]] * 61, *SCENARIOS).code == 2
