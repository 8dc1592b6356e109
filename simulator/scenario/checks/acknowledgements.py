"""S209: what a message owns up to is one of the acknowledgements owed."""

from collections.abc import Iterator

from simulator.scenario.problem import Problem
from simulator.scenario.survey import Survey
from simulator.scenario.tags import Tags


def check(survey: Survey) -> Iterator[Problem]:
    """Problems at acknowledgements that are not in the list."""
    known = {owed.id for owed in survey.scenario.acknowledgements}
    for path, tags in survey.all(Tags):
        yield from survey.unknown_among("S209", (*path, "owns"), tags.owns, known)
