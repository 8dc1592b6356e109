"""Reading a file strictly: everything YAML would guess is a problem, and nothing takes long or goes deep."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from simulator.scenario.compose import MAX_CHARACTERS, MAX_NODES, Composer
from simulator.scenario.problem import MAX_PROBLEMS, Place, ScenarioProblems
from simulator.scenario.source import MAX_BYTES, parse_source, read_source

READERS = [yaml.SafeLoader, *([yaml.CSafeLoader] if hasattr(yaml, "CSafeLoader") else [])]


def codes(text: str) -> list[str]:
    try:
        return [problem.code for problem in parse_source(text, "f").problems]
    except ScenarioProblems as error:
        return [problem.code for problem in error.problems]


def test_plain_values_keep_their_types_and_lists_are_tuples() -> None:
    source = parse_source('a: 12\nb: -0.5\nc: true\nd: un texte\ne: "12"\nf: [H+1:05, { g: false }]\nh: ""\n', "f")
    assert source.problems == ()
    assert source.data == {
        "a": 12,
        "b": -0.5,
        "c": True,
        "d": "un texte",
        "e": "12",
        "f": ("H+1:05", {"g": False}),
        "h": "",
    }


def test_every_key_and_value_remembers_its_place_in_characters() -> None:
    places = parse_source('é: "😀"\nlist:\n  - "ö": { à: 1 }\n', "f").places
    assert places.of(("é",)) == Place("f", 1, 4)
    assert places.of_key(("list", 0, "ö")) == Place("f", 3, 5)
    assert places.of(("list", 0, "ö", "à")) == Place("f", 3, 15)


def test_a_path_that_is_not_there_has_the_place_around_it() -> None:
    places = parse_source("a:\n  b: 1\n", "f").places
    assert places.of(("a", "c", 3)) == places.of(("a",)) == Place("f", 2, 3)


BOOLEAN_LIKE = ["yes", "Yes", "no", "NO", "on", "On", "off", "OFF", "y", "Y", "n", "N", "True", "TRUE", "False"]


@pytest.mark.parametrize("written", BOOLEAN_LIKE)
def test_a_word_that_may_be_a_boolean_is_refused(written: str) -> None:
    assert codes(f"a: {written}\n") == ["S024"]
    assert codes(f'a: "{written}"\n') == []


@pytest.mark.parametrize("written", ["1:30", "14:05:00", "-1:30", "190:20:30.15"])
def test_a_sexagesimal_is_refused(written: str) -> None:
    assert codes(f"a: {written}\n") == ["S025"]


@pytest.mark.parametrize("written", ["2026-03-10", "2026-3-1", "2026-03-10 12:45", "2026-03-10T12:45:00Z"])
def test_an_unquoted_date_is_refused(written: str) -> None:
    assert codes(f"a: {written}\n") == ["S026"]


@pytest.mark.parametrize("written", ["~", "null", "Null", "NULL", ""])
def test_a_value_that_is_nothing_is_refused(written: str) -> None:
    assert codes(f"a: {written}\n") == ["S027"]


@pytest.mark.parametrize(
    "written", ["0x1F", "0o17", "017", "1_000", "+5", ".5", "5.", "1e3", "1.5e3", ".inf", "-.INF", ".nan", "9" * 5000]
)
def test_an_unusual_number_is_refused(written: str) -> None:
    assert codes(f"a: {written}\n") == ["S028"]


@pytest.mark.parametrize("key", ["12", "no", "~", "1:30", "[a]", "{ a: b }", "!!str a", "&x a"])
def test_a_key_that_is_no_plain_text_is_refused(key: str) -> None:
    assert codes(f"? {key}\n: b\n") == ["S029"]


def test_several_problems_of_a_file_are_found_at_once() -> None:
    source = parse_source("a: no\nb: &x 1\nc: *x\na: 2\nd: 1:30\n<<: { e: ~ }\n", "f")
    assert [(found.code, found.place.line) for found in source.problems] == [
        ("S024", 1),
        ("S021", 2),
        ("S021", 3),
        ("S020", 4),
        ("S025", 5),
        ("S022", 6),
        ("S027", 6),
    ]


def test_problems_before_a_syntax_error_are_told_with_it() -> None:
    assert codes("a: no\nb: [1\n") == ["S024", "S010"]


def test_an_alias_bomb_is_refused_without_being_unfolded() -> None:
    lines = ['a0: &a0 ["x", "x", "x", "x", "x", "x", "x", "x", "x"]']
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    assert set(codes("\n".join(lines))) == {"S021"}


@pytest.mark.parametrize("text", ["[" * 100_000, "a: " + "{a: " * 100_000, "- " * 50_000, "? " * 50_000])
@pytest.mark.parametrize("reader", READERS)
def test_a_nesting_bomb_is_refused(text: str, reader: type[yaml.SafeLoader]) -> None:
    assert "S030" in [problem.code for problem in Composer("f", text, reader).problems]


def test_too_many_values_are_refused() -> None:
    assert codes(f"a: [{'1, ' * MAX_NODES}]") == ["S031"]


def test_a_text_of_unreasonable_length_is_refused() -> None:
    assert codes(f'a: "{"x" * (MAX_CHARACTERS + 1)}"') == ["S032"]


def test_after_many_problems_reading_stops() -> None:
    assert codes("a:\n" + "  - no\n" * 5000) == ["S024"] * MAX_PROBLEMS + ["S034"]


@pytest.mark.parametrize("text", ["", "# rien\n", "---\n", "\n\n"])
def test_an_empty_file_is_said_to_be_empty(text: str) -> None:
    assert codes(text) in (["S005"], ["S027", "S033"])


@pytest.mark.parametrize("text", ["un texte", "- une\n- liste\n", "12"])
def test_a_file_that_is_no_mapping_is_refused(text: str) -> None:
    assert codes(text) == ["S033"]


@pytest.mark.parametrize("text", ["a: b\0c\n", "a: \x07\n", "a: b\u2028c\n", 'a: "\\0"\n', 'a: "\\u202e"\n'])
def test_a_control_character_is_refused_even_escaped(text: str) -> None:
    assert codes(text) == ["S004"]


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('a: "x', "S010"),
        ("a: [x", "S010"),
        ("a:\n\tb: c\n", "S012"),
        ("a: b: c\n", "S013"),
        ("a: @x\n", "S013"),
        ("a: *\n", "S013"),
        ("a: b\n c: d\n", "S014"),
        ("- a\nb: c\n", "S014"),
        ('a: "x\\q"\n', "S016"),
        ('a: "x "y" z"\n', "S017"),
        ("a: >x\n", "S011"),
    ],
)
def test_both_yaml_readers_lead_to_the_same_problem(text: str, code: str, reader: type[yaml.SafeLoader]) -> None:
    assert [problem.code for problem in Composer("f", text, reader).problems] == [code]


def test_a_byte_order_mark_is_no_problem(tmp_path: Path) -> None:
    file = tmp_path / "f.yaml"
    file.write_bytes(b"\xef\xbb\xbfa: 1\n")
    assert read_source(file).data == {"a": 1}


def test_a_file_in_another_encoding_is_refused_at_its_first_wrong_byte(tmp_path: Path) -> None:
    file = tmp_path / "f.yaml"
    file.write_bytes("a: 1\nb: é\n".encode("latin-1"))
    with pytest.raises(ScenarioProblems) as caught:
        read_source(file)
    (problem,) = caught.value.problems
    assert (problem.code, problem.place.line, problem.place.column) == ("S003", 2, 4)


def test_a_binary_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "f.yaml"
    file.write_bytes(bytes(range(256)) * 40)
    with pytest.raises(ScenarioProblems) as caught:
        read_source(file)
    assert [problem.code for problem in caught.value.problems] == ["S003"]


def test_a_large_file_is_refused_by_its_size_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "f.yaml"
    with file.open("wb") as written:
        written.truncate(50 * 1024 * 1024)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("it was read"))
    with pytest.raises(ScenarioProblems) as caught:
        read_source(file)
    assert [problem.code for problem in caught.value.problems] == ["S002"]
    assert file.stat().st_size > MAX_BYTES


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.yaml", tmp_path):
        with pytest.raises(ScenarioProblems) as caught:
            read_source(path)
        assert [problem.code for problem in caught.value.problems] == ["S001"]
