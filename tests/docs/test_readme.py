"""The README's lines that make an environment: one plays, one tests; whoever runs them needs to know no more."""

from __future__ import annotations

import re
from pathlib import Path

README = Path(__file__).parents[2] / "README.md"
_LINE = re.compile(r"^\s*python3 -m venv .*$", re.MULTILINE)


def test_two_lines_make_an_environment_the_first_plays_and_the_second_tests() -> None:
    lines = _LINE.findall(README.read_text("utf-8"))
    assert [line.rpartition("/")[2] for line in lines] == ["badbuzz", "pytest"]
