"""`badbuzz serve`: a class server, until it is stopped."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import click

from simulator.cli.failure import Failure
from simulator.cli.shape import Speaking, language_option, whole_option
from simulator.cli.streams import write_line
from simulator.cli.workplace import given_paths, library_of
from simulator.locale import Phrasebook
from simulator.places import data_folder

NEEDED = ("fastapi", "uvicorn", "sqlalchemy", "alembic", "argon2", "jwt", "multipart", "segno", "cryptography")
"""What the extra `class` brings."""
_PORT = 8000


def command(say: Phrasebook) -> click.Command:
    """The command `serve`."""

    def run(
        host: str,
        port: int,
        database: str | None,
        workers: int,
        tls_cert: Path | None,
        tls_key: Path | None,
        cluster: str | None,
        secure: bool,
        lang: str | None,  # noqa: ARG001
    ) -> int:
        check_extras(database)
        scenarios = given_paths(click.get_current_context())
        library_of(scenarios)
        if (tls_cert is None) != (tls_key is None):
            raise Failure.of("cli.serve_tls_both")
        tls = (str(tls_cert), str(tls_key)) if tls_cert and tls_key else None
        return _serve(say, host, port, database, workers, tls, cluster, scenarios, secure=secure)

    return Speaking(
        "serve",
        say,
        callback=run,
        params=[
            click.Option(["--host"], default="0.0.0.0", metavar="HOST", help=say("cli.option_host")),
            whole_option(say, "port", 0, 65535, default=str(_PORT)),
            database_option(say),
            whole_option(say, "workers", 1, 64, default="1"),
            click.Option(["--tls-cert"], type=Path, metavar="PATH", help=say("cli.option_tls_cert")),
            click.Option(["--tls-key"], type=Path, metavar="PATH", help=say("cli.option_tls_key")),
            click.Option(["--secure"], is_flag=True, help=say("cli.option_secure")),
            click.Option(["--cluster"], metavar=say("cli.address_metavar"), help=say("cli.option_serve_cluster")),
            language_option(say),
        ],
    )


def database_option(say: Phrasebook) -> click.Option:
    """`--database URL`."""
    return click.Option(["--database"], metavar="URL", help=say("cli.option_database"))


def check_extras(database: str | None) -> None:
    """Raise Failure, with how to get it, where what a server needs is not installed."""
    if any(find_spec(name) is None for name in NEEDED):
        raise Failure.of("cli.serve_needs", extra="class")
    if database is not None and database.startswith("postgres") and find_spec("psycopg") is None:
        raise Failure.of("cli.serve_needs", extra="postgres")


def server_folder() -> Path:
    """Where a server keeps its key, and its database unless it has another."""
    return data_folder() / "server"


def _serve(
    say: Phrasebook,
    host: str,
    port: int,
    database: str | None,
    workers: int,
    tls: tuple[str, str] | None,
    cluster: str | None,
    scenarios: Sequence[Path],
    *,
    secure: bool,
) -> int:
    from simulator.classroom.declined import Declined
    from simulator.classroom.serving.settings import Settings
    from simulator.classroom.serving.start import address_of, listen, prepare, run
    from simulator.classroom.store.database import BadDatabase
    from simulator.study.cluster import NoCluster, connection

    cores = os.cpu_count() or 1
    settings = Settings(
        folder=str(server_folder()),
        database=database,
        workers=workers,
        processes=max(1, cores // workers),
        cluster=cluster,
        secure=secure or tls is not None,
        is_open=host in ("0.0.0.0", "::", ""),
        scenarios=tuple(str(path.resolve()) for path in scenarios),
    )
    for file in tls or ():
        if not Path(file).is_file():
            raise Failure.of("cli.no_such_path", path=file)
    try:
        if cluster is not None:
            connection(cluster).close()
        link = prepare(settings, say.language)
    except NoCluster as error:
        raise Failure(error.message) from None
    except BadDatabase as error:
        raise Failure.of("cli.bad_database", url=_without_password(str(error))) from None
    except Declined as declined:
        raise Failure(declined.message) from None
    except OSError as error:
        raise Failure.of("cli.serve_folder", folder=settings.folder, reason=error.strerror or str(error)) from None
    try:
        listening = listen(host, port)
    except OSError as error:
        raise Failure.of("cli.serve_port", host=host, port=str(port), reason=error.strerror or str(error)) from None
    address = address_of(host, listening.getsockname()[1], tls=tls is not None)

    def ready() -> None:
        write_line(say("cli.serving", address=address))
        if link is not None:
            write_line(say("cli.serve_first", link=f"{address}/link/{link}"))
        sys.stdout.flush()

    with listening:
        run(settings, listening, tls, ready)
    return 0


def _without_password(url: str) -> str:
    scheme, _, rest = url.partition("://")
    return f"{scheme}://{rest.rpartition('@')[2]}" if rest else url[:80]
