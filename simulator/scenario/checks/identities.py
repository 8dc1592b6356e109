"""S201: no two things of a kind have the same id; a response's and a wording's are unique in the whole scenario."""

from collections.abc import Iterator

from pydantic import BaseModel

from simulator.scenario.facts import Fact
from simulator.scenario.model import Stage, Truth
from simulator.scenario.problem import Problem
from simulator.scenario.response import Response
from simulator.scenario.story import (
    Acknowledgement,
    CellMember,
    Channel,
    HoldingBlock,
    Inject,
    Persona,
    Question,
    ScheduledPost,
    Signal,
    Topic,
    WatchReason,
    Wording,
)
from simulator.scenario.survey import Survey

_KINDS: tuple[tuple[str, type[BaseModel]], ...] = (
    ("stage", Stage),
    ("truth", Truth),
    ("member", CellMember),
    ("persona", Persona),
    ("channel", Channel),
    ("fact", Fact),
    ("question", Question),
    ("acknowledgement", Acknowledgement),
    ("topic", Topic),
    ("signal", Signal),
    ("scheduled", ScheduledPost),
    ("block", HoldingBlock),
    ("wording", Wording),
    ("response", Response),
    ("reason", WatchReason),
    ("inject", Inject),
)


def check(survey: Survey) -> Iterator[Problem]:
    """Problems at the second and every later use of an id."""
    for name, model in _KINDS:
        yield from survey.repeated(name, list(survey.values(model, "id")))
    for path, fact in survey.all(Fact):
        ids = [((*path, "outcomes", index, "id"), outcome.id) for index, outcome in enumerate(fact.outcomes)]
        yield from survey.repeated("outcome", ids)
