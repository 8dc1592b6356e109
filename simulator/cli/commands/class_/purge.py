"""`badbuzz class purge`: what is past its date."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from simulator.cli.commands.class_.place import common, opened
from simulator.cli.shape import Speaking
from simulator.cli.streams import write_line
from simulator.locale import Phrasebook

if TYPE_CHECKING:
    pass


def command(say: Phrasebook) -> click.Command:
    """The command `class purge`."""

    def run(database: str | None, lang: str | None) -> int:  # noqa: ARG001
        from simulator.classroom.clock import MachineClock
        from simulator.classroom.privacy.purging import purge

        gone = opened(database).write(lambda session: purge(session, MachineClock().now()))
        write_line(say("cli.class_purged", count=gone))
        return 0

    return Speaking("purge", say, callback=run, help=say("cli.help_class_purge"), params=common(say))
