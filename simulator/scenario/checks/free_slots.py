"""S221: there are as many free slots as free injects."""

from collections.abc import Iterator

from simulator.scenario.problem import Problem
from simulator.scenario.survey import Survey


def check(survey: Survey) -> Iterator[Problem]:
    """A problem at the slots, or at the first free inject where there are no slots."""
    slots = len(survey.scenario.variants.free_slots)
    free = [index for index, inject in enumerate(survey.scenario.injects) if inject.free]
    if slots != len(free):
        path = ("variants", "free_slots") if slots else ("injects", free[0], "free")
        yield survey.problem("S221", path, slots=slots, injects=len(free))
