"""`badbuzz class link LOGIN`: a teacher's way in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from simulator.cli.commands.class_.place import common, opened
from simulator.cli.failure import Failure
from simulator.cli.shape import Speaking
from simulator.cli.streams import write_line
from simulator.locale import Phrasebook

if TYPE_CHECKING:
    pass


def command(say: Phrasebook) -> click.Command:
    """The command `class link`."""

    def run(login: str, database: str | None, lang: str | None) -> int:  # noqa: ARG001
        from simulator.classroom.clock import MachineClock
        from simulator.classroom.declined import Declined
        from simulator.classroom.people.teachers import invite

        try:
            token = opened(database).write(lambda session: invite(session, login, say.language, MachineClock().now()))
        except Declined as declined:
            raise Failure(declined.message) from None
        write_line(say("cli.class_link", link=f"/link/{token}"))
        return 0

    params = [click.Argument(["login"], metavar="LOGIN"), *common(say)]
    return Speaking("link", say, callback=run, help=say("cli.help_class_link"), params=params)
