"""`badbuzz class lrs CODE`: where a class's statements go, and how they get there."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.commands.class_.place import class_of, common, opened
from simulator.cli.commands.serve import server_folder
from simulator.cli.failure import Failure
from simulator.cli.shape import Speaking
from simulator.cli.streams import disk_failure, write_line
from simulator.locale import Phrasebook

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from simulator.classroom.systems.outbox import Standing


def command(say: Phrasebook) -> click.Command:
    """The command `class lrs`."""

    def run(
        code: str,
        endpoint: str | None,
        key: str | None,
        secret_file: str | None,
        home: str | None,
        names: bool,
        forget: bool,
        retry: bool,
        database: str | None,
        lang: str | None,  # noqa: ARG001
    ) -> int:
        given = [value for value in (endpoint, key, secret_file, home) if value is not None]
        store = opened(database)
        from simulator.classroom.declined import Declined

        try:
            if forget:
                store.write(lambda session: _forget(session, code))
                write_line(say("cli.lrs_forgotten"))
            elif given:
                if endpoint is None or key is None or secret_file is None or home is None:
                    raise Failure.of("cli.lrs_needs")
                secret = _secret(secret_file)
                where = store.write(lambda session: _keep(session, code, endpoint, key, secret, home, names=names))
                write_line(say("cli.lrs_set", endpoint=where))
        except Declined as declined:
            raise Failure(declined.message) from None
        if retry:
            write_line(say("cli.outbox_again", number=str(store.write(lambda session: _again(session, code)))))
        if not forget and not given:
            kept, standing = store.read(lambda session: _standing(session, code))
            write_line(say("cli.lrs_set", endpoint=kept) if kept else say("cli.lrs_none"))
            counts = {name: str(getattr(standing, name)) for name in ("waiting", "sent", "dead")}
            write_line(say("cli.outbox_line", **counts))
            if standing.problem:
                write_line(say("cli.outbox_problem", problem=standing.problem))
        return 0

    params = [
        click.Argument(["code"], metavar="CODE"),
        click.Option(["--endpoint"], metavar="URL", help=say("cli.option_endpoint")),
        click.Option(["--key"], metavar="KEY", help=say("cli.option_lrs_key")),
        click.Option(["--secret-file"], metavar="PATH", help=say("cli.option_lrs_secret")),
        click.Option(["--home"], metavar="URL", help=say("cli.option_lrs_home")),
        click.Option(["--names"], is_flag=True, help=say("cli.option_lrs_names")),
        click.Option(["--forget"], is_flag=True, help=say("cli.option_lrs_forget")),
        click.Option(["--retry"], is_flag=True, help=say("cli.option_outbox_retry")),
        *common(say),
    ]
    return Speaking("lrs", say, callback=run, help=say("cli.help_class_lrs"), params=params)


def _secret(file: str) -> str:
    """Never on the command line, where every process of the machine can read it."""
    try:
        text = sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8")
    except OSError as error:
        raise disk_failure(Path(file), error) from None
    return text.strip()


def _keep(session: Session, code: str, endpoint: str, key: str, secret: str, home: str, *, names: bool) -> str:
    from simulator.classroom.clock import MachineClock
    from simulator.classroom.people.secret import server_secret
    from simulator.classroom.systems.sealing import Seal
    from simulator.classroom.systems.xapi.store import Wanted, keep_store

    seal = Seal(server_secret(server_folder()))
    wanted = Wanted(endpoint, key, secret, home, names=names, trusted=True)
    return keep_store(session, class_of(session, code), wanted, seal, MachineClock().now()).endpoint


def _forget(session: Session, code: str) -> None:
    from simulator.classroom.clock import MachineClock
    from simulator.classroom.systems.xapi.store import forget_store

    forget_store(session, class_of(session, code), MachineClock().now())


def _again(session: Session, code: str) -> int:
    from simulator.classroom.clock import MachineClock
    from simulator.classroom.systems.outbox import try_again

    return try_again(session, class_of(session, code).id, MachineClock().now())


def _standing(session: Session, code: str) -> tuple[str | None, Standing]:
    from simulator.classroom.store.systems import RecordStore
    from simulator.classroom.systems.outbox import standing

    school_class = class_of(session, code)
    kept = session.get(RecordStore, school_class.id)
    return kept.endpoint if kept else None, standing(session, school_class.id)
