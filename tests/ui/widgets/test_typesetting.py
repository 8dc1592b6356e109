"""Lines break where a typographer breaks them, and what does not fit ends with an ellipsis."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.ui.colours import DARK
from simulator.ui.widgets.lines import Run, Span
from simulator.ui.widgets.typesetting import Block, Typesetter

SETTER = Typesetter(DARK, 1.0)


def block(text: str, width: int, max_lines: int = 0) -> Block:
    return SETTER.block((Span(text),), "body", "regular", DARK.text, width, max_lines)


def lines(text: str, width: int, max_lines: int = 0) -> list[str]:
    found, _ = SETTER.lines((Span(text),), "body", "regular", DARK.text, width, max_lines)
    return ["".join(run.text for run in line) for line in found]


def width_of(line: tuple[Run, ...]) -> float:
    return sum(SETTER.width(run.text, "body", run.weight, run.icon) for run in line)


def test_a_narrow_space_holds_a_line_together() -> None:
    broken = lines("Et chez nous\u202f? Rien\u202f!", 90)
    assert all(not line.startswith(("?", "!")) for line in broken)
    assert broken == ["Et chez", "nous\u202f? Rien\u202f!"]


def test_what_does_not_fit_ends_with_an_ellipsis() -> None:
    cut = block("un mot, puis un autre, puis encore un autre", 120, max_lines=1)
    assert cut.cut and cut.lines == 1 and cut.width <= 122
    assert lines("un mot, puis un autre, puis encore un autre", 120, 1)[0].endswith("…")


def test_a_word_wider_than_a_line_is_broken() -> None:
    assert len(lines("#" + "trèslonghashtag" * 6, 120)) > 3


def test_an_emoji_becomes_an_icon_and_the_unknown_is_dropped() -> None:
    found, _ = SETTER.lines((Span("ah 😡 🛸\u200d non"),), "body", "regular", DARK.text, 400, 0)
    runs = [run for line in found for run in line]
    assert [run.icon for run in runs] == [False, True, False]
    assert "🛸" not in "".join(run.text for run in runs)


def test_signs_that_the_game_uses_are_in_the_font() -> None:
    for sign in "\u202f\u00a0’«»×▲▼—–…−“”·°éÀœ€½":
        assert lines(f"a{sign}b", 400) == [f"a{sign}b"]


def test_a_line_break_is_kept() -> None:
    assert lines("un\ndeux", 400) == ["un", "deux"]


def test_bold_words_keep_the_space_before_them() -> None:
    found, _ = SETTER.lines(
        (Span("chez "), Span("Babilune", "bold"), Span(", ici")), "body", "regular", DARK.text, 400, 0
    )
    assert "".join(run.text for run in found[0]) == "chez Babilune, ici"


def test_figures_are_as_wide_as_each_other() -> None:
    assert len({SETTER.width(figure * 4, "body", "semibold") for figure in "0123456789"}) == 1


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="abcdé ,.’😡#@\u202f", max_size=120), st.integers(30, 300), st.integers(0, 4))
def test_no_line_is_wider_than_it_may_be(text: str, width: int, max_lines: int) -> None:
    found, _ = SETTER.lines((Span(text),), "body", "regular", DARK.text, width, max_lines)
    assert all(width_of(line) <= width + 2 for line in found)
    assert not max_lines or len(found) <= max_lines
