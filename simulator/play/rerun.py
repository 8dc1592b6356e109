"""Living a kept play again: the scenario it was played on, and whether every digest agrees."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.engine.replay import ENGINE_VERSION, Divergence, Replay, play_back
from simulator.engine.run import Run
from simulator.locale import Message
from simulator.play.edition import Edition
from simulator.scenario.library import Library, UnknownScenario, kept
from simulator.scenario.load import LoadedScenario


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
    loaded = _scenario(replay, library)
    run, divergence = play_back(replay, loaded.scenario)
    return Rerun(run, Edition(loaded), divergence)


def _scenario(replay: Replay, library: Library) -> LoadedScenario:
    """The scenario as it was played: that of the library, or the one kept by its digest."""
    try:
        loaded = library.load(replay.scenario)
        if loaded.digest == replay.scenario_digest:
            return loaded
        missing = CannotRerun(Message("desk.scenario_changed", {"scenario": replay.scenario}), changed=True)
    except UnknownScenario as error:
        missing = CannotRerun(error.message)
    try:
        return kept(replay.scenario_digest)
    except UnknownScenario:
        raise missing from None
