"""`badbuzz class`: a class server's data, from the machine that keeps it."""

from __future__ import annotations

import click

from simulator.cli.commands.class_ import erase, export, grades, link, lrs, lti, purge
from simulator.cli.commands.class_ import list as list_classes
from simulator.cli.shape import SpeakingGroup, language_option
from simulator.cli.streams import write_line
from simulator.locale import Phrasebook


def command(say: Phrasebook) -> click.Command:
    """The command `class` and those below it; alone, it says what they are."""

    @click.pass_context
    def run(context: click.Context, lang: str | None) -> int:  # noqa: ARG001
        if context.invoked_subcommand is None:
            write_line(context.get_help())
        return 0

    group = SpeakingGroup("class", say, callback=run, invoke_without_command=True, params=[language_option(say)])
    for module in (list_classes, link, export, grades, lrs, lti, erase, purge):
        group.add_command(module.command(say))
    return group
