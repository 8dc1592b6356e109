"""`badbuzz class list`: the classes that a server keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from simulator.cli.commands.class_.place import common, opened
from simulator.cli.shape import Speaking
from simulator.cli.streams import write_line
from simulator.locale import Phrasebook

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def command(say: Phrasebook) -> click.Command:
    """The command `class list`."""

    def run(database: str | None, lang: str | None) -> int:  # noqa: ARG001
        from sqlalchemy import func, select

        from simulator.classroom.store.people import SchoolClass, Student

        def work(session: Session) -> list[tuple[str, str, int, str]]:
            students = select(func.count()).where(Student.class_id == SchoolClass.id).scalar_subquery()
            rows = session.execute(select(SchoolClass, students).order_by(SchoolClass.id)).all()
            return [(one.code or "-", one.name, count, one.keep_until.date().isoformat()) for one, count in rows]

        for code, name, count, until in opened(database).read(work):
            write_line(say("cli.class_line", join=code.upper(), name=name, count=count, until=until))
        return 0

    return Speaking("list", say, callback=run, help=say("cli.help_class_list"), params=common(say))
