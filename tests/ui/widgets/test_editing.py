"""Text being written: where lines break, and what each key does to caret, selection and text."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from simulator.ui.widgets.editing import Editing, Line, line_of, wrapped


def measure(text: str) -> float:
    """Every character is one pixel wide."""
    return float(len(text))


def shown(text: str, width: float) -> list[str]:
    return [text[line.start : line.end] for line in wrapped(text, width, measure)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("un mot", ["un mot"]),
        ("un mot de trop", ["un mot de", "trop"]),
        ("deux\nlignes", ["deux", "lignes"]),
        ("\n", ["", ""]),
        ("anticonstitutionnellement", ["anticonsti", "tutionnell", "ement"]),
        ("fin ", ["fin "]),
    ],
)
def test_lines_break_after_words_and_within_words_that_are_too_long(text: str, lines: list[str]) -> None:
    assert shown(text, 10) == lines


def test_every_character_stands_on_exactly_one_line_or_is_the_break_after_it() -> None:
    draws = random.Random(7)
    for _ in range(500):
        text = "".join(draws.choice("ab  \né") for _ in range(draws.randrange(60)))
        lines = wrapped(text, draws.randrange(1, 12), measure)
        assert (lines[0].start, lines[-1].end) == (0, len(text))
        for before, after in pairwise(lines):
            assert text[before.end : after.start] in ("", " ", "\n")
        for offset in range(len(text) + 1):
            line = lines[line_of(lines, offset)]
            assert line.start <= offset <= line.end + 1


def test_typing_replaces_what_is_selected() -> None:
    field = Editing("le lot 2214", 100)
    field.select_all()
    assert field.selected == "le lot 2214"
    field.insert("été")
    assert (field.text, field.caret, field.selected) == ("été", 3, "")


def test_backspace_and_delete_take_one_character_a_word_or_the_selection() -> None:
    field = Editing("un deux trois", 100)
    field.erase(backwards=True)
    assert field.text == "un deux troi"
    field.erase(backwards=True, by_word=True)
    assert field.text == "un deux "
    field.to_end(backwards=True, selecting=False)
    field.erase(backwards=False)
    assert field.text == "n deux "
    field.step(backwards=False, selecting=True)
    field.step(backwards=False, selecting=True)
    field.erase(backwards=True)
    assert field.text == "deux "


def test_nothing_is_erased_beyond_the_ends() -> None:
    field = Editing("a", 100)
    field.erase(backwards=False)
    assert field.text == "a"
    field.to_end(backwards=True, selecting=False)
    field.erase(backwards=True)
    assert field.text == "a"


def test_a_step_without_selecting_goes_to_the_end_of_the_selection() -> None:
    field = Editing("abcdef", 100)
    field.place(1, selecting=False)
    field.place(4, selecting=True)
    field.step(backwards=True, selecting=False)
    assert (field.caret, field.selected) == (1, "")
    field.step(backwards=False, selecting=False, by_word=True)
    assert field.caret == 6


def test_up_and_down_keep_their_column_over_short_lines() -> None:
    text = "longue ligne\nab\nlongue encore"
    lines = wrapped(text, 20, measure)
    field = Editing(text, 100)
    field.place(9, selecting=False)
    field.to_next_line(lines, 1, False, measure)
    assert field.caret == lines[1].end
    field.to_next_line(lines, 1, False, measure)
    assert field.caret == lines[2].start + 9
    field.to_next_line(lines, 1, True, measure)
    assert field.caret == len(text) and field.selected == "ncore"[1:]


def test_home_and_end_are_those_of_the_line() -> None:
    lines = (Line(0, 5), Line(6, 9))
    field = Editing("abcde fgh", 100)
    field.to_end_of_line(lines, backwards=True, selecting=False)
    assert field.caret == 6
    field.place(2, selecting=False)
    field.to_end_of_line(lines, backwards=False, selecting=True)
    assert field.selected == "cde"


def test_the_end_of_a_line_that_is_not_there_any_more_is_the_end_of_the_text() -> None:
    edited = Editing("un deux trois", 100)
    lines = wrapped(edited.text, 200, measure)
    edited.select_all()
    edited.erase(True)
    edited.to_end_of_line(lines, False, False)
    edited.insert("a")
    assert (edited.text, edited.caret, edited.anchor) == ("a", 1, 1)


def test_no_more_is_taken_than_there_is_room_for_and_no_control_character() -> None:
    field = Editing("abc", 5)
    field.insert("\x07d\r\nefg")
    assert field.text == "abcd\n"
    field.insert("x")
    assert field.text == "abcd\n"


def test_random_edits_keep_caret_and_text_within_bounds() -> None:
    draws = random.Random(11)
    field = Editing("", 30)
    for _ in range(3000):
        back, selecting = draws.random() < 0.5, draws.random() < 0.4
        lines = wrapped(field.text, 7, measure)
        match draws.randrange(7):
            case 0:
                field.insert(draws.choice(("é", "un mot ", "\n")))
            case 1:
                field.erase(back, draws.random() < 0.3)
            case 2:
                field.step(back, selecting, draws.random() < 0.3)
            case 3:
                field.to_next_line(lines, -1 if back else 1, selecting, measure)
            case 4:
                field.to_end_of_line(lines, back, selecting)
            case 5:
                field.place(draws.randrange(-3, 40), selecting)
            case _:
                field.select_all()
        first, last = field.selection
        assert 0 <= first <= last <= len(field.text) <= 30
