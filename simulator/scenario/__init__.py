"""The scenario: what an instructor writes.

`load_scenario` reads one and `Library` finds them; `in_language` translates one, `load_voices` gives its crowd words.
`ScenarioProblems` says all that keeps one from being played, `problems_in` all that is wrong in its folder.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.scenario.digest import scenario_digest
    from simulator.scenario.inspection import problems_in
    from simulator.scenario.library import Entry, Library, UnknownScenario, keep, kept
    from simulator.scenario.load import LoadedScenario, load_scenario
    from simulator.scenario.model import Scenario
    from simulator.scenario.problem import Place, Problem, ScenarioProblems
    from simulator.scenario.schema import schema_text
    from simulator.scenario.translation import in_language, texts_of
    from simulator.scenario.voices import Moment, PublicFact, Voices, load_voices

__all__ = [
    "Entry",
    "Library",
    "LoadedScenario",
    "Moment",
    "Place",
    "Problem",
    "PublicFact",
    "Scenario",
    "ScenarioProblems",
    "UnknownScenario",
    "Voices",
    "in_language",
    "keep",
    "kept",
    "load_scenario",
    "load_voices",
    "problems_in",
    "scenario_digest",
    "schema_text",
    "texts_of",
]

_HOMES = {
    "digest": ("scenario_digest",),
    "inspection": ("problems_in",),
    "library": ("Entry", "Library", "UnknownScenario", "keep", "kept"),
    "load": ("LoadedScenario", "load_scenario"),
    "model": ("Scenario",),
    "problem": ("Place", "Problem", "ScenarioProblems"),
    "schema": ("schema_text",),
    "translation": ("in_language", "texts_of"),
    "voices": ("Moment", "PublicFact", "Voices", "load_voices"),
}


def __getattr__(name: str) -> object:
    """A name of `__all__`, from its module when it is first asked for: a player need not wait for the inspection."""
    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"simulator.scenario.{module}"), name)
    raise AttributeError(name)
