"""S611: reading is worth it: the best response is not the longest one in most cards."""

from collections.abc import Iterator

from simulator.scenario.merit import best
from simulator.scenario.problem import Problem, hint
from simulator.scenario.survey import Survey

FEWEST_CARDS = 3
"""With fewer cards the share says nothing."""


def remark(survey: Survey) -> Iterator[Problem]:
    """A scenario in which whoever takes the longest text of each card mostly does best."""
    if survey.scenario.tutorial:
        return
    cards = [inject for inject in survey.scenario.injects if inject.kind == "card" and len(inject.responses) > 1]
    long = []
    for inject in cards:
        one = best(inject, survey.scenario)
        if one is not None and len(one.text) == max(len(response.text) for response in inject.responses):
            long.append(inject.id)
    if len(cards) >= FEWEST_CARDS and len(long) > len(cards) / 2:
        yield survey.problem(
            "S611", ("injects",), hint("in_injects", names=", ".join(long)), cards=len(cards), longest=len(long)
        )
