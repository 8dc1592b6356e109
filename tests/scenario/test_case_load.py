"""Loading a documented case: strict keys, all problems at once, each at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.locale import phrasebook
from simulator.scenario.case_load import LoadedCase, load_case, tells_a_case
from simulator.scenario.inspection import problems_in
from simulator.scenario.problem import Problem, ScenarioProblems
from tests.scenario.editing import MINIMAL, MINIMAL_CASE

CASES = sorted((Path(__file__).parents[2] / "docs" / "cases").glob("*.yaml"))


def load(folder: Path, text: str) -> LoadedCase:
    file = folder / "a-case.yaml"
    file.write_text(text, encoding="utf-8")
    return load_case(file)


def problems(folder: Path, text: str) -> list[Problem]:
    with pytest.raises(ScenarioProblems) as error:
        load(folder, text)
    return list(error.value.problems)


def found(folder: Path, text: str) -> list[tuple[str, int, int]]:
    return [(one.code, one.place.line, one.place.column) for one in problems(folder, text)]


@pytest.mark.parametrize("file", [MINIMAL_CASE, *CASES], ids=lambda file: file.stem)
def test_the_cases_that_are_shown_have_no_problem(file: Path) -> None:
    assert problems_in(file) == ()


def test_a_title_and_messages_are_enough(tmp_path: Path) -> None:
    loaded = load(tmp_path, "title: Peu\nmessages: []\n")
    assert (loaded.id, loaded.case.severity) == ("a-case", None)


def test_a_date_needs_no_quotation_marks_where_a_moment_stands(tmp_path: Path) -> None:
    text = "title: Un\nfirst_signal: 2024-03-12 08:30\nends: 2024-03-12\nmessages:\n  - at: 2024-03-12T09:30\n"
    loaded = load(tmp_path, text)
    assert loaded.calendar.minute(loaded.case.messages[0].at) == 60


def test_a_date_anywhere_else_still_has_to_be_quoted(tmp_path: Path) -> None:
    assert found(tmp_path, "title: 2024-03-12\nmessages: []\n") == [("S026", 1, 8)]


def test_an_hour_that_yaml_would_multiply_is_never_read(tmp_path: Path) -> None:
    assert found(tmp_path, "title: Un\nmessages:\n  - at: 1:30\n") == [("S025", 3, 9)]


def test_all_problems_come_at_once_each_at_its_place(tmp_path: Path) -> None:
    text = """\
titel: "Une panne"
severity: "2"
cluster: accident
first_signal: mardi 13 mars 2024
facts:
  - { id: lot, verifiable: 12/03/2024 }
  - { id: lot }
messages:
  - at: H+1
    discloses: [lots]
    stance: 9
  - { id: a, at: H+2, answers: [prix], owns: [tort], replies_to: [presse], repeats: b }
"""
    assert found(tmp_path, text) == [
        ("S101", 1, 1),
        ("S103", 2, 11),
        ("S104", 3, 10),
        ("S511", 4, 15),
        ("S502", 6, 28),
        ("S201", 7, 11),
        ("S204", 10, 17),
        ("S105", 11, 13),
        ("S208", 12, 33),
        ("S209", 12, 47),
        ("S213", 12, 67),
        ("S507", 12, 85),
    ]


def test_a_misspelt_key_is_told_the_right_one(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "titel: Une panne\nmessages: []\n")
    assert problem.hint is not None and "“title”" in phrasebook("en").say(problem.hint)


@pytest.mark.parametrize(
    ("line", "advice"),
    [
        ("severity: grave", "from 1 to 3"),
        ("severity: 2.5", "from 1 to 3"),
        ('severity: "2"', "without quotation marks"),
        ("ends: H-1", "after the first"),
    ],
)
def test_a_wrong_value_is_told_what_may_stand_there(tmp_path: Path, line: str, advice: str) -> None:
    (problem,) = problems(tmp_path, f"title: Un\n{line}\nmessages: []\n")
    assert problem.hint is not None and advice in phrasebook("en").say(problem.hint)


def test_an_unreadable_first_signal_does_not_make_every_date_a_problem(tmp_path: Path) -> None:
    text = "title: Un\nfirst_signal: hier\nends: 14 mars 2024\nmessages:\n  - at: J+1 8:00\n  - at: 12 mars 2024\n"
    assert found(tmp_path, text) == [("S501", 2, 15)]


def test_what_is_asserted_is_one_of_the_outcomes(tmp_path: Path) -> None:
    text = (
        "title: Un\nfacts: [{ id: lot, outcome: bad, other_outcomes: [fine] }]\n"
        "messages: [{ at: H+1, claims: [{ fact: lot, says: fnie }] }]\n"
    )
    assert found(tmp_path, text) == [("S205", 3, 51)]


def test_channels_and_spokespeople_are_free_names_until_they_are_listed(tmp_path: Path) -> None:
    message = "messages: [{ at: H+1, channel: La radio, spokesperson: Mme Roy }]\n"
    assert load(tmp_path, "title: Un\n" + message).case.messages[0].channel == "La radio"
    listed = "title: Un\nchannels: [{ id: radio }]\nspokespeople: [{ id: roy }]\n" + message
    assert [code for code, _, _ in found(tmp_path, listed)] == ["S203", "S506"]


def test_a_message_repeats_only_an_earlier_one(tmp_path: Path) -> None:
    text = "title: Un\nmessages: [{ id: a, at: H+1, repeats: b }, { id: b, at: H+1, repeats: b }]\n"
    assert [code for code, _, _ in found(tmp_path, text)] == ["S509", "S509"]


def test_the_end_comes_after_the_first_signal(tmp_path: Path) -> None:
    assert [code for code, _, _ in found(tmp_path, "title: Un\nends: H-1\nmessages: []\n")] == ["S115"]


def test_a_scenario_is_no_case_and_the_sentence_says_so() -> None:
    assert not tells_a_case(MINIMAL / "scenario.yaml")
    with pytest.raises(ScenarioProblems) as error:
        load_case(MINIMAL / "scenario.yaml")
    assert [problem.code for problem in error.value.problems] == ["S510"]


@pytest.mark.parametrize(("name", "advice"), [("nothing.yaml", "does not exist"), (".", "is a folder")])
def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path, name: str, advice: str) -> None:
    with pytest.raises(ScenarioProblems, match="S001") as error:
        load_case(tmp_path / name)
    (problem,) = error.value.problems
    assert problem.hint is not None and advice in phrasebook("en").say(problem.hint)
