"""`badbuzz class grades CODE`: a gradebook that Moodle imports."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.commands.class_.place import class_of, common, opened
from simulator.cli.failure import Failure
from simulator.cli.shape import Speaking
from simulator.cli.streams import disk_failure, write_line
from simulator.durable import write_durably
from simulator.locale import Phrasebook

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from simulator.classroom.store.people import SchoolClass
    from simulator.classroom.store.work import Assignment


def command(say: Phrasebook) -> click.Command:
    """The command `class grades`."""

    def run(
        code: str,
        output: Path | None,
        assignment: str | None,
        known: bool,
        database: str | None,
        lang: str | None,  # noqa: ARG001
    ) -> int:
        from simulator.classroom.systems.gradebook import gradebook

        def work(session: Session) -> str:
            school_class = class_of(session, code)
            one = None if assignment is None else _assignment_of(session, school_class, assignment)
            return gradebook(session, school_class, assignment=one, known_only=known)

        text = opened(database).read(work)
        if output is None:
            for line in text.lstrip("\ufeff").splitlines():
                write_line(line)
            return 0
        try:
            write_durably(output, text.encode())
        except OSError as error:
            raise disk_failure(output, error) from None
        write_line(say("cli.class_grades", file=str(output)))
        return 0

    params = [
        click.Argument(["code"], metavar="CODE"),
        click.Option(["--output", "-o"], type=Path, metavar="PATH", help=say("cli.option_class_output")),
        click.Option(["--assignment"], metavar=say("cli.assignment_metavar"), help=say("cli.option_assignment")),
        click.Option(["--known"], is_flag=True, help=say("cli.option_known")),
        *common(say),
    ]
    return Speaking("grades", say, callback=run, help=say("cli.help_class_grades"), params=params)


def _assignment_of(session: Session, school_class: SchoolClass, name: str) -> Assignment:
    """The class's assignment with that id, or that title (the newest); Failure where there is none."""
    from simulator.classroom.work.assignments import assignments_of

    for one in assignments_of(session, school_class.id):
        if name == one.id or name.casefold() == one.title.casefold():
            return one
    raise Failure.of("cli.assignment_unknown", name=name)
