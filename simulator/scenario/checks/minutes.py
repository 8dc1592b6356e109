"""S222: nothing is dated after the end."""

from collections.abc import Iterator

from pydantic import BaseModel

from simulator.scenario.condition import Condition
from simulator.scenario.facts import Leak, Verification
from simulator.scenario.model import Outbreak, Scenario, Stage, Variants
from simulator.scenario.positions import Path
from simulator.scenario.problem import Problem, hint
from simulator.scenario.story import Acknowledgement, Inject, ScheduledPost, Signal
from simulator.scenario.survey import Survey

_DATED: tuple[tuple[type[BaseModel], str], ...] = (
    (Scenario, "crisis_begins"),
    (Stage, "begins"),
    (Outbreak, "at"),
    (Variants, "free_slots"),
    (Verification, "opens"),
    (Leak, "between"),
    (Acknowledgement, "since"),
    (Signal, "at"),
    (ScheduledPost, "at"),
    (Inject, "at"),
    (Condition, "after"),
)


def check(survey: Survey) -> Iterator[Problem]:
    """Problems at minutes beyond the scenario's length."""
    length = survey.scenario.length
    end = f"H+{length // 60}:{length % 60:02d}"
    for model, name in _DATED:
        for path, value in survey.values(model, name):
            for where, minute in _minutes(path, value):
                if minute > length:
                    yield survey.problem("S222", where, hint("end", end=end))


def _minutes(path: Path, value: object) -> Iterator[tuple[Path, int]]:
    if isinstance(value, int):
        yield path, value
    elif isinstance(value, tuple):
        for index, minute in enumerate(value):
            yield (*path, index), minute
