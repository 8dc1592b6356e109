"""Living a kept play again: the scenario it was played on, and whether every digest agrees."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.engine.replay import ENGINE_VERSION, Divergence, Replay, play_back
from simulator.engine.run import Run
from simulator.locale import Message
from simulator.play.edition import Edition
from simulator.scenario.library import Library, UnknownScenario, kept
from simulator.scenario.load import LoadedScenario
from simulator.scenario.problem import ScenarioProblems


class CannotRerun(Exception):
    """A replay that cannot be lived again here; `message` says why. `changed`: its scenario is another now."""

    def __init__(self, message: Message, *, changed: bool = False) -> None:
        super().__init__(message.code)
        self.message = message
        self.changed = changed


@dataclass(frozen=True)
class Rerun:
    """A replay lived again; `divergence` is None when it agrees to the last minute."""

    run: Run
    edition: Edition
    divergence: Divergence | None


def rerun(replay: Replay, library: Library) -> Rerun:
    """Live `replay` again. Raises CannotRerun; ScenarioProblems where its scenario is broken."""
    if replay.engine_version != ENGINE_VERSION:
        arguments = {"theirs": str(replay.engine_version), "ours": str(ENGINE_VERSION)}
        raise CannotRerun(Message("desk.other_engine", arguments))
    loaded = as_played(replay.scenario, replay.scenario_digest, library)
    run, divergence = play_back(replay, loaded.scenario)
    return Rerun(run, Edition(loaded), divergence)


def as_played(scenario_id: str, digest: str, library: Library) -> LoadedScenario:
    """The scenario as it was played: that of the library, or the one kept by its digest.

    Raises CannotRerun where there is neither; ScenarioProblems where the library's is broken, and no other was kept.
    """
    missing: Exception
    try:
        loaded = library.load(scenario_id)
        if loaded.digest == digest:
            return loaded
        missing = CannotRerun(Message("desk.scenario_changed", {"scenario": scenario_id}), changed=True)
    except UnknownScenario as error:
        missing = CannotRerun(error.message)
    except ScenarioProblems as broken:
        missing = broken
    try:
        return kept(digest)
    except UnknownScenario:
        raise missing from None
