"""S202: whoever posts, or leaks, is one of the personas."""

from collections.abc import Iterator

from simulator.scenario.facts import Leak
from simulator.scenario.problem import Problem
from simulator.scenario.story import Inject, Signal
from simulator.scenario.survey import Survey


def check(survey: Survey) -> Iterator[Problem]:
    """Problems at names of nobody."""
    known = {persona.id for persona in survey.scenario.personas}
    for path, inject in survey.all(Inject):
        yield from survey.unknown("S202", (*path, "sender"), inject.sender, known)
    for path, signal in survey.all(Signal):
        yield from survey.unknown("S202", (*path, "sender"), signal.sender, known)
    for path, leak in survey.all(Leak):
        yield from survey.unknown("S202", (*path, "by"), leak.by, known)
