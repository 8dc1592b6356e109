"""What the models cannot see alone: whether the parts of a scenario fit together. One check a file."""

from collections.abc import Callable, Iterator

from simulator.scenario.checks import (
    acknowledgements,
    cell,
    channels,
    facts,
    free_slots,
    identities,
    injects,
    members,
    minutes,
    outcomes,
    personas,
    placeholders,
    population,
    questions,
    responses,
    stages,
    topics,
    true_outcomes,
    truths,
    watch_reasons,
    words_out,
)
from simulator.scenario.model import Scenario
from simulator.scenario.positions import Places
from simulator.scenario.problem import Problem
from simulator.scenario.survey import Survey

Check = Callable[[Survey], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    identities.check,
    personas.check,
    channels.check,
    facts.check,
    outcomes.check,
    truths.check,
    members.check,
    questions.check,
    acknowledgements.check,
    responses.check,
    injects.check,
    words_out.check,
    watch_reasons.check,
    topics.check,
    stages.check,
    free_slots.check,
    minutes.check,
    cell.check,
    population.check,
    placeholders.check,
    true_outcomes.check,
)


def problems_of(scenario: Scenario, places: Places) -> Iterator[Problem]:
    """What every check finds in `scenario`, whose parts stand at `places`."""
    survey = Survey(scenario, places)
    for check in CHECKS:
        yield from check(survey)
