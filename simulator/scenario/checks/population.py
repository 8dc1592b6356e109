"""S226, S229: the segments and the storm's numbers fit into the audience."""

from collections.abc import Iterator

from simulator.scenario.problem import Problem, hint
from simulator.scenario.survey import Survey


def check(survey: Survey) -> Iterator[Problem]:
    """Problems at segments that add up to more than everybody, and at an outbreak larger than the audience."""
    size = survey.scenario.audience.size
    members = sum(survey.scenario.audience.segments.values())
    if members > size:
        yield survey.problem("S226", ("audience", "segments"), hint("at_most", bound=size), members=members, size=size)
    outbreak = survey.scenario.outbreak
    for name, value in (("seed_users", outbreak.seed_users), ("v_half", outbreak.v_half)):
        if value > size:
            yield survey.problem("S229", ("outbreak", name), hint("at_most", bound=size), value=value, size=size)
