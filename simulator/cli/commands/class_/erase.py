"""`badbuzz class erase CODE`: a class, a person, or who a person is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from simulator.cli.commands.class_.place import class_of, common, opened, student_of, student_option
from simulator.cli.failure import Failure
from simulator.cli.shape import Speaking
from simulator.cli.streams import write_line
from simulator.locale import Phrasebook

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def command(say: Phrasebook) -> click.Command:
    """The command `class erase`."""

    def run(code: str, student: str | None, whole: bool, identity: bool, database: str | None, lang: str | None) -> int:  # noqa: ARG001
        from simulator.classroom.clock import MachineClock
        from simulator.classroom.privacy.erasing import erase_identity, erase_student
        from simulator.classroom.privacy.purging import delete_class

        now = MachineClock().now()

        def work(session: Session) -> None:
            school_class = class_of(session, code)
            if student is None:
                delete_class(session, school_class.id, now)
                return
            (erase_identity if identity else erase_student)(session, student_of(session, school_class, student), now)

        if identity and student is None:
            raise Failure.of("cli.class_identity_of")
        if whole == (student is not None):
            raise Failure.of("cli.class_erase_what")
        opened(database).write(work)
        write_line(say("cli.class_erased"))
        return 0

    params = [
        click.Argument(["code"], metavar="CODE"),
        student_option(say),
        click.Option(["--whole"], is_flag=True, help=say("cli.option_whole")),
        click.Option(["--identity"], is_flag=True, help=say("cli.option_identity")),
        *common(say),
    ]
    return Speaking("erase", say, callback=run, help=say("cli.help_class_erase"), params=params)
