"""S602: every response can be chosen: what it requires can happen, and in time."""

from collections.abc import Iterator

from simulator.scenario.problem import Problem, hint
from simulator.scenario.response import Response
from simulator.scenario.survey import Survey


def remark(survey: Survey) -> Iterator[Problem]:
    """Responses that nobody can ever choose, though what they answer can come."""
    lost = {inject.id for inject in survey.scenario.injects if inject.id not in survey.reachable.injects}
    of_lost = {one.id for inject in survey.scenario.injects if inject.id in lost for one in inject.responses}
    unverified = {
        fact.disclosure.id
        for fact in survey.scenario.facts
        if fact.disclosure is not None and fact.id not in survey.reachable.verified
    }
    for path, response in survey.all(Response):
        if response.id not in survey.reachable.responses and response.id not in of_lost | unverified:
            where = (*path, "requires") if response.requires else path
            yield survey.problem("S602", where, hint("never"), name=response.id)
