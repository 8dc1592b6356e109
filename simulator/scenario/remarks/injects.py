"""S601: every inject can come: what it waits for can happen."""

from collections.abc import Iterator

from simulator.scenario.problem import Problem, hint
from simulator.scenario.survey import Survey


def remark(survey: Survey) -> Iterator[Problem]:
    """Injects whose condition never holds, whatever is played and drawn."""
    for index, inject in enumerate(survey.scenario.injects):
        if inject.id not in survey.reachable.injects:
            yield survey.problem("S601", ("injects", index, "when"), hint("never"), name=inject.id)
