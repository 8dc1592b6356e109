"""Plain data -> a model of the format, or every problem at once."""

from __future__ import annotations

from itertools import chain
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from simulator.scenario.complaint import Refusal, complaint, refusal_of
from simulator.scenario.positions import Path
from simulator.scenario.problem import MAX_PROBLEMS, Problem, first_of
from simulator.scenario.repair import part_at, renamed, repaired
from simulator.scenario.source import Source

M = TypeVar("M", bound=BaseModel)

_ROUNDS = 8


class Builder(Generic[M]):
    """One building of a `model` from a source.

    `problems` are the source's and the model's. `built` is whole only without problems; with some, it is the model
    of the repaired data, good for looking for more of them, or None where nothing could be repaired.
    """

    def __init__(self, model: type[M], source: Source) -> None:
        self.problems: list[Problem] = list(source.problems)
        self.built: M | None = None
        self._model = model
        self._places = source.places
        self._data: object = source.data
        self._excused = set(source.spoiled)
        self._touched: set[Path] = set()
        for _ in range(_ROUNDS):
            if self._round():
                break

    def _round(self) -> bool:
        """Validates once; True where nothing more can be found."""
        try:
            self.built = self._model.model_validate(self._data)
        except ValidationError as error:
            refusals = [
                refusal_of(self._model, dict(found)) for found in error.errors(include_url=False, include_context=True)
            ]
        else:
            return True
        if len(refusals) > MAX_PROBLEMS:
            self.problems = first_of(chain(self.problems, (complaint(refusal, self._places) for refusal in refusals)))
            return True
        before = self._data
        if not self._rename(refusals):
            for refusal in refusals:
                self._complain(refusal)
                self._data = repaired(self._data, refusal)
                self._excused.add(refusal.path)
                self._touched.add(refusal.path[:-1])
        return self._data is before

    def _rename(self, refusals: list[Refusal]) -> bool:
        """Takes misspelt keys for the keys that were meant, so that these are not called missing too."""
        found = False
        for refusal in refusals:
            if not refusal.is_unknown_key:
                continue
            part = part_at(self._data, refusal.path[:-1])
            guess = refusal.guess(taken=part if isinstance(part, dict) else ())
            if guess is not None:
                self._complain(refusal)
                self._data = renamed(self._data, refusal.path, guess)
                found = True
        return found

    def _complain(self, refusal: Refusal) -> None:
        if any(refusal.path[:length] in self._excused for length in range(len(refusal.path) + 1)):
            return
        is_rule = refusal.type not in ("missing", "extra_forbidden") and refusal.path in self._touched
        if not is_rule:
            self.problems.append(complaint(refusal, self._places))
