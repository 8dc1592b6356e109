"""Where scenarios come from: those shipped, the user's own, those given; and every one that was played."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from tempfile import mkdtemp

from simulator.locale import Message
from simulator.places import data_folder, shipped
from simulator.scenario.load import SCENARIO_FILE, LoadedScenario, load_scenario
from simulator.scenario.model import Scenario
from simulator.scenario.problem import Problem, ScenarioProblems
from simulator.scenario.shape import parts
from simulator.scenario.story import Picture

_DIGEST = re.compile(r"[0-9a-f]{32}")


class UnknownScenario(Exception):
    """There is no such scenario; `message` says so, and which one was probably meant."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.code)
        self.message = message


@dataclass(frozen=True)
class Entry:
    """A scenario of the library: whole (`loaded`), or with the `problems` that keep it from being played.

    The `id` of a broken one is the name of its folder. `replaces` are files of the same id that it hides.
    """

    id: str
    path: Path
    loaded: LoadedScenario | None
    problems: tuple[Problem, ...] = ()
    replaces: tuple[Path, ...] = ()

    @property
    def scenario(self) -> Scenario | None:
        """The scenario, None of a broken one."""
        return self.loaded.scenario if self.loaded else None


class Library:
    """The scenarios in some folders. Of two with the same id, the one in the later folder counts."""

    def __init__(self, folders: Sequence[Path], given: Sequence[Path] = ()) -> None:
        """`folders` hold scenarios' folders, and may be missing; a `given` path must lead to a scenario, or to some."""
        self._folders = tuple(folders)
        self._given = tuple(given)
        self._read: dict[Path, tuple[tuple[int, int], Entry]] = {}

    @classmethod
    def standard(cls, given: Sequence[Path] = ()) -> Library:
        """What ships with the game, the user's own scenarios, and those `given`."""
        return cls((shipped("scenarios"), data_folder() / "scenarios"), given)

    def entries(self) -> tuple[Entry, ...]:
        """Every scenario, sorted by id; a file is read again only when it has changed."""
        found: dict[str, Entry] = {}
        for file in self._files():
            entry = self._entry(file)
            hidden = found.get(entry.id)
            found[entry.id] = replace(entry, replaces=(*hidden.replaces, hidden.path)) if hidden else entry
        return tuple(found[name] for name in sorted(found))

    def reading(self) -> Iterator[float]:
        """Read what has not been read yet, one scenario at a time; gives the share that is, up to 1."""
        files = list(self._files())
        for rank, file in enumerate(files, 1):
            self._entry(file)
            yield rank / len(files)

    def load(self, name: str) -> LoadedScenario:
        """The scenario of the id `name`. Raises UnknownScenario, or ScenarioProblems where it is broken."""
        found = [entry for file in self._files() if _may_be(file, name) and (entry := self._entry(file)).id == name]
        if not found:
            raise UnknownScenario(_unknown(name, [entry.id for entry in self.entries()]))
        if found[-1].loaded is None:
            raise ScenarioProblems(found[-1].problems)
        return found[-1].loaded

    def _files(self) -> Iterator[Path]:
        for folder in self._folders:
            yield from sorted(folder.glob(f"*/{SCENARIO_FILE}"))
        for path in self._given:
            if path.is_file() or (path / SCENARIO_FILE).exists():
                yield path if path.is_file() else path / SCENARIO_FILE
            else:
                yield from sorted(path.glob(f"*/{SCENARIO_FILE}")) or [path / SCENARIO_FILE]

    def _entry(self, file: Path) -> Entry:
        try:
            status = file.stat()
            stamp = (status.st_mtime_ns, status.st_size)
        except OSError:
            stamp = (0, 0)
        known = self._read.get(file)
        if known is None or known[0] != stamp:
            self._read[file] = (stamp, _entry_of(file))
        return self._read[file][1]


def keep(loaded: LoadedScenario) -> None:
    """Keeps the files of a scenario that is played, by its digest, so that an edit never orphans a replay."""
    place = _kept_folder() / loaded.digest
    if place.is_dir():
        return
    _kept_folder().mkdir(parents=True, exist_ok=True)
    copy = Path(mkdtemp(dir=_kept_folder()))
    shutil.copyfile(loaded.file, copy / SCENARIO_FILE)
    for file in files_beside(loaded):
        shutil.copyfile(file, copy / file.name)
    try:
        copy.rename(place)
    except OSError:
        shutil.rmtree(copy)
        if not place.is_dir():
            raise


def files_beside(loaded: LoadedScenario) -> Iterator[Path]:
    """What a play of the scenario shows beside its own file: translations, voices, pictures."""
    for pattern in ("texts.*.yaml", "voices.*.yaml"):
        yield from loaded.folder.glob(pattern)
    shown = {part.file for _, part in parts(loaded.scenario) if isinstance(part, Picture)}
    yield from (loaded.folder / name for name in sorted(shown) if (loaded.folder / name).is_file())


def kept(digest: str) -> LoadedScenario:
    """The scenario that was played under `digest`. Raises UnknownScenario where it was not kept whole."""
    unknown = UnknownScenario(Message("scenario.not_kept", {"digest": digest}))
    if not _DIGEST.fullmatch(digest):
        raise unknown
    try:
        loaded = load_scenario(_kept_folder() / digest)
    except ScenarioProblems:
        raise unknown from None
    if loaded.digest != digest:
        raise unknown
    return loaded


def _kept_folder() -> Path:
    return data_folder() / "played"


def _may_be(file: Path, name: str) -> bool:
    """False where it shows, without a whole reading, that `name` is not the id of the scenario in `file`."""
    try:
        written = file.read_bytes()
    except OSError:
        return True
    return name.encode() in written or b"\\" in written or file.resolve().parent.name == name


def _entry_of(file: Path) -> Entry:
    try:
        loaded = load_scenario(file)
    except ScenarioProblems as error:
        return Entry(file.resolve().parent.name, file, None, error.problems)
    return Entry(loaded.id, file, loaded)


def _unknown(name: str, known: Sequence[str]) -> Message:
    guess = next(iter(get_close_matches(name, known, n=1)), None)
    if guess:
        return Message("scenario.unknown_guess", {"name": name, "guess": guess})
    if not known:
        return Message("scenario.none_known", {"name": name})
    return Message("scenario.unknown", {"name": name, "known": ", ".join(known)})
