"""The file of a documented case -> the case that is graded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path as FilePath
from typing import get_args

from pydantic import BaseModel

from simulator.scenario.build import Builder
from simulator.scenario.case import Case
from simulator.scenario.case_calendar import Calendar
from simulator.scenario.case_checks import calendar_in, problems_of_case
from simulator.scenario.case_moment import Moment
from simulator.scenario.model import Scenario
from simulator.scenario.positions import Path
from simulator.scenario.problem import MAX_PROBLEMS, Problem, ScenarioProblems, first_of, hint
from simulator.scenario.repair import part_at
from simulator.scenario.shape import keys_of
from simulator.scenario.source import Source, read_source

_READ_AS_A_DATE = "S026"
_TIMES = frozenset({"S115", "S504", "S505", "S508", "S509"})
"""Problems of counting from the first signal, which mean nothing where that one is not known."""


@dataclass(frozen=True)
class LoadedCase:
    """A case without problems, the file that it came from, and how its moments are counted."""

    case: Case
    file: FilePath
    calendar: Calendar

    @property
    def id(self) -> str:
        """The case's id; where it has none, the name of its file."""
        return self.case.id or self.file.stem


def load_case(file: FilePath) -> LoadedCase:
    """The case in `file`. Raises ScenarioProblems with all that is wrong with it."""
    source = _with_plain_dates(read_source(file))
    if _lean(source) < 0:
        raise ScenarioProblems([Problem.of("S510", source.places.of(()), hint("is_scenario"))])
    builder = Builder(Case, source)
    problems = list(builder.problems)
    if builder.built is not None:
        known = {problem.place for problem in problems}
        blind = _TIMES if source.places.of(("first_signal",)) in known else frozenset()
        found = (
            one
            for one in problems_of_case(builder.built, source.places)
            if one.place not in known and one.code not in blind
        )
        problems += first_of(found, MAX_PROBLEMS - len(problems)) if len(problems) < MAX_PROBLEMS else []
    if problems or builder.built is None:
        raise ScenarioProblems(problems)
    return LoadedCase(builder.built, file, calendar_in(builder.built, source.places))


def tells_a_case(file: FilePath) -> bool:
    """Whether what stands in `file` is a case, by its keys; False where it cannot be read or has neither's."""
    try:
        return _lean(read_source(file)) > 0
    except ScenarioProblems:
        return False


def _lean(source: Source) -> int:
    """How many more keys of a case than of a scenario there are, among those that only one of them has."""
    case, scenario = set(keys_of(Case)), set(keys_of(Scenario))
    return len(source.data.keys() & (case - scenario)) - len(source.data.keys() & (scenario - case))


def _with_plain_dates(source: Source) -> Source:
    """`source` in which a date without quotation marks stands where a moment does: there it means nothing else."""
    dates = [path for path in source.spoiled if _is_plain_date(source, path)]
    places = {source.places.of(path) for path in dates}
    problems = tuple(one for one in source.problems if one.code != _READ_AS_A_DATE or one.place not in places)
    return replace(source, problems=problems, spoiled=source.spoiled.difference(dates))


def _is_plain_date(source: Source, path: Path) -> bool:
    value = part_at(source.data, path)
    is_moment = path != () and path[-1] in _moment_keys()
    return is_moment and isinstance(value, str) and re.match(r"\d{4}-", value) is not None


@cache
def _moment_keys() -> frozenset[str]:
    """Every key of a case that holds a moment."""
    return frozenset(
        name for model in _models(Case) for name, field in model.model_fields.items() if _is_moment(field.annotation)
    )


def _is_moment(annotation: object) -> bool:
    return annotation is Moment or any(_is_moment(part) for part in get_args(annotation))


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    """Every model that an `annotation` speaks of, itself too."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        for field in annotation.model_fields.values():
            yield from _models(field.annotation)
    for part in get_args(annotation):
        yield from _models(part)
