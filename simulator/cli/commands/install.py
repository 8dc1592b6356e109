"""`badbuzz install FILE`: a scenario that somebody packed, into one's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.failure import Failure, problem_line
from simulator.cli.shape import Speaking, language_option
from simulator.cli.streams import disk_failure, write_line
from simulator.locale import Phrasebook

if TYPE_CHECKING:
    from simulator.authoring.install import Installed


def command(say: Phrasebook) -> click.Command:
    """The command `install`."""

    def run(file: str, replace: bool, lang: str | None) -> int:  # noqa: ARG001
        from simulator.authoring.install import BadPack, install
        from simulator.places import data_folder

        try:
            installed = install(Path(file), data_folder() / "scenarios", replace=replace)
        except BadPack as error:
            lines = "".join(f"\n{problem_line(problem, say)}" for problem in error.problems)
            raise Failure.of("cli.pack_refused", file=file, reason=error.message, lines=lines) from None
        except OSError as error:
            raise disk_failure(file, error) from None
        _tell(installed, say)
        return 0

    return Speaking(
        "install",
        say,
        callback=run,
        params=[
            click.Argument(["file"], metavar=say("cli.file_metavar")),
            click.Option(["--replace"], is_flag=True, help=say("cli.option_replace")),
            language_option(say),
        ],
    )


def _tell(installed: Installed, say: Phrasebook) -> None:
    from simulator.play.edition import Edition

    loaded = installed.loaded
    scenario = Edition(loaded).scenario(say.language)
    write_line(say("authoring.known_already" if installed.known else "authoring.installed", title=scenario.title))
    if scenario.authors:
        write_line("  " + say("authoring.by_authors", authors=", ".join(scenario.authors)))
    write_line("  " + say("authoring.under_licence", licence=scenario.licence))
    if scenario.briefing.content_warning is not None:
        write_line("  " + say("authoring.warned", warning=scenario.briefing.content_warning))
    write_line("  " + say("authoring.play_it", scenario=loaded.id))
