"""The scenarios of a class: each fetched once, checked from all sides, and kept by the digest it is pinned by."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from simulator.authoring.install import BadPack, install
from simulator.authoring.pack import SUFFIX, sha256
from simulator.durable import write_durably
from simulator.locale import Message
from simulator.scenario.load import LoadedScenario, load_scenario
from simulator.scenario.problem import ScenarioProblems

_NAMED = 64


class CannotFetch(Exception):
    """A scenario that is not to be had; `message` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.code)
        self.message = message


class ClassPacks:
    """The scenarios under `folder`, one folder a digest."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._read: dict[str, LoadedScenario] = {}

    def at_hand(self, digest: str) -> LoadedScenario | None:
        """The scenario of the pack `digest`, if it was had already: nothing is read."""
        return self._read.get(digest)

    def has(self, digest: str, scenario_digest: str) -> LoadedScenario | None:
        """The scenario of the pack `digest`, if it is here as it was set; None where it has to be fetched."""
        for place in self._room(digest).glob("scenarios/*/scenario.yaml"):
            try:
                loaded = load_scenario(place)
            except ScenarioProblems:
                continue
            if loaded.digest == scenario_digest:
                self._read[digest] = loaded
                return loaded
        return None

    def get(self, digest: str, scenario_digest: str, fetch: Callable[[], bytes]) -> LoadedScenario:
        """The scenario of the pack `digest`, fetched unless it is here. Raises CannotFetch, and whatever `fetch` does.

        What is fetched must be those bytes to the letter, and is then looked at as any pack that somebody sends.
        """
        here = self.has(digest, scenario_digest)
        if here is not None:
            return here
        content = fetch()
        if sha256(content) != digest:
            raise CannotFetch(Message("sending.pack_other"))
        room = self._room(digest)
        file = room / f"pack{SUFFIX}"
        try:
            write_durably(file, content)
            loaded = install(file, room / "scenarios", replace=True).loaded
        except BadPack as error:
            raise CannotFetch(Message("sending.pack_bad", {"reason": error.message})) from None
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise CannotFetch(Message("sending.pack_disk", {"reason": reason})) from None
        finally:
            file.unlink(missing_ok=True)
        if loaded.digest != scenario_digest:
            raise CannotFetch(Message("sending.pack_other"))
        self._read[digest] = loaded
        return loaded

    def _room(self, digest: str) -> Path:
        if len(digest) != _NAMED or not digest.isalnum():
            raise CannotFetch(Message("sending.pack_other"))
        return self.folder / digest
