"""`badbuzz model`: what the propagation model holds, and what it answers."""

from __future__ import annotations

import click

from simulator.cli.commands.model import parameters, what_if
from simulator.cli.shape import SpeakingGroup, language_option
from simulator.cli.streams import write_line
from simulator.locale import Phrasebook


def command(say: Phrasebook) -> click.Command:
    """The command `model` and those below it; alone, it says what they are."""

    @click.pass_context
    def run(context: click.Context, lang: str | None) -> int:  # noqa: ARG001
        if context.invoked_subcommand is None:
            write_line(context.get_help())
        return 0

    group = SpeakingGroup("model", say, callback=run, invoke_without_command=True, params=[language_option(say)])
    for module in (what_if, parameters):
        group.add_command(module.command(say))
    return group
