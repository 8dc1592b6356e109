"""Where an author finds a problem that a MSEL would make: in the spreadsheet, or in the scenario as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path

from simulator.authoring.msel.back import Change
from simulator.scenario.problem import Place, Problem

_BEGINS = re.compile(r"\s*- id: (\S+)")


def placed(
    problems: Iterable[Problem], after: str, file: Path, sheet: Path, changes: Sequence[Change]
) -> tuple[Problem, ...]:
    """The `problems` of the text `after`, which would replace that of `file`.

    Each at its line of `file` where the MSEL leaves this line as it is, else at the row of `sheet` that writes it.
    """
    old, new = file.read_text("utf-8-sig").splitlines(), after.splitlines()
    kept = {
        block.b + number: block.a + number
        for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
        for number in range(block.size)
    }
    rows = {change.inject: change.line for change in changes}

    def place_of(problem: Problem) -> Place:
        line = problem.place.line - 1
        if line in kept:
            return Place(str(file), kept[line] + 1, problem.place.column)
        above = (_BEGINS.match(new[number]) for number in range(min(line, len(new) - 1), -1, -1))
        inject = next((found[1] for found in above if found), "")
        return Place(str(sheet), rows[inject], 1) if inject in rows else Place(str(file), 1, 1)

    return tuple(sorted(replace(problem, place=place_of(problem)) for problem in problems))
