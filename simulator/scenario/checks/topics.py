"""S212: a signal is found by listening for one of the topics."""

from collections.abc import Iterator

from simulator.scenario.problem import Problem
from simulator.scenario.story import Signal
from simulator.scenario.survey import Survey


def check(survey: Survey) -> Iterator[Problem]:
    """Problems at topics that are not in the list."""
    known = {topic.id for topic in survey.scenario.listening}
    for path, signal in survey.all(Signal):
        yield from survey.unknown_among("S212", (*path, "topics"), signal.topics, known)
