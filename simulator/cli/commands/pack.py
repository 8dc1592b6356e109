"""`badbuzz pack ID`: the scenario as one file to pass on."""

from __future__ import annotations

from pathlib import Path

import click

from simulator.cli.failure import Broken, Failure
from simulator.cli.shape import Speaking, language_option, scenarios_option
from simulator.cli.streams import disk_failure, write_line
from simulator.cli.workplace import given_paths, loaded_scenario
from simulator.locale import Phrasebook


def command(say: Phrasebook) -> click.Command:
    """The command `pack`."""

    @click.pass_context
    def run(context: click.Context, name: str, output: str | None, scenarios: tuple[str, ...], lang: str | None) -> int:  # noqa: ARG001
        from simulator.authoring.pack import CannotPack, default_name, packed, sha256
        from simulator.durable import write_durably

        loaded = loaded_scenario(name, given_paths(context, scenarios))
        try:
            content = packed(loaded)
        except CannotPack as error:
            raise Broken(error.problems) if error.problems else Failure(error.message) from None
        except OSError as error:
            raise disk_failure(loaded.folder, error) from None
        digest = sha256(content)
        file = default_name(loaded.id, digest) if output is None else Path(output)
        try:
            write_durably(file, content)
        except OSError as error:
            raise disk_failure(file, error) from None
        write_line(say("authoring.packed", file=str(file), licence=loaded.scenario.licence, digest=digest[:32]))
        return 0

    return Speaking(
        "pack",
        say,
        callback=run,
        params=[
            click.Argument(["name"], metavar="ID"),
            click.Option(["-o", "--output"], metavar=say("cli.file_metavar"), help=say("cli.option_pack_output")),
            scenarios_option(say),
            language_option(say),
        ],
    )
