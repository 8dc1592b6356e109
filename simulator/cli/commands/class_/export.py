"""`badbuzz class export CODE`: everything that is kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.commands.class_.place import class_of, common, opened, student_of, student_option
from simulator.cli.shape import Speaking
from simulator.cli.streams import disk_failure, write_json, write_line
from simulator.durable import write_durably
from simulator.locale import Phrasebook

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def command(say: Phrasebook) -> click.Command:
    """The command `class export`."""

    def run(code: str, output: Path | None, student: str | None, database: str | None, lang: str | None) -> int:  # noqa: ARG001
        from simulator.classroom.clock import MachineClock
        from simulator.classroom.privacy.exporting import as_text, export_class, student_record

        now = MachineClock().now()

        def work(session: Session) -> dict[str, object]:
            school_class = class_of(session, code)
            if student is None:
                return export_class(session, school_class.id, now)
            return student_record(session, student_of(session, school_class, student))

        record = opened(database).write(work)
        if output is None:
            write_json(record)
            return 0
        try:
            write_durably(output, as_text(record))
        except OSError as error:
            raise disk_failure(output, error) from None
        write_line(say("cli.class_exported", file=str(output)))
        return 0

    params = [
        click.Argument(["code"], metavar="CODE"),
        click.Option(["--output", "-o"], type=Path, metavar="PATH", help=say("cli.option_class_output")),
        student_option(say),
        *common(say),
    ]
    return Speaking("export", say, callback=run, help=say("cli.help_class_export"), params=params)
