"""A scenario's folder -> the scenario that is played."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path as FilePath

from simulator.locale import LANGUAGES, Language
from simulator.scenario.build import Builder
from simulator.scenario.checks import problems_of
from simulator.scenario.digest import scenario_digest
from simulator.scenario.model import Scenario
from simulator.scenario.positions import Places
from simulator.scenario.problem import MAX_PROBLEMS, Problem, ScenarioProblems, first_of
from simulator.scenario.source import KEPT, Source, read_source

SCENARIO_FILE = "scenario.yaml"


@dataclass(frozen=True)
class LoadedScenario:
    """A scenario without problems, and the file that it came from."""

    scenario: Scenario
    file: FilePath
    places: Places

    @property
    def id(self) -> str:
        """The scenario's id."""
        return self.scenario.id

    @property
    def folder(self) -> FilePath:
        """Where its translations and voices lie too."""
        return self.file.parent

    @property
    def languages(self) -> tuple[Language, ...]:
        """The scenario's own language first, then those with a translation file beside it, whole or not."""
        others = (language for language in LANGUAGES if self.texts_file(language).is_file())
        return (self.scenario.language, *(language for language in others if language != self.scenario.language))

    @cached_property
    def digest(self) -> str:
        """`scenario_digest` of it."""
        return scenario_digest(self.scenario)

    def texts_file(self, language: Language) -> FilePath:
        """Where its translation into `language` would lie."""
        return self.folder / f"texts.{language}.yaml"

    def voices_file(self, language: Language) -> FilePath:
        """Where the words of its crowd in `language` would lie."""
        return self.folder / f"voices.{language}.yaml"


def scenario_file(path: FilePath) -> FilePath:
    """The scenario's file where `path` is its folder; otherwise `path`."""
    return path / SCENARIO_FILE if path.is_dir() else path


def load_scenario(path: FilePath) -> LoadedScenario:
    """The scenario in the folder or file `path`; its translations and voices are read when they are asked for.

    Raises ScenarioProblems with all that is wrong with it.
    """
    file = scenario_file(path)
    source = read_source(file)
    scenario, problems = _built(source)
    if problems or scenario is None:
        raise ScenarioProblems(problems)
    return LoadedScenario(scenario, file, source.places)


@lru_cache(KEPT)
def _built(source: Source) -> tuple[Scenario | None, tuple[Problem, ...]]:
    """What `source` says, where it can be built, and all that is wrong with it."""
    builder = Builder(Scenario, source)
    problems = list(builder.problems)
    if builder.built is not None:
        known = {problem.place for problem in problems}
        found = (found for found in problems_of(builder.built, source.places) if found.place not in known)
        problems += first_of(found, MAX_PROBLEMS - len(problems)) if len(problems) < MAX_PROBLEMS else []
    return builder.built, tuple(problems)
