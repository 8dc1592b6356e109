"""What commands work with: the library, the desk, a scenario by name, runs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.failure import Broken, Failure
from simulator.cli.streams import warn
from simulator.locale import Phrasebook

if TYPE_CHECKING:
    from simulator.play.desk import Desk
    from simulator.scenario.library import Library
    from simulator.scenario.load import LoadedScenario


def given_paths(context: click.Context, more: Sequence[str] = ()) -> tuple[Path, ...]:
    """What `--scenarios` named, before and after the command."""
    whole = context.find_root().params.get("scenarios") or ()
    return tuple(Path(path) for path in (*whole, *more))


def library_of(paths: Sequence[Path]) -> Library:
    """The scenarios shipped, the user's own and those in `paths`; a path that does not exist is a failure."""
    from simulator.scenario.library import Library

    for path in paths:
        if not path.exists():
            raise Failure.of("cli.no_such_path", path=str(path))
    return Library.standard(paths)


def named(name: str, paths: Sequence[Path]) -> tuple[str, tuple[Path, ...]]:
    """(id, paths) of a scenario called by its id, or by the path of its folder or file.

    A folder here that holds a scenario may be called by its bare name, unless the library has one of that id.
    """
    path = Path(name)
    looks_like_path = "/" in name or "\\" in name or path.suffix in (".yaml", ".yml") or name in (".", "..")
    if not looks_like_path:
        is_here = (path / "scenario.yaml").is_file()
        if not is_here or any(entry.id == name for entry in library_of(paths).entries()):
            return name, tuple(paths)
    if not path.exists():
        raise Failure.of("cli.no_such_path", path=name)
    found = [entry for entry in library_of([path]).entries() if entry.path.resolve().is_relative_to(path.resolve())]
    if len(found) != 1:
        raise Failure.of("cli.no_scenario_there", path=name)
    return found[0].id, (*paths, path)


def loaded_scenario(name: str, paths: Sequence[Path]) -> LoadedScenario:
    """The scenario `name`. Raises Failure where there is none, Broken where it cannot be played."""
    from simulator.scenario.library import UnknownScenario
    from simulator.scenario.problem import ScenarioProblems

    scenario_id, everywhere = named(name, paths)
    try:
        return library_of(everywhere).load(scenario_id)
    except UnknownScenario as error:
        raise Failure(error.message) from None
    except ScenarioProblems as error:
        raise Broken(error.problems) from None


def desk_of(say: Phrasebook, paths: Sequence[Path], reading: Callable[[float], None] | None = None) -> Desk:
    """The desk in the language of `say`; damaged settings are told on the error stream.

    `reading` is told the share of the library that is read (0..1), which is then read at once.
    """
    from simulator.play.desk import Desk
    from simulator.play.history import History
    from simulator.play.settings import SettingsFile

    library = library_of(paths)
    if reading is not None:
        for share in library.reading():
            reading(share)
    desk = Desk(library, History.of_user(), SettingsFile.of_user(), say.language)
    if desk.problem is not None:
        warn(say, desk.problem)
    return desk
