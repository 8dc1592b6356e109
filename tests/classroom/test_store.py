"""The database: whole or not at all, the same on both, and as the migrations say."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import event
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from simulator.classroom.declined import Declined
from simulator.classroom.live.revisions import revision, touch
from simulator.classroom.store.database import BadDatabase, Database, url_of
from simulator.classroom.store.keeping import Revision
from simulator.classroom.store.migrate import upgrade
from simulator.classroom.store.tables import METADATA
from tests.classroom.postgres import Cluster
from tests.classroom.school import School, replay_record


@pytest.fixture
def database(url: str | None, tmp_path: Path) -> Any:
    made = Database(url_of(url, tmp_path / "server"))
    yield made
    made.close()


def test_the_migrations_make_the_tables_of_the_models(database: Database) -> None:
    upgrade(database)
    with database.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []


def test_what_fails_changes_nothing_and_hinders_nobody(database: Database) -> None:
    """Forty at once, every third of which fails after it has written: those that succeed are there, each once."""
    gate = Barrier(40)

    def one(number: int) -> str:
        def work(session: Session) -> str:
            session.add(Revision(topic=f"t{number}", number=1))
            session.flush()
            touch(session, "all")
            if number % 3 == 0:
                raise ValueError(number)
            if number % 3 == 1:
                session.add(Revision(topic=f"t{number}", number=1))
                session.flush()
            return "done"

        gate.wait()
        try:
            return database.write(work)
        except (ValueError, IntegrityError) as error:
            return type(error).__name__

    with ThreadPoolExecutor(40) as pool:
        said = list(pool.map(one, range(40)))
    assert [said.count(word) for word in ("ValueError", "IntegrityError", "done")] == [14, 13, 13]
    kept = database.read(lambda session: {row.topic for row in session.query(Revision)})
    assert kept == {f"t{number}" for number in range(40) if number % 3 == 2} | {"all"}
    assert database.read(lambda session: revision(session, "all")) == 13


def test_the_same_counter_is_raised_by_all(database: Database) -> None:
    with ThreadPoolExecutor(16) as pool:
        list(pool.map(lambda _: database.write(lambda session: touch(session, "x")), range(64)))
    assert database.read(lambda session: revision(session, "x")) == 64


@pytest.mark.parametrize("bad", ["nonsense", "mysql://x/y", "sqlite://", "sqlite:///:memory:", "://"])
def test_only_sqlite_files_and_postgresql_are_databases(bad: str, tmp_path: Path) -> None:
    with pytest.raises(BadDatabase):
        url_of(bad, tmp_path)


@pytest.mark.parametrize("url", [None], indirect=False)
def test_on_a_full_disk_nothing_is_acknowledged_and_nothing_lost(tmp_path: Path, url: None) -> None:
    database = Database(url_of(url, tmp_path / "server"))
    upgrade(database)
    database.close()
    with School(tmp_path / "server", url) as school:
        pupils = [school.pupil(f"S{number}") for number in range(14)]
        full = [0]

        @event.listens_for(school.database.engine, "begin")
        def filled(connection: Any) -> None:
            if full[0]:
                connection.exec_driver_sql(f"PRAGMA max_page_count = {full[0]}")

        with school.database.engine.connect() as connection:
            full[0] = connection.exec_driver_sql("PRAGMA page_count").scalar_one() + 4
        answers = [pupil.send(school.assignment, replay_record()) for pupil in pupils]
        statuses = [answer.status_code for answer in answers]
        assert 202 in statuses and 507 in statuses and set(statuses) == {202, 507}
        refused = next(answer for answer in answers if answer.status_code == 507)
        assert refused.json()["code"] == "disk_full" and refused.headers["retry-after"] == "60"
        full[0] = 1_000_000
        for pupil, answer in zip(pupils, answers, strict=True):
            again = pupil.send(school.assignment, replay_record())
            assert again.status_code == 202
            assert answer.status_code == 507 or again.json() == answer.json()
        assert school.api.get("/health").status_code == 200


@pytest.mark.slow
def test_a_database_that_is_away_is_told_and_comes_back(cluster: Cluster, tmp_path: Path) -> None:
    from uuid import uuid4

    with School(tmp_path / "server", cluster.make(f"t{uuid4().hex}", "migrated")) as school:
        ada = school.pupil("Ada")
        receipt = ada.send(school.assignment, replay_record())
        cluster.stop("immediate")
        try:
            away = ada.send(school.assignment, replay_record("silent"), key="key-0002")
            assert (away.status_code, away.json()["code"]) == (503, "database_away")
            assert school.api.get("/health").status_code == 503
        finally:
            cluster.start()
        assert ada.send(school.assignment, replay_record()).json() == receipt.json()
        assert ada.send(school.assignment, replay_record("silent"), key="key-0002").status_code == 202
        school.judge()
        assert ada.get(f"/assignments/{school.assignment}/board").json()["verified"] == 1


@pytest.mark.slow
def test_a_database_that_restarts_between_two_requests_is_not_noticed(cluster: Cluster, tmp_path: Path) -> None:
    from uuid import uuid4

    with School(tmp_path / "server", cluster.make(f"t{uuid4().hex}", "migrated")) as school:
        ada = school.pupil("Ada")
        cluster.stop("immediate")
        cluster.start()
        assert ada.send(school.assignment, replay_record()).status_code == 202


def test_an_unknown_pack_is_none(school: School) -> None:
    with pytest.raises(KeyError):
        school.house.packs.content("0" * 64)
    with pytest.raises(Declined):
        from simulator.classroom.work.packs import keep_upload

        school.write(lambda session: keep_upload(session, b"PK nonsense", school.clock.now()))
