"""`check`, `list` and `schema`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from simulator.places import shipped
from tests.cli.conftest import Badbuzz
from tests.cli.test_play import MINIMAL


def test_the_shipped_scenarios_are_clean(badbuzz: Badbuzz) -> None:
    answer = badbuzz("check", str(shipped("scenarios")), MINIMAL)
    assert (answer.code, answer.err) == (0, "")


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    folder = tmp_path / "mine" / "broken"
    folder.mkdir(parents=True)
    text = (Path(MINIMAL) / "scenario.yaml").read_text(encoding="utf-8")
    (folder / "scenario.yaml").write_text(text.replace("title:", "titel:", 1), encoding="utf-8")
    return tmp_path / "mine"


def test_each_problem_is_a_line_with_its_place_code_sentence_and_hint(badbuzz: Badbuzz, broken: Path) -> None:
    answer = badbuzz("check", str(broken))
    assert answer.code == 2
    file = broken / "broken" / "scenario.yaml"
    line = next(line for line in answer.out.splitlines() if "titel" in line)
    assert line.startswith(f"{file}:6:1 S101 ")
    assert "« title »" in line.replace("\u202f", " ")


def test_json_has_the_same(badbuzz: Badbuzz, broken: Path) -> None:
    answer = badbuzz("check", str(broken), "--format", "json", "--lang", "en")
    assert answer.code == 2
    problem = next(one for one in json.loads(answer.out) if "titel" in one["message"])
    assert (problem["line"], problem["column"], problem["code"]) == (6, 1, "S101")
    assert "title" in problem["hint"]
    assert json.loads(badbuzz("check", MINIMAL, "--format", "json").out) == []


def test_a_folder_without_a_scenario_is_a_sentence(badbuzz: Badbuzz, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert badbuzz("check", str(tmp_path / "empty")).code == 2


def test_list_shows_the_good_and_the_broken(badbuzz: Badbuzz, broken: Path) -> None:
    answer = badbuzz("list", "--scenarios", str(broken), "--lang", "en")
    assert answer.code == 0
    lines = answer.out.splitlines()
    assert [line.split(":")[0].split(",")[0] for line in lines] == ["broken", "premiers-pas", "rappel-tardif"]
    assert "scenario.yaml:6:1 S101" in lines[0]


def test_schema_prints_a_json_schema(badbuzz: Badbuzz) -> None:
    answer = badbuzz("schema")
    assert answer.code == 0
    assert json.loads(answer.out)["$schema"].startswith("https://json-schema.org/")
