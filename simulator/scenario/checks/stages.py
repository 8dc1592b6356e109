"""S220: the stages follow each other from the first minute: veille, reactivity, transparency, crisis."""

from collections.abc import Iterator
from itertools import pairwise
from typing import get_args

from simulator.scenario.base import StageId
from simulator.scenario.problem import Problem, hint
from simulator.scenario.survey import Survey

_ORDER: tuple[str, ...] = get_args(StageId)


def check(survey: Survey) -> Iterator[Problem]:
    """Problems at stages out of their order. A stage may be left out."""
    stages = survey.scenario.stages
    if stages[0].begins != 0:
        yield survey.problem("S220", ("stages", 0, "begins"), hint("first_stage"), name=stages[0].id)
    for index, (earlier, later) in enumerate(pairwise(stages), start=1):
        if _ORDER.index(later.id) < _ORDER.index(earlier.id):
            yield survey.problem("S220", ("stages", index, "id"), hint("stage_order"), name=later.id)
        elif later.begins <= earlier.begins:
            yield survey.problem("S220", ("stages", index, "begins"), hint("later_stage"), name=later.id)
