"""Whatever happens to the file of a case, it ends with a score card or with problems, each of which can be said."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.locale import LANGUAGES, phrasebook
from simulator.scenario.case_load import load_case
from simulator.scenario.problem import ScenarioProblems
from simulator.scoring import score
from simulator.scoring.of_case import record_of_case
from tests.scenario.editing import MINIMAL_CASE

CASES = [MINIMAL_CASE, *sorted((Path(__file__).parents[2] / "docs" / "cases").glob("*.yaml"))]
FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
OF_EACH = pytest.mark.parametrize("case", CASES, ids=lambda file: file.stem)
STRANGE = ["H+1", "J+2", "12/03/2024", "2024-03-12", "true", "-1", "1e9", "[]", "{}", "null", "*a", '"', ": ", "H-9999"]


def outcome(file: Path, content: bytes) -> None:
    """Grades `content`, or says its problems."""
    file.write_bytes(content)
    try:
        card = score(record_of_case(load_case(file)).record)
    except ScenarioProblems as error:
        assert error.problems
        for problem in error.problems:
            assert problem.place.line >= 1
            for language in LANGUAGES:
                assert phrasebook(language).say(problem.message)
                assert problem.hint is None or phrasebook(language).say(problem.hint)
    else:
        assert 0 <= card.overall <= 100


@cache
def words(case: Path) -> list[tuple[int, int]]:
    return [found.span() for found in re.finditer(r"[^\s,\[\]{}]+", case.read_text("utf-8"))]


@OF_EACH
@FEW
@given(cut=st.floats(0, 0.5), at=st.floats(0, 1), byte=st.integers(0, 255))
def test_bytes_cut_and_flipped(case: Path, cut: float, at: float, byte: int, tmp_path: Path) -> None:
    content = case.read_bytes()
    changed = bytearray(content[: int(len(content) * (1 - cut))])
    changed[int(at * (len(changed) - 1))] = byte
    outcome(tmp_path / "f.yaml", bytes(changed))


@OF_EACH
@FEW
@given(of=st.floats(0, 1), to=st.floats(0, 1), twice=st.booleans())
def test_lines_removed_moved_and_doubled(case: Path, of: float, to: float, twice: bool, tmp_path: Path) -> None:
    lines = case.read_text("utf-8").splitlines(keepends=True)
    place = int(of * (len(lines) - 1))
    moved = lines[place] if twice else lines.pop(place)
    lines.insert(int(to * len(lines)), moved)
    outcome(tmp_path / "f.yaml", "".join(lines).encode())


@OF_EACH
@FEW
@given(of=st.floats(0, 1), new=st.one_of(st.sampled_from(STRANGE), st.text(max_size=6)))
def test_words_replaced(case: Path, of: float, new: str, tmp_path: Path) -> None:
    text = case.read_text("utf-8")
    start, end = words(case)[int(of * (len(words(case)) - 1))]
    outcome(tmp_path / "f.yaml", (text[:start] + new + text[end:]).encode("utf-8", "surrogatepass"))
