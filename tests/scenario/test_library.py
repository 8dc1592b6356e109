"""The library: scenarios of several folders, the later first; what was played is kept."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from simulator.scenario import ScenarioProblems, load_scenario
from simulator.scenario.library import Library, UnknownScenario, keep, kept
from tests.scenario.editing import MINIMAL, copy_of_minimal, replace


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BADBUZZ_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


def test_a_broken_scenario_is_listed_with_its_problems_and_harms_no_other(tmp_path: Path) -> None:
    copy_of_minimal(tmp_path)
    broken = shutil.copytree(MINIMAL, tmp_path / "broken")
    (broken / "scenario.yaml").write_text("title: no\n", "utf-8")
    found = {entry.id: entry for entry in Library([tmp_path]).entries()}
    assert found["minimal"].scenario is not None
    assert found["broken"].scenario is None
    assert "S024" in {problem.code for problem in found["broken"].problems}
    with pytest.raises(ScenarioProblems):
        Library([tmp_path]).load("broken")


def test_of_two_with_the_same_id_the_later_counts_and_says_so(tmp_path: Path) -> None:
    first, second = copy_of_minimal(tmp_path / "a"), copy_of_minimal(tmp_path / "b")
    replace(second, 'title: "La lampe qui chauffe"', 'title: "La mienne"')
    (entry,) = Library([tmp_path / "a"], given=[tmp_path / "b"]).entries()
    assert entry.scenario is not None
    assert entry.scenario.title == "La mienne"
    assert entry.replaces == (first / "scenario.yaml",)


@pytest.mark.parametrize("given", ["", "minimal", "minimal/scenario.yaml"])
def test_a_given_path_is_a_scenario_its_file_or_a_folder_of_them(given: str, tmp_path: Path) -> None:
    copy_of_minimal(tmp_path)
    assert Library([], given=[tmp_path / given]).load("minimal").id == "minimal"


def test_a_given_path_without_a_scenario_is_a_problem_but_a_missing_own_folder_is_none(tmp_path: Path) -> None:
    (entry,) = Library([tmp_path / "own"], given=[tmp_path / "given"]).entries()
    assert [problem.code for problem in entry.problems] == ["S001"]


def test_an_unknown_scenario_is_refused_with_the_one_that_was_meant() -> None:
    with pytest.raises(UnknownScenario) as caught:
        Library([MINIMAL.parent]).load("minimall")
    assert caught.value.message.code == "scenario.unknown_guess"
    assert caught.value.message.arguments["guess"] == "minimal"


def test_a_file_is_read_again_only_when_it_has_changed(tmp_path: Path) -> None:
    folder = copy_of_minimal(tmp_path)
    library = Library([tmp_path])
    before = library.load("minimal")
    assert library.load("minimal") is before
    replace(folder, "severity: 2", "severity: 1")
    os.utime(folder / "scenario.yaml", ns=(1, 1))
    assert library.load("minimal").scenario.severity == 1


def test_the_standard_library_holds_the_users_own_scenarios(data: Path) -> None:
    copy_of_minimal(data / "scenarios")
    assert Library.standard().load("minimal").file.is_relative_to(data)


def test_a_kept_scenario_outlives_edits_and_removal(data: Path, tmp_path: Path) -> None:
    folder = copy_of_minimal(tmp_path)
    played = load_scenario(folder)
    keep(played)
    keep(played)
    shutil.rmtree(folder)
    found = kept(played.digest)
    assert found.digest == played.digest
    assert found.languages == ("fr", "en")
    assert [path.name for path in (data / "played").iterdir()] == [played.digest]


def test_a_scenario_that_was_not_kept_or_was_changed_since_is_refused(data: Path) -> None:
    played = load_scenario(MINIMAL)
    for digest in (played.digest, "../minimal", ""):
        with pytest.raises(UnknownScenario):
            kept(digest)
    keep(played)
    replace(data / "played" / played.digest, "severity: 2", "severity: 3")
    with pytest.raises(UnknownScenario):
        kept(played.digest)
