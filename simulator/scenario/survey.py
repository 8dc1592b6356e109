"""A file laid out for its checks: every part with its path, and where each stands in the file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import get_close_matches
from functools import cached_property
from typing import Any, TypeVar

from pydantic import BaseModel

from simulator.locale import Message
from simulator.scenario.model import Scenario
from simulator.scenario.positions import Path, Places
from simulator.scenario.problem import Problem, hint, kind
from simulator.scenario.reachability import Reachability, reachability
from simulator.scenario.shape import parts

M = TypeVar("M", bound=BaseModel)

_MOST_GUESSED = 200
_MOST_LISTED = 20


class Layout:
    """The parts of a `whole`, a scenario or a case, with their paths. Nothing in it changes."""

    def __init__(self, whole: BaseModel, places: Places) -> None:
        self.places = places
        self._parts: dict[type[BaseModel], list[tuple[Path, BaseModel]]] = defaultdict(list)
        for path, part in parts(whole):
            self._parts[type(part)].append((path, part))

    def all(self, model: type[M]) -> Iterator[tuple[Path, M]]:
        """Every `model` of the whole, those of a more special kind included, with its path."""
        for found, entries in self._parts.items():
            if issubclass(found, model):
                for path, part in entries:
                    assert isinstance(part, model)
                    yield path, part

    def everything(self) -> Iterator[tuple[Path, BaseModel]]:
        """Every part with its path."""
        for entries in self._parts.values():
            yield from entries

    def values(self, model: type[BaseModel], field: str) -> Iterator[tuple[Path, Any]]:
        """What the `field` of every `model` holds, with its path."""
        for path, part in self.all(model):
            yield (*path, field), getattr(part, field)

    def problem(self, code: str, path: Path, advice: Message | None = None, **arguments: object) -> Problem:
        """The problem `code` at the value that stands at `path`."""
        return Problem.of(code, self.places.of(path), advice, **arguments)

    def unknown(self, code: str, path: Path, name: str | None, known: Collection[str]) -> Iterator[Problem]:
        """A problem where `name`, which stands at `path`, is not one of the `known` ids. None names nothing."""
        if name is not None and name not in known:
            yield self.problem(code, path, nearest(name, known), name=name)

    def unknown_among(self, code: str, path: Path, names: Iterable[str], known: Collection[str]) -> Iterator[Problem]:
        """As `unknown`, for each of the `names` in the list at `path`."""
        for index, name in enumerate(names):
            yield from self.unknown(code, (*path, index), name, known)

    def repeated(self, kind_name: str, ids: Sequence[tuple[Path, str]]) -> Iterator[Problem]:
        """A problem at the second and every later use of an id among `ids` (path, id), all of one kind."""
        first: dict[str, Path] = {}
        for path, written in ids:
            if written in first:
                line = str(self.places.of(first[written]).line)
                yield self.problem("S201", path, hint("first_at", line=line), kind=kind(kind_name), name=written)
            first.setdefault(written, path)


class Survey(Layout):
    """What a check of a scenario reads."""

    def __init__(self, scenario: Scenario, places: Places) -> None:
        super().__init__(scenario, places)
        self.scenario = scenario

    @cached_property
    def reachable(self) -> Reachability:
        """What can ever happen in the scenario."""
        return reachability(self.scenario)


def nearest(name: str, known: Collection[str]) -> Message | None:
    """The hint that says which of the `known` was probably meant, or which there are; None among a great many."""
    if len(known) > _MOST_GUESSED:
        return None
    guess = next(iter(get_close_matches(name, sorted(known), n=1, cutoff=0.6)), None)
    if guess:
        return hint("did_you_mean", guess=guess)
    if not known:
        return hint("none_yet")
    return hint("allowed", choices=", ".join(sorted(known))) if len(known) <= _MOST_LISTED else None
