"""Everything wrong in a scenario's folder, its other files included; nothing is wrong with what ships."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from simulator.places import shipped
from simulator.scenario.inspection import problems_in
from tests.scenario.editing import MINIMAL, copy_of_minimal, replace

SHIPPED = sorted(path.parent for path in shipped("scenarios").glob("*/scenario.yaml"))


@pytest.mark.parametrize("folder", [MINIMAL, SHIPPED[0]], ids=lambda folder: folder.name)
def test_nothing_is_wrong_with_a_scenario_that_ships(folder: Path) -> None:
    told = {problem.code for problem in problems_in(folder)}
    assert told == ({"S605", "S612"} if folder == MINIMAL else set())


def test_problems_of_all_files_are_told_together(tmp_path: Path) -> None:
    folder = copy_of_minimal(tmp_path)
    replace(folder, "  title:", "  titel:", "texts.en.yaml")
    replace(folder, "  - id: told", "  - id: Told", "voices.fr.yaml")
    problems = (problem for problem in problems_in(folder) if problem.level == "problem")
    found = {(problem.code, Path(problem.place.file).name) for problem in problems}
    assert found == {("S301", "texts.en.yaml"), ("S302", "texts.en.yaml"), ("S108", "voices.fr.yaml")}


def test_a_file_that_is_never_read_is_told(tmp_path: Path) -> None:
    folder = copy_of_minimal(tmp_path)
    for name in ("texts.de.yaml", "voices.it.yaml", "texts.fr.yaml"):
        shutil.copyfile(folder / "texts.en.yaml", folder / name)
    told = {(problem.code, Path(problem.place.file).name) for problem in problems_in(folder)}
    assert told >= {("S305", "texts.de.yaml"), ("S305", "voices.it.yaml"), ("S305", "texts.fr.yaml")}
