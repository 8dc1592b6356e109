"""S610: a card holds a real choice: none of its responses is better than all others in every respect."""

from collections.abc import Iterator

from simulator.scenario.merit import dominant
from simulator.scenario.problem import Problem, hint
from simulator.scenario.survey import Survey


def remark(survey: Survey) -> Iterator[Problem]:
    """Responses that dominate all others of their card. A tutorial may have them: it teaches gestures, not choices."""
    if survey.scenario.tutorial:
        return
    for index, inject in enumerate(survey.scenario.injects):
        one = dominant(inject, survey.scenario)
        if one is not None:
            path = ("injects", index, "responses", inject.responses.index(one), "id")
            yield survey.problem("S610", path, hint("give_a_price"), name=one.id)
