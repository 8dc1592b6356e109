"""S211: a response that records one's watching gives one of the standing reasons."""

from collections.abc import Iterator

from simulator.scenario.problem import Problem
from simulator.scenario.response import WatchOrder
from simulator.scenario.survey import Survey


def check(survey: Survey) -> Iterator[Problem]:
    """Problems at reasons that are not in the list."""
    known = {reason.id for reason in survey.scenario.standing.watch_reasons}
    for path, order in survey.all(WatchOrder):
        yield from survey.unknown("S211", (*path, "reason"), order.reason, known)
