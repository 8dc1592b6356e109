"""S204: what is claimed, disclosed, corrected, verified, revealed or asked after stands in the fact ledger."""

from collections.abc import Iterator

from simulator.scenario.condition import FactTest
from simulator.scenario.problem import Problem
from simulator.scenario.response import Response
from simulator.scenario.story import Inject
from simulator.scenario.survey import Survey
from simulator.scenario.tags import Claim, Tags


def check(survey: Survey) -> Iterator[Problem]:
    """Problems at facts that are not in the ledger."""
    known = {fact.id for fact in survey.scenario.facts}
    for path, claim in survey.all(Claim):
        yield from survey.unknown("S204", (*path, "fact"), claim.fact, known)
    for path, test in survey.all(FactTest):
        yield from survey.unknown("S204", (*path, "id"), test.id, known)
    for path, tags in survey.all(Tags):
        yield from survey.unknown_among("S204", (*path, "discloses"), tags.discloses, known)
        yield from survey.unknown_among("S204", (*path, "corrects"), tags.corrects, known)
    for path, response in survey.all(Response):
        yield from survey.unknown_among("S204", (*path, "verifies"), response.verifies, known)
    for path, inject in survey.all(Inject):
        yield from survey.unknown_among("S204", (*path, "reveals"), inject.reveals, known)
