"""S201: no two things of a kind have the same id; a response's and a wording's are unique in the whole scenario."""

from collections.abc import Iterator, Sequence

from pydantic import BaseModel

from simulator.scenario.facts import Fact
from simulator.scenario.model import Stage, Truth
from simulator.scenario.positions import Path
from simulator.scenario.problem import Problem, hint, kind
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
        yield from _repeated(survey, name, list(survey.values(model, "id")))
    for path, fact in survey.all(Fact):
        ids = [((*path, "outcomes", index, "id"), outcome.id) for index, outcome in enumerate(fact.outcomes)]
        yield from _repeated(survey, "outcome", ids)


def _repeated(survey: Survey, name: str, ids: Sequence[tuple[Path, str]]) -> Iterator[Problem]:
    first: dict[str, Path] = {}
    for path, written in ids:
        if written in first:
            line = str(survey.places.of(first[written]).line)
            yield survey.problem("S201", path, hint("first_at", line=line), kind=kind(name), name=written)
        first.setdefault(written, path)
