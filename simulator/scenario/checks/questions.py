"""S208: what an inject asks, and what a message answers or evades, is one of the questions."""

from collections.abc import Iterator

from simulator.scenario.problem import Problem
from simulator.scenario.story import Inject
from simulator.scenario.survey import Survey
from simulator.scenario.tags import Tags


def check(survey: Survey) -> Iterator[Problem]:
    """Problems at questions that are not in the list."""
    known = {question.id for question in survey.scenario.questions}
    for path, inject in survey.all(Inject):
        yield from survey.unknown_among("S208", (*path, "asks"), inject.asks, known)
    for path, tags in survey.all(Tags):
        yield from survey.unknown_among("S208", (*path, "answers"), tags.answers, known)
        yield from survey.unknown_among("S208", (*path, "evades"), tags.evades, known)
