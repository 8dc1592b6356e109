"""S610: an inject holds a real choice: none of its responses is better than all others in every respect."""

from collections.abc import Iterator

from simulator.scenario.dominance import dominant
from simulator.scenario.problem import Problem, hint
from simulator.scenario.survey import Survey


def remark(survey: Survey) -> Iterator[Problem]:
    """Responses that dominate all others. A tutorial may have them: it teaches gestures, not choices."""
    if survey.scenario.tutorial:
        return
    injects = {inject.id: place for place, inject in enumerate(survey.scenario.injects)}
    for inject_id, response_id in dominant(survey.scenario):
        place = injects[inject_id]
        ids = [response.id for response in survey.scenario.injects[place].responses]
        path = ("injects", place, "responses", ids.index(response_id), "id")
        yield survey.problem("S610", path, hint("give_a_price"), name=response_id)
