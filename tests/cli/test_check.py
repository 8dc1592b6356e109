"""`check`, `list` and `schema`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from simulator.places import shipped
from tests.cli.conftest import Badbuzz
from tests.cli.test_play import MINIMAL


@pytest.mark.slow(8)
def test_the_shipped_scenarios_are_clean(badbuzz: Badbuzz) -> None:
    answer = badbuzz("check", str(shipped("scenarios")))
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
    assert problem["level"] == "problem"
    first = str(shipped("scenarios") / "premiers-pas")
    assert json.loads(badbuzz("check", first, "--format", "json").out) == []


def test_remarks_alone_have_an_exit_code_of_their_own(badbuzz: Badbuzz) -> None:
    answer = badbuzz("check", MINIMAL, "--format", "json")
    assert answer.code == 1
    assert {one["level"] for one in json.loads(answer.out)} == {"remark"}
    assert {one["code"] for one in json.loads(answer.out)} == {"S605", "S612"}


def test_the_last_line_counts(badbuzz: Badbuzz, broken: Path) -> None:
    assert badbuzz("check", MINIMAL).out.splitlines()[-1] == "0 problème, 5 remarques."
    assert badbuzz("check", str(broken), "--lang", "en").out.splitlines()[-1] == "1 problem, 0 remarks."


def test_annotations_for_a_code_forge_escape_what_would_break_them(badbuzz: Badbuzz, broken: Path) -> None:
    answer = badbuzz("check", str(broken), MINIMAL, "--format", "github", "--lang", "en")
    assert answer.code == 2
    lines = answer.out.splitlines()
    [error] = [line for line in lines if "broken" in line]
    file = broken / "broken" / "scenario.yaml"
    assert error.startswith(f"::error file={file},line=6,col=1,title=S101::")
    assert all(line.startswith("::warning file=") for line in lines if line != error)
    moved = broken.parent / "half, of: 100%"
    broken.rename(moved)
    line = badbuzz("check", str(moved), "--format", "github").out.splitlines()[0]
    assert "half%2C of%3A 100%25" in line.partition("::S")[0].partition(",line=")[0]


def test_a_folder_without_a_scenario_is_a_sentence(badbuzz: Badbuzz, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert badbuzz("check", str(tmp_path / "empty")).code == 2


def test_list_shows_the_good_and_the_broken(badbuzz: Badbuzz, broken: Path) -> None:
    answer = badbuzz("list", "--scenarios", str(broken), "--lang", "en")
    assert answer.code == 0
    lines = answer.out.splitlines()
    ships = sorted(path.parent.name for path in shipped("scenarios").glob("*/scenario.yaml"))
    assert [line.split(":")[0].split(",")[0] for line in lines] == ["broken", *ships]
    assert "scenario.yaml:6:1 S101" in lines[0]


def test_schema_prints_a_json_schema(badbuzz: Badbuzz) -> None:
    answer = badbuzz("schema")
    assert answer.code == 0
    assert json.loads(answer.out)["$schema"].startswith("https://json-schema.org/")
