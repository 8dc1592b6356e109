"""S230: whatever truth is drawn, every fact has an outcome that is true."""

from collections.abc import Iterator

from simulator.scenario.facts import Fact
from simulator.scenario.problem import Problem
from simulator.scenario.survey import Survey


def check(survey: Survey) -> Iterator[Problem]:
    """Problems at facts that are left open by a truth. The first outcome that fits is the true one."""
    truths = [truth.id for truth in survey.scenario.variants.truths]
    for path, fact in survey.all(Fact):
        if any(outcome.truth is None for outcome in fact.outcomes):
            continue
        told = {outcome.truth for outcome in fact.outcomes}
        for truth in truths:
            if truth not in told:
                yield survey.problem("S230", (*path, "outcomes"), name=truth)
