"""S603: each way in which a condition `some` may hold can happen."""

from collections.abc import Iterator

from simulator.scenario.condition import Condition
from simulator.scenario.problem import Problem, hint
from simulator.scenario.survey import Survey


def remark(survey: Survey) -> Iterator[Problem]:
    """Alternatives that never hold while another one may; a condition that never holds at all is told elsewhere."""
    for path, condition in survey.all(Condition):
        ways = [survey.reachable.of(part, survey.scenario) for part in condition.some or ()]
        if all(way is None for way in ways):
            continue
        for index, way in enumerate(ways):
            if way is None:
                yield survey.problem("S603", (*path, "some", index), hint("never"))
