"""The database: SQLite in one file by default, PostgreSQL by its URL; the same transactions on both."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError, OperationalError
from sqlalchemy.orm import Session

from simulator.classroom.declined import Declined
from simulator.classroom.store.group import Group, Job

T = TypeVar("T")

_BUSY_SECONDS = 20
_TRIES = 3
_PAUSE = 0.2
_FULL = ("disk is full", "no space left", "disk full", "could not extend file")


class BadDatabase(Exception):
    """A URL that no database of this program stands at."""


def url_of(text: str | None, folder: Path) -> URL:
    """The database at the URL `text`; None: the SQLite file in `folder`. Raises BadDatabase."""
    if text is None:
        return URL.create("sqlite", database=str(folder / "classes.sqlite"))
    try:
        url = make_url(text)
    except ArgumentError:
        raise BadDatabase(text) from None
    if url.drivername in ("postgresql", "postgres", "postgresql+psycopg"):
        return url.set(drivername="postgresql+psycopg")
    if url.drivername == "sqlite" and url.database not in (None, "", ":memory:"):
        return url
    raise BadDatabase(text)


class Database:
    """Runs transactions. What `write` has returned lies on the disk, whole; what raised has changed nothing.

    The work given may be done again when the connection broke or somebody else was first: it reads what it decides by,
    and begins no other transaction. Where the database is full or away, Declined says so (507, 503).
    """

    def __init__(self, url: URL) -> None:
        self.url = url
        self.engine = _sqlite(url) if url.get_backend_name() == "sqlite" else _postgres(url)
        self.is_sqlite = self.engine.dialect.name == "sqlite"
        self._group = Group(self._all_written) if self.is_sqlite else None

    def read(self, work: Callable[[Session], T]) -> T:
        """What `work` finds."""
        return _tried(lambda: self._done(work, writes=False))

    def write(self, work: Callable[[Session], T]) -> T:
        """What `work` gives, once all that it changed is on the disk.

        SQLite has one writer at a time, and each waits for the disk: those who wait are written together.
        """
        if self._group is not None:
            return self._group.done(work)
        return _tried(lambda: self._done(work, writes=True))

    def close(self) -> None:
        """Let every connection go."""
        self.engine.dispose()

    def _done(self, work: Callable[[Session], T], *, writes: bool) -> T:
        with self.engine.connect() as connection:
            connection = connection.execution_options(writes=writes)
            with Session(connection, expire_on_commit=False) as session, session.begin():
                return work(session)

    def _all_written(self, jobs: Sequence[Job[Any]]) -> None:
        _tried(lambda: self._written_together(jobs))

    def _written_together(self, jobs: Sequence[Job[Any]]) -> None:
        """One transaction, in which each job succeeds or fails by itself."""
        with self.engine.connect() as connection:
            connection = connection.execution_options(writes=True)
            with connection.begin():
                for job in jobs:
                    with Session(
                        connection, expire_on_commit=False, join_transaction_mode="create_savepoint"
                    ) as session:
                        try:
                            with session.begin():
                                job.result = job.work(session)
                            job.error = None
                        except DBAPIError as error:
                            if not isinstance(error, IntegrityError):
                                raise
                            job.error = error
                        except Exception as error:
                            job.error = error


def _tried(work: Callable[[], T]) -> T:
    """What `work` gives, done again where that may help. Raises Declined where it does not."""
    for attempt in range(_TRIES):
        try:
            return work()
        except DBAPIError as error:
            if not _passes(error) or attempt == _TRIES - 1:
                raise _declined(error) from error
            time.sleep(_PAUSE * (attempt + 1))
    raise AssertionError("unreachable")


def _passes(error: DBAPIError) -> bool:
    """Whether the same work may succeed: the connection broke, somebody was first, or the database just starts."""
    if _is_full(error):
        return False
    state = getattr(error.orig, "sqlstate", None) or ""
    return error.connection_invalidated or isinstance(error, OperationalError) or state[:2] in ("40", "57", "08")


def _is_full(error: BaseException | None) -> bool:
    """Whether the disk is full, by this error or one that it followed: SQLite then drops its savepoints too."""
    while error is not None:
        if isinstance(error, DBAPIError) and any(word in str(error.orig).lower() for word in _FULL):
            return True
        error = error.__cause__ or error.__context__
    return False


def _declined(error: DBAPIError) -> Exception:
    if _is_full(error):
        return Declined("disk_full", 507, retry_after=60)
    if _passes(error):
        return Declined("database_away", 503, retry_after=2)
    return error


def _sqlite(url: URL) -> Engine:
    assert url.database is not None
    Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        url, pool_size=50, max_overflow=50, connect_args={"timeout": _BUSY_SECONDS, "check_same_thread": False}
    )

    @event.listens_for(engine, "connect")
    def connected(connection: Any, _: object) -> None:
        connection.isolation_level = None  # the begin below is ours: a transaction that will write says so at once
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begun(connection: Any) -> None:
        writes = connection.get_execution_options().get("writes", True)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _postgres(url: URL) -> Engine:
    return create_engine(
        url, pool_size=20, max_overflow=30, pool_pre_ping=True, connect_args={"connect_timeout": 5}, pool_recycle=1800
    )
