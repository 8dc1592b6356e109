"""S606, S607: what an inject asks for can be out by its deadline, and its deadline comes before the end."""

from collections.abc import Iterator

from simulator.scenario.model import Scenario
from simulator.scenario.problem import Problem, hint
from simulator.scenario.reachability import out_after
from simulator.scenario.story import Inject
from simulator.scenario.survey import Survey


def remark(survey: Survey) -> Iterator[Problem]:
    """Deadlines that nobody can meet, and those that the end of the scenario cuts off."""
    scenario = survey.scenario
    for index, inject in enumerate(scenario.injects):
        came = survey.reachable.injects.get(inject.id)
        if inject.deadline is None or came is None:
            continue
        quickest = min(_minutes(inject, scenario, came, survey), default=None)
        if quickest is not None and quickest > inject.deadline:
            advice = hint("deadline", minutes=quickest)
            yield survey.problem("S606", ("injects", index, "deadline"), advice, name=inject.id)
        latest = max(scenario.variants.free_slots, default=0) if inject.free else came
        if latest + inject.deadline > scenario.length:
            end = f"H+{scenario.length // 60}:{scenario.length % 60:02d}"
            yield survey.problem("S607", ("injects", index, "deadline"), hint("end", end=end), name=inject.id)


def _minutes(inject: Inject, scenario: Scenario, came: int, survey: Survey) -> Iterator[int]:
    """From the inject to the effect of each response that does what is expected."""
    for response in inject.responses:
        chosen = survey.reachable.responses.get(response.id)
        if chosen is not None and (inject.expected is None or inject.expected in response.actions):
            yield max(chosen - came, 0) + out_after(response, scenario)
