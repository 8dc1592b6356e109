"""A PostgreSQL of the tests' own: its binaries are found, its cluster lives in a folder, nobody else's is touched."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from contextlib import suppress
from pathlib import Path

import psycopg
from psycopg.sql import SQL, Identifier

NEEDED = "BADBUZZ_NEEDS_POSTGRES"
"""Set by the continuous integration: there, no test on PostgreSQL is skipped."""


def binaries() -> Path | None:
    """The folder of initdb and pg_ctl, None where PostgreSQL is not installed."""
    found = shutil.which("initdb")
    folders = [Path(found).resolve().parent] if found else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((folder for folder in folders if (folder / "initdb").exists()), None)


class Cluster:
    """A cluster in `folder`, begun at once; `url` of a database in it."""

    def __init__(self, folder: Path, bin_folder: Path) -> None:
        self._bin = bin_folder
        self._data = folder / "data"
        self._folder = folder
        self._user = "nobody" if hasattr(os, "geteuid") and os.geteuid() == 0 else None
        folder.mkdir(parents=True, exist_ok=True)
        if self._user:
            shutil.chown(folder, self._user)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self._run("initdb", "-D", str(self._data), "-A", "trust", "-U", "badbuzz", "-E", "UTF8", "--no-sync")
        self.start()

    def start(self) -> None:
        """Begin to answer."""
        options = f"-p {self.port} -k {self._folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=150"
        self._run("pg_ctl", "-D", str(self._data), "-o", options, "-l", str(self._folder / "log"), "-w", "start")

    def stop(self, how: str = "fast") -> None:
        """Stop; `immediate` is a crash."""
        self._run("pg_ctl", "-D", str(self._data), "-m", how, "-w", "stop")

    def destroy(self) -> None:
        """Stop for good, whatever state it is in."""
        with suppress(subprocess.CalledProcessError, subprocess.TimeoutExpired):
            self.stop("immediate")

    def url(self, database: str) -> str:
        return f"postgresql://badbuzz@127.0.0.1:{self.port}/{database}"

    def make(self, database: str, template: str = "template1") -> str:
        """A database like `template`; its URL."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(SQL("CREATE DATABASE {} TEMPLATE {}").format(Identifier(database), Identifier(template)))
        return self.url(database)

    def _run(self, program: str, *words: str) -> None:
        subprocess.run(
            [str(self._bin / program), *words],
            user=self._user,
            cwd=self._folder,
            check=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=(self._folder / "errors").open("a"),
            timeout=60,
        )
