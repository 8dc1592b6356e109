"""Loading a scenario: all of it, or every problem at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.locale import Message
from simulator.scenario import Problem, ScenarioProblems, load_scenario
from tests.scenario.editing import MINIMAL, copy_of_minimal, replace, rewrite


def problems(folder: Path) -> list[Problem]:
    with pytest.raises(ScenarioProblems) as caught:
        load_scenario(folder)
    return list(caught.value.problems)


def lines(folder: Path) -> list[tuple[str, int]]:
    return [(problem.code, problem.place.line) for problem in problems(folder)]


def test_a_folder_and_its_file_are_the_same_scenario() -> None:
    assert load_scenario(MINIMAL).scenario == load_scenario(MINIMAL / "scenario.yaml").scenario


def test_times_are_minutes_and_lists_are_tuples() -> None:
    scenario = load_scenario(MINIMAL).scenario
    assert scenario.stages[2].begins == 60
    assert scenario.facts[0].leaks[0].between == (60, 80)


def test_a_scenario_knows_its_languages() -> None:
    assert load_scenario(MINIMAL).languages == ("fr", "en")


def test_a_misspelt_key_is_one_problem_with_the_key_that_was_meant(tmp_path: Path) -> None:
    folder = copy_of_minimal(tmp_path)
    line = replace(folder, "mission:", "misssion:")
    (problem,) = problems(folder)
    assert (problem.code, problem.place.line, problem.place.column) == ("S101", line, 3)
    assert problem.hint == Message("scenario.hint.did_you_mean", {"guess": "mission"})


def test_problems_of_every_kind_are_found_in_one_pass(tmp_path: Path) -> None:
    folder = copy_of_minimal(tmp_path)
    expected = [
        ("S104", replace(folder, "cluster: accidental", "cluster: accidentel")),
        ("S024", replace(folder, 'sector: "Luminaires"', "sector: no")),
        ("S110", replace(folder, "spring\n    at: H+0:45", "spring\n    at: 45") + 1),
        ("S101", replace(folder, "    harmful: true", "    harmfull: true")),
        ("S202", replace(folder, "at: H+0:20\n    sender: marion", "at: H+0:20\n    sender: marian") + 1),
        ("S210", replace(folder, "not_chosen: burnt-care", "not_chosen: burnt-car")),
        ("S107", replace(folder, 'notes: "Pour l’enseignant."', 'notes: ""\nsummary2: "x"') + 1),
    ]
    expected[-1] = ("S101", expected[-1][1])
    assert lines(folder) == sorted(expected, key=lambda found: found[1])


def test_a_value_that_was_already_refused_is_not_refused_twice(tmp_path: Path) -> None:
    folder = copy_of_minimal(tmp_path)
    line = replace(folder, "length: 120", "length: 2:00")
    assert lines(folder) == [("S025", line)]


def test_a_reference_to_an_unknown_key_is_told_beside_an_alias(tmp_path: Path) -> None:
    folder = copy_of_minimal(tmp_path)
    first = replace(folder, "  size: 2000", "  size: &size 2000")
    second = replace(folder, "  v_half: 60", "  v_half: *size")
    third = replace(folder, "owns: [burn]", "owns: [burns]")
    assert lines(folder) == [("S021", first), ("S021", second), ("S209", third)]


def test_a_text_that_is_too_long_is_refused(tmp_path: Path) -> None:
    folder = copy_of_minimal(tmp_path)
    line = rewrite(folder, f'title: "{"x" * 2001}"\n')
    (problem,) = problems(folder)
    assert (problem.code, problem.place.line, problem.message.arguments["count"]) == ("S106", line, 2001)


def test_a_decimal_number_is_no_text(tmp_path: Path) -> None:
    folder = copy_of_minimal(tmp_path)
    line = replace(folder, "r0: 3.3", 'r0: "3.3"')
    assert lines(folder) == [("S103", line)]


def test_an_identifier_that_is_written_wrong_everywhere_is_told_everywhere_and_dangles_nowhere(tmp_path: Path) -> None:
    folder = copy_of_minimal(tmp_path)
    file = folder / "scenario.yaml"
    written = file.read_text("utf-8")
    file.write_text(written.replace("gazette,", "Gazette,").replace("sender: gazette\n", "sender: Gazette\n"), "utf-8")
    assert {problem.code for problem in problems(folder)} == {"S108"}
    assert len(problems(folder)) == 4


@pytest.mark.parametrize("share", [0.1, 0.35, 0.5, 0.72, 0.9])
def test_a_truncated_file_is_refused_in_sentences(share: float, tmp_path: Path) -> None:
    folder = copy_of_minimal(tmp_path)
    content = (folder / "scenario.yaml").read_bytes()
    (folder / "scenario.yaml").write_bytes(content[: int(len(content) * share)])
    assert problems(folder)


def test_a_missing_scenario_is_refused_with_its_file(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path)
    assert (problem.code, problem.place.file) == ("S001", str(tmp_path / "scenario.yaml"))


def test_problems_are_sorted_by_place(tmp_path: Path) -> None:
    folder = copy_of_minimal(tmp_path)
    rewrite(folder, "notes: ~\nlength: 5\nseverity: 9\n")
    found = problems(folder)
    assert found == sorted(found)
    assert [problem.code for problem in found] == ["S027", "S105", "S105"]


def test_a_problem_reads_file_line_column(tmp_path: Path) -> None:
    folder = copy_of_minimal(tmp_path)
    line = replace(folder, "severity: 2", "severity: 9")
    assert str(problems(folder)[0].place) == f"{folder / 'scenario.yaml'}:{line}:11"


def test_after_a_hundred_problems_the_others_are_not_looked_for(tmp_path: Path) -> None:
    folder = copy_of_minimal(tmp_path)
    rewrite(folder, "questions:\n" + "  - { idd: 1 }\n" * 3000)
    found = problems(folder)
    assert len(found) == 101
    assert "S034" in {problem.code for problem in found}
