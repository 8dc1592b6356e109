"""`badbuzz import ID --msel FILE`: what was edited in the spreadsheet, back in the scenario."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from simulator.cli.commands.export import msel_option
from simulator.cli.failure import Broken, Failure, problem_line
from simulator.cli.shape import Speaking, language_option, scenarios_option
from simulator.cli.streams import disk_failure, write_line
from simulator.cli.workplace import given_paths, loaded_scenario
from simulator.locale import Phrasebook

if TYPE_CHECKING:
    from simulator.authoring.msel import Change, Returned
    from simulator.scenario.load import LoadedScenario


def command(say: Phrasebook) -> click.Command:
    """The command `import`."""

    @click.pass_context
    def run(context: click.Context, name: str, msel: Path, scenarios: tuple[str, ...], lang: str | None) -> int:  # noqa: ARG001
        loaded = loaded_scenario(name, given_paths(context, scenarios))
        returned = _returned(loaded, msel)
        if returned.refused:
            lines = [say.say(message) for message in returned.refused]
            raise Failure.of("cli.sheet_refused", file=str(msel), lines="\n".join(lines))
        if not returned.changes:
            write_line(say("authoring.nothing_changed"))
            return 0
        _check(loaded, returned, msel, say)
        _write(loaded, returned)
        for change in returned.changes:
            write_line(_told(change, say))
        write_line(say("authoring.imported", count=len(returned.changes)))
        if any(change.is_text for change in returned.changes) and len(loaded.languages) > 1:
            write_line(say("authoring.translate_after", scenario=name, language=loaded.languages[1]))
        return 0

    return Speaking(
        "import",
        say,
        callback=run,
        params=[
            click.Argument(["name"], metavar="ID"),
            msel_option(say),
            scenarios_option(say),
            language_option(say),
        ],
    )


def _returned(loaded: LoadedScenario, file: Path) -> Returned:
    from simulator.authoring.msel import BadSheet, brought_back, read_sheet
    from simulator.scenario.problem import ScenarioProblems
    from simulator.scenario.translation import in_language

    try:
        sheet = read_sheet(file)
    except BadSheet as error:
        raise Failure(error.message) from None
    except OSError as error:
        raise disk_failure(file, error) from None
    try:
        told = in_language(loaded, sheet.language)
    except ScenarioProblems as error:
        raise Broken(error.problems) from None
    return brought_back(sheet, loaded, told)


def _check(loaded: LoadedScenario, returned: Returned, sheet: Path, say: Phrasebook) -> None:
    """Refuse what would leave a scenario that cannot be played; its files are written nowhere then."""
    from simulator.authoring.msel import placed
    from simulator.scenario.load import load_scenario
    from simulator.scenario.problem import ScenarioProblems

    with TemporaryDirectory() as folder:
        for file in loaded.folder.glob("*.yaml"):
            shutil.copyfile(file, Path(folder) / file.name)
        for name, content in returned.files.items():
            (Path(folder) / name).write_text(content, encoding="utf-8")
        try:
            load_scenario(Path(folder))
        except ScenarioProblems as error:
            after = returned.files.get(loaded.file.name) or loaded.file.read_text("utf-8-sig")
            problems = placed(error.problems, after, loaded.file, sheet, returned.changes)
            lines = [problem_line(problem, say) for problem in problems]
            lines += [_told(change, say) for change in returned.changes if change.is_removal]
            raise Failure.of("cli.sheet_refused", file=str(sheet), lines="\n".join(lines)) from None


def _write(loaded: LoadedScenario, returned: Returned) -> None:
    """Put the new files in their places; what stood there before stays beside, as `.bak`."""
    from simulator.durable import write_durably

    for name, content in returned.files.items():
        file = loaded.folder / name
        try:
            write_durably(file.with_name(f"{name}.bak"), file.read_bytes())
            write_durably(file, content)
        except OSError as error:
            raise disk_failure(file, error) from None


def _told(change: Change, say: Phrasebook) -> str:
    from simulator.authoring.msel.columns import heading

    if not change.column:
        return say("authoring.msel_dropped" if change.is_removal else "authoring.msel_added", inject=change.inject)
    return say(
        "authoring.msel_changed",
        inject=change.inject,
        column=heading(change.column, say),
        before=change.before or "–",
        after=change.after or "–",
    )
