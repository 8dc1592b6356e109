"""The scenario: what an instructor writes.

`load_scenario` reads one, `Library` finds them; `ScenarioProblems` says all that is wrong.
"""

from simulator.scenario.load import LoadedScenario, load_scenario
from simulator.scenario.model import Scenario
from simulator.scenario.problem import Place, Problem, ScenarioProblems

__all__ = ["LoadedScenario", "Place", "Problem", "Scenario", "ScenarioProblems", "load_scenario"]
