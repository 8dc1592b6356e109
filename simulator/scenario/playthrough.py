"""A play written down beside its scenario: dated decisions, and what its grade must reach."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from simulator.scenario.base import Id, Minute, Model, Percent, Span
from simulator.scenario.build import Builder
from simulator.scenario.positions import Places
from simulator.scenario.problem import ScenarioProblems
from simulator.scenario.source import read_source

PATTERN = "*.playthrough.yaml"

Range = tuple[Percent, Percent]


class Reached(Model):
    """The least and the most that each grade may be, 0 to 100; what is left out may be anything."""

    overall: Range
    reactivity: Range | None = None
    transparency: Range | None = None
    tone: Range | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        for name in type(self).model_fields:
            if (bounds := getattr(self, name)) is not None and bounds[0] > bounds[1]:
                raise PydanticCustomError("backwards", "ends before it begins")
        return self


class PlayedDecision(Model):
    """One decision `at` a minute: what is done, and the keys that this kind of decision takes."""

    at: Minute
    do: Literal[
        "respond",
        "listen",
        "verify",
        "prepare_holding",
        "publish_holding",
        "review_post",
        "alert",
        "spokesperson",
        "watch",
        "prioritise",
        "withdraw",
    ]
    response: Id | None = None
    inject: Id | None = None
    post: str | None = None
    topic: str | None = None
    fact: Id | None = None
    wordings: tuple[Id, ...] | None = None
    promise: Span | None = None
    publish: bool | None = None
    keep: bool | None = None
    signal: Id | None = None
    member: Id | None = None
    reason: Id | None = None
    threshold: Percent | None = None
    work: Literal["writing", "legal", "verification"] | None = None
    about: Id | None = None

    def record(self) -> dict[str, object]:
        """The decision as a replay would write it."""
        said = {name: getattr(self, name) for name in type(self).model_fields if name != "at"}
        given = {name: value for name, value in said.items() if value is not None}
        return {"minute": self.at} | {
            name: list(value) if isinstance(value, tuple) else value for name, value in given.items()
        }


class Playthrough(Model):
    """A play of the scenario `plays` with the draw `seed`, and the grades that it `reaches`."""

    format: Literal[1]
    plays: Id
    seed: Annotated[int, Field(ge=0, lt=2**32)]
    title: Annotated[str, Field(min_length=1, max_length=200)]
    reaches: Reached
    decisions: Annotated[tuple[PlayedDecision, ...], Field(max_length=500)]


@dataclass(frozen=True)
class LoadedPlaythrough:
    """A playthrough, the file that it came from, and where each part stands in it."""

    playthrough: Playthrough
    file: FilePath
    places: Places


def load_playthrough(file: FilePath) -> LoadedPlaythrough:
    """The playthrough in `file`. Raises ScenarioProblems with all that is wrong with its shape."""
    source = read_source(file)
    builder = Builder(Playthrough, source)
    if builder.problems or builder.built is None:
        raise ScenarioProblems(builder.problems)
    return LoadedPlaythrough(builder.built, file, source.places)


def playthroughs_of(folder: FilePath) -> list[FilePath]:
    """The playthrough files beside a scenario, sorted."""
    return sorted(folder.glob(PATTERN))
