"""S210: a condition on what was chosen names a response of the scenario."""

from collections.abc import Iterator

from simulator.scenario.condition import Condition
from simulator.scenario.problem import Problem
from simulator.scenario.response import Response
from simulator.scenario.survey import Survey


def check(survey: Survey) -> Iterator[Problem]:
    """Problems at responses that nobody can choose."""
    known = {response.id for _, response in survey.all(Response)}
    for path, condition in survey.all(Condition):
        yield from survey.unknown("S210", (*path, "chosen"), condition.chosen, known)
        yield from survey.unknown("S210", (*path, "not_chosen"), condition.not_chosen, known)
