"""S206: an outcome depends on one of the truths that the seed draws."""

from collections.abc import Iterator

from simulator.scenario.facts import Outcome
from simulator.scenario.problem import Problem
from simulator.scenario.survey import Survey


def check(survey: Survey) -> Iterator[Problem]:
    """Problems at truths that are never drawn."""
    known = {truth.id for truth in survey.scenario.variants.truths}
    for path, outcome in survey.all(Outcome):
        yield from survey.unknown("S206", (*path, "truth"), outcome.truth, known)
