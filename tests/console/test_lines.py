"""Lines go in and out plainly."""

from __future__ import annotations

from io import StringIO

import pytest

from simulator.console.lines import EndOfInput, Lines


def test_a_line_is_wrapped_at_the_width_between_words_and_keeps_its_indent() -> None:
    out = StringIO()
    Lines(StringIO(), out, width=20).write("  des mots qui ne tiennent pas sur une ligne")
    lines = out.getvalue().splitlines()
    assert all(len(line) <= 20 and line.startswith("  ") for line in lines)
    assert " ".join(line.strip() for line in lines) == "des mots qui ne tiennent pas sur une ligne"


def test_narrow_spaces_are_never_broken() -> None:
    out = StringIO()
    Lines(StringIO(), out, width=12).write("Un message\u202f: oui")
    assert "message\u202f:" in out.getvalue()


def test_the_end_of_the_input_is_told_apart_from_an_empty_line() -> None:
    lines = Lines(StringIO("\nfin"), StringIO())
    assert lines.ask("> ") == ""
    assert lines.ask("> ") == "fin"
    with pytest.raises(EndOfInput):
        lines.ask("> ")


def test_what_is_read_from_a_pipe_is_repeated() -> None:
    out = StringIO()
    Lines(StringIO("n\n"), out, echo=True).ask("> ")
    assert out.getvalue() == "> n\n"
