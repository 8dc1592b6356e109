"""What does not keep a scenario from being played, but makes it unfair, unplayable in time, or poorer. One a file."""

from collections.abc import Callable, Iterator

from simulator.scenario.model import Scenario
from simulator.scenario.positions import Places
from simulator.scenario.problem import Problem
from simulator.scenario.remarks import (
    alternatives,
    brands,
    deadlines,
    dominant,
    facts,
    injects,
    longest,
    pictures,
    questions,
    reading,
    reasons,
    responses,
    tones,
)
from simulator.scenario.survey import Survey

Remark = Callable[[Survey], Iterator[Problem]]

REMARKS: tuple[Remark, ...] = (
    injects.remark,
    responses.remark,
    alternatives.remark,
    facts.remark,
    deadlines.remark,
    reading.remark,
    dominant.remark,
    longest.remark,
    tones.remark,
    reasons.remark,
    brands.remark,
    pictures.remark,
    questions.remark,
)


def remarks_on(scenario: Scenario, places: Places) -> Iterator[Problem]:
    """What is remarked on `scenario`, which is whole and whose parts stand at `places`."""
    survey = Survey(scenario, places)
    for remark in REMARKS:
        yield from remark(survey)
