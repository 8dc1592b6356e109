"""S205: what is said of a fact is one of its outcomes."""

from collections.abc import Iterator

from simulator.scenario.condition import FactTest
from simulator.scenario.problem import Problem
from simulator.scenario.survey import Survey
from simulator.scenario.tags import Claim


def check(survey: Survey) -> Iterator[Problem]:
    """Problems at outcomes that the fact does not have; of an unknown fact nothing is said."""
    known = {fact.id: {outcome.id for outcome in fact.outcomes} for fact in survey.scenario.facts}
    for path, claim in survey.all(Claim):
        if claim.fact in known:
            yield from survey.unknown("S205", (*path, "says"), claim.says, known[claim.fact])
    for path, test in survey.all(FactTest):
        if test.id in known:
            yield from survey.unknown("S205", (*path, "outcome"), test.outcome, known[test.id])
