"""`badbuzz model`: what the propagation model holds, and what it answers."""

from __future__ import annotations

import click

from simulator.cli.commands.model import parameters, what_if
from simulator.cli.shape import SpeakingGroup, language_option
from simulator.locale import Phrasebook


def command(say: Phrasebook) -> click.Command:
    """The command `model` and those below it."""
    group = SpeakingGroup("model", say, params=[language_option(say)])
    group.callback = lambda lang: 0  # noqa: ARG005
    for module in (what_if, parameters):
        group.add_command(module.command(say))
    return group
