"""S224, S225: somebody in the cell can speak, and somebody does each kind of work that the scenario asks for."""

from collections.abc import Iterator

from simulator.scenario.problem import Problem, kind
from simulator.scenario.response import Response
from simulator.scenario.survey import Survey


def check(survey: Survey) -> Iterator[Problem]:
    """Problems at the cell. Who verifies is said by each verification."""
    scenario = survey.scenario
    if not any(member.spokesperson for member in scenario.cell):
        yield survey.problem("S224", ("cell",))
    done = {member.does for member in scenario.cell}
    responses = [response for _, response in survey.all(Response)]
    holding = scenario.holding
    is_written = any(response.preparation for response in responses) or (holding is not None and holding.preparation)
    if is_written and "writing" not in done:
        yield survey.problem("S225", ("cell",), kind=kind("writing"), does="writing")
    if any(response.approval == "legal" for response in responses) and "legal" not in done:
        yield survey.problem("S225", ("cell",), kind=kind("legal"), does="legal")
