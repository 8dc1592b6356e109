"""S623: what an inject asks can be answered, where it has to be."""

from collections.abc import Iterator

from simulator.scenario.problem import Problem, hint
from simulator.scenario.response import Response
from simulator.scenario.story import Inject
from simulator.scenario.survey import Survey
from simulator.scenario.tags import Tags


def remark(survey: Survey) -> Iterator[Problem]:
    """Questions that no message answers, or only one in private that is not about the person who asks.

    In a paracrisis only personal questions are owed an answer.
    """
    personal = {question.id for question in survey.scenario.questions if question.personal}
    answered = set()
    for _, tags in survey.all(Tags):
        aside = isinstance(tags, Response) and (tags.recipient == "private" or tags.channel is None)
        answered |= personal.intersection(tags.answers) if aside else set(tags.answers)
    for path, inject in survey.all(Inject):
        for index, name in enumerate(inject.asks):
            owed = name in personal or not survey.scenario.paracrisis
            if owed and name not in answered:
                yield survey.problem("S623", (*path, "asks", index), hint("answers"), name=name)
