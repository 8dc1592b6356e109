"""A scenario under its author's eyes: read again each time a file of it is saved, shown as long as it is whole."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from simulator.locale import Language, Phrasebook, phrasebook
from simulator.play.edition import Edition
from simulator.play.presenters.chronogram import ChronogramView, chronogram
from simulator.play.rehearsal import Rehearsal
from simulator.scenario.inspection import problems_in
from simulator.scenario.load import LoadedScenario, load_scenario, scenario_file
from simulator.scenario.problem import Problem, ScenarioProblems

LOOK_EVERY = 0.3
"""Wall seconds between two looks at the files."""

Stamp = tuple[tuple[str, int, int], ...]


class Preview:
    """The scenario in the folder or file `path`, played by `bot` with the draw `seed`, at any minute.

    `problems` are those of the files as they are saved now; while the scenario itself has any, the last whole one
    stays in sight. `revision` rises when the scenario was read anew. Raises ScenarioProblems where it never was whole.
    """

    def __init__(self, path: Path, language: Language, seed: int | None = None, bot: str = "exemplary") -> None:
        self.path = path
        self.revision = 0
        self.problems: tuple[Problem, ...] = ()
        self._stamp = self._look()
        self._waited = 0.0
        loaded = load_scenario(path)
        self.problems = problems_in(path)
        offered = loaded.scenario.outbreak.offered_seeds
        drawn = seed if seed is not None else (offered[0] if offered else 1)
        self.rehearsal = Rehearsal(Edition(loaded), language, drawn, bot)
        self._drawn: tuple[object, ChronogramView] | None = None

    @property
    def loaded(self) -> LoadedScenario:
        """The scenario that is shown."""
        return self.rehearsal.edition.loaded

    @property
    def stale(self) -> bool:
        """Whether what is shown is older than what is saved, which cannot be played."""
        return any(problem.level == "problem" and problem.place.file == str(self._file) for problem in self.problems)

    def chronogram(self) -> ChronogramView:
        """What may come, in the language spoken now."""
        edition, language = self.rehearsal.edition, self.rehearsal.language
        if self._drawn is None or self._drawn[0] != (edition, language):
            view = chronogram(edition.scenario(language), phrasebook(language))
            self._drawn = ((edition, language), view)
        return self._drawn[1]

    def lines(self, say: Phrasebook, most: int) -> Sequence[str]:
        """The problems, `most` of them, as `file:line:column sentence hint`, problems before remarks."""
        found = sorted(self.problems, key=lambda problem: problem.level)
        shown = []
        for problem in found[:most]:
            place = f"{Path(problem.place.file).name}:{problem.place.line}:{problem.place.column}"
            hint = "" if problem.hint is None else f" {say.say(problem.hint)}"
            shown.append(f"{place} {problem.code} {say.say(problem.message)}{hint}")
        return shown

    def watch(self, wall_seconds: float) -> bool:
        """Let wall time pass; read the files anew if one of them was saved. Whether that was so."""
        self._waited += wall_seconds
        if self._waited < LOOK_EVERY:
            return False
        self._waited = 0.0
        stamp = self._look()
        if stamp == self._stamp:
            return False
        self._stamp = stamp
        self._read()
        self.revision += 1
        return True

    def _read(self) -> None:
        self.problems = problems_in(self.path)
        try:
            loaded = load_scenario(self.path)
        except ScenarioProblems as error:
            self.problems = self.problems or error.problems
            return
        self.rehearsal.renew(Edition(loaded))

    @property
    def _file(self) -> Path:
        return scenario_file(self.path)

    def _look(self) -> Stamp:
        """Names, times and sizes of the scenario's files; one that is just being written comes with the next look."""
        found = []
        for file in sorted(self._file.parent.glob("*.yaml")):
            try:
                status = file.stat()
            except OSError:
                continue
            found.append((file.name, status.st_mtime_ns, status.st_size))
        return tuple(found)
