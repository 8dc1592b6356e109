"""S213: a condition on an answer names an inject of the scenario."""

from collections.abc import Iterator

from simulator.scenario.condition import Condition
from simulator.scenario.problem import Problem
from simulator.scenario.survey import Survey


def check(survey: Survey) -> Iterator[Problem]:
    """Problems at injects that never come."""
    known = {inject.id for inject in survey.scenario.injects}
    for path, condition in survey.all(Condition):
        yield from survey.unknown("S213", (*path, "answered"), condition.answered, known)
        yield from survey.unknown("S213", (*path, "unanswered"), condition.unanswered, known)
