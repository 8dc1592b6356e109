"""A class server in this process, on SQLite and on PostgreSQL, with a clock that the test turns."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree, rmtree
from tempfile import mkdtemp
from uuid import uuid4

import pytest
from argon2 import PasswordHasher

from simulator.classroom.people import passwords
from simulator.classroom.store.database import Database, url_of
from simulator.classroom.store.migrate import upgrade
from tests.classroom.postgres import NEEDED, Cluster, binaries
from tests.classroom.school import School

DATABASES = ("sqlite", pytest.param("postgres", marks=pytest.mark.slow))
"""The same tests on both; those on a database server are left to `pytest -m slow`."""


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL with a database `migrated`, which others are made after.

    In a folder of its own: PostgreSQL does not run as root, and pytest lets nobody else into its folders.
    """
    found = binaries()
    if found is None:
        if os.environ.get(NEEDED):
            pytest.fail("PostgreSQL is not installed here")
        pytest.skip("needs PostgreSQL")
    folder = Path(mkdtemp(prefix="badbuzz-postgres-"))
    made = Cluster(folder, found)
    try:
        database = Database(url_of(made.make("migrated"), Path()))
        upgrade(database)
        database.close()
        yield made
    finally:
        made.destroy()
        rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A server's folder with an empty SQLite database, which others are copied from."""
    folder = tmp_path_factory.mktemp("migrated") / "server"
    database = Database(url_of(None, folder))
    upgrade(database)
    database.close()
    return folder


@pytest.fixture(autouse=True)
def quick_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """argon2id that costs a thousandth of what it does for teachers: a test of anything else need not wait for it."""
    quick = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
    monkeypatch.setattr(passwords, "_HASHER", quick)
    monkeypatch.setattr(passwords, "_NOBODY", quick.hash("nobody has this password"))


@pytest.fixture(params=DATABASES)
def url(request: pytest.FixtureRequest, tmp_path: Path, migrated: Path) -> str | None:
    """The URL of an empty database with today's tables; None: SQLite in the server's folder."""
    if request.param == "sqlite":
        copytree(migrated, tmp_path / "server")
        return None
    cluster: Cluster = request.getfixturevalue("cluster")
    return cluster.make(f"t{uuid4().hex}", "migrated")


@pytest.fixture
def school(url: str | None, tmp_path: Path) -> Iterator[School]:
    """A server, a teacher, a class, the small scenario as an assignment."""
    made = School(tmp_path / "server", url)
    with made:
        yield made
