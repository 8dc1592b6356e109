"""`badbuzz export ID --msel FILE`: the scenario's events as a spreadsheet."""

from __future__ import annotations

from pathlib import Path

import click

from simulator.cli.failure import Failure
from simulator.cli.shape import Speaking, language_option, scenarios_option
from simulator.cli.streams import disk_failure, write_line
from simulator.cli.workplace import given_paths, loaded_scenario
from simulator.locale import Phrasebook


def command(say: Phrasebook) -> click.Command:
    """The command `export`."""

    @click.pass_context
    def run(context: click.Context, name: str, msel: Path, scenarios: tuple[str, ...], lang: str | None) -> int:  # noqa: ARG001
        from simulator.authoring.msel import rows_of, write_sheet
        from simulator.durable import write_durably
        from simulator.play.edition import Edition

        loaded = loaded_scenario(name, given_paths(context, scenarios))
        rows = rows_of(Edition(loaded).scenario(say.language), say)
        try:
            write_durably(msel, write_sheet(rows, msel.suffix.lower(), say))
        except OSError as error:
            raise disk_failure(msel, error) from None
        write_line(say("authoring.exported", file=str(msel), count=len(rows)))
        return 0

    return Speaking(
        "export",
        say,
        callback=run,
        params=[
            click.Argument(["name"], metavar="ID"),
            msel_option(say),
            scenarios_option(say),
            language_option(say),
        ],
    )


def msel_option(say: Phrasebook) -> click.Option:
    """`--msel FILE`, a spreadsheet of a kind that can be written and read."""
    return click.Option(
        ["--msel"], metavar=say("cli.sheet_metavar"), required=True, callback=_sheet, help=say("cli.option_msel")
    )


def _sheet(_: click.Context, __: click.Parameter, value: str) -> Path:
    from simulator.authoring.msel import SUFFIXES

    file = Path(value)
    if file.suffix.lower() not in SUFFIXES:
        raise Failure.of("cli.bad_sheet_file", file=value, suffixes=", ".join(SUFFIXES))
    return file
