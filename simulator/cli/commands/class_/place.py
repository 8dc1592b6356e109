"""The server's database as its commands find it, and what is named in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.commands.serve import check_extras, database_option, server_folder
from simulator.cli.failure import Failure
from simulator.cli.shape import language_option
from simulator.locale import Phrasebook

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from simulator.classroom.store.database import Database
    from simulator.classroom.store.people import SchoolClass, Student


def common(say: Phrasebook) -> list[click.Parameter]:
    """The options of them all."""
    return [database_option(say), language_option(say)]


def student_option(say: Phrasebook) -> click.Option:
    """`--student PSEUDONYM`."""
    return click.Option(["--student"], metavar=say("cli.student_metavar"), help=say("cli.option_student"))


def opened(url: str | None) -> Database:
    """The server's database, with today's tables; Failure where there is none."""
    check_extras(url)
    from simulator.classroom.declined import Declined
    from simulator.classroom.store.database import BadDatabase, Database, url_of
    from simulator.classroom.store.migrate import upgrade

    try:
        where = url_of(url, server_folder())
        if where.get_backend_name() == "sqlite" and not Path(where.database or "").is_file():
            raise Failure.of("cli.class_none", file=str(where.database))
        database = Database(where)
        upgrade(database)
    except BadDatabase as error:
        raise Failure.of("cli.bad_database", url=str(error).rpartition("@")[2]) from None
    except Declined as declined:
        raise Failure(declined.message) from None
    return database


def class_of(session: Session, code: str) -> SchoolClass:
    """The class with that code, or id; Failure where there is none."""
    from sqlalchemy import select

    from simulator.classroom.people.codes import code_meant
    from simulator.classroom.store.people import SchoolClass

    kept = code_meant(code)
    found = session.scalar(
        select(SchoolClass).where((SchoolClass.code == kept) if kept else (SchoolClass.id == code.upper()))
    )
    if found is None:
        raise Failure.of("cli.class_unknown", join=code)
    return found


def student_of(session: Session, school_class: SchoolClass, name: str) -> Student:
    """The student with that pseudonym; Failure where there is none."""
    from sqlalchemy import select

    from simulator.classroom.people.names import folded
    from simulator.classroom.store.people import Student

    found = session.scalar(select(Student).where(Student.class_id == school_class.id, Student.folded == folded(name)))
    if found is None:
        raise Failure.of("cli.student_unknown", name=name)
    return found
