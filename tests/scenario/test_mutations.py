"""Whatever happens to a file, loading it ends with a scenario or with its problems, each of which can be said."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.locale import LANGUAGES, phrasebook
from simulator.scenario import ScenarioProblems
from simulator.scenario.build import Builder
from simulator.scenario.checks import problems_of
from simulator.scenario.inspection import problems_in
from simulator.scenario.model import Scenario
from simulator.scenario.source import parse_source
from tests.scenario.editing import MINIMAL, copy_of_minimal

CONTENT = (MINIMAL / "scenario.yaml").read_bytes()
LINES = CONTENT.decode().splitlines(keepends=True)
WORDS = sorted(set(re.findall(r"[A-Za-z_@#-]+|\d+|[\[\]{}:,\"]", CONTENT.decode())))
FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def load(text: str) -> None:
    try:
        source = parse_source(text, "f")
        builder = Builder(Scenario, source)
        problems = list(builder.problems)
        if builder.built is not None:
            problems += problems_of(builder.built, source.places)
        else:
            assert problems, "a scenario that is not built has a problem"
    except ScenarioProblems as error:
        problems = list(error.problems)
        assert problems
    count = text.count("\n") + 2
    for problem in problems:
        assert 1 <= problem.place.line <= count
        for language in LANGUAGES:
            assert phrasebook(language).say(problem.message)
            assert problem.hint is None or phrasebook(language).say(problem.hint)


@FEW
@given(cut=st.integers(0, len(CONTENT)), at=st.integers(0, len(CONTENT)), byte=st.integers(0, 255))
def test_bytes_cut_and_flipped(cut: int, at: int, byte: int, tmp_path: Path) -> None:
    changed = bytearray(CONTENT[: len(CONTENT) - cut // 4])
    changed[at % len(changed)] = byte
    folder = tmp_path / "minimal"
    if not folder.exists():
        copy_of_minimal(tmp_path)
    (folder / "scenario.yaml").write_bytes(changed)
    assert all(problem.code for problem in problems_in(folder))


@FEW
@given(line=st.integers(0, len(LINES) - 1), other=st.integers(0, len(LINES) - 1), twice=st.booleans())
def test_lines_removed_moved_and_doubled(line: int, other: int, twice: bool) -> None:
    changed = list(LINES)
    moved = changed[line] if twice else changed.pop(line)
    changed.insert(other, moved)
    load("".join(changed))


@FEW
@given(old=st.sampled_from(WORDS), new=st.one_of(st.sampled_from(WORDS), st.text(max_size=6)), at=st.integers(0, 99))
def test_words_replaced(old: str, new: str, at: int) -> None:
    text = CONTENT.decode()
    places = [found.start() for found in re.finditer(re.escape(old), text)]
    start = places[at % len(places)]
    load(text[:start] + new + text[start + len(old) :])


@FEW
@given(text=st.text(alphabet=st.sampled_from("ab0:-[]{}\"'&*!|>#%@`,? \n\t"), max_size=60))
def test_any_text_at_all(text: str) -> None:
    load(text)
