"""A teacher who is logged in; the pages do not depend on the database, so it is SQLite."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
from argon2 import PasswordHasher

import tests.classroom.school
from simulator.classroom.pages.visitor import LANGUAGE
from simulator.classroom.people import passwords
from simulator.classroom.store.database import Database, url_of
from simulator.classroom.store.migrate import upgrade
from simulator.classroom.views.archive import DebriefPage
from simulator.scenario.library import Library
from tests.classroom.pages.teacher import Browser
from tests.classroom.school import PASSWORD, School
from tests.plays import MINIMAL

QUICK = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
NOBODY, KEPT = QUICK.hash("nobody"), QUICK.hash(PASSWORD)


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A server's folder with tables and nothing in them."""
    folder = tmp_path_factory.mktemp("empty") / "server"
    database = Database(url_of(None, folder))
    upgrade(database)
    database.close()
    return folder


@pytest.fixture
def quick_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hashing takes its time on purpose; how well it is done is tested elsewhere."""
    monkeypatch.setattr(passwords, "_HASHER", QUICK)
    monkeypatch.setattr(passwords, "_NOBODY", NOBODY)
    monkeypatch.setattr(tests.classroom.school, "_password_hash", lambda: KEPT)


@pytest.fixture
def school(empty: Path, tmp_path: Path, quick_passwords: None) -> Iterator[School]:  # noqa: ARG001
    """A server, a teacher, a class, the small scenario as an assignment."""
    with School(copytree(empty, tmp_path / "server"), None) as made:
        made.house.library = Library((), [MINIMAL])
        yield made


@pytest.fixture
def teacher(school: School) -> Browser:
    """At work."""
    return Browser(school).at_work()


@pytest.fixture
def desk(teacher: Browser) -> Browser:
    """At work in English, with the debriefs of plays left blank: drawing one takes a second."""
    teacher.client.cookies.set(LANGUAGE, "en", domain="testserver.local")
    teacher.school.house.archive.debrief = (  # type: ignore[method-assign]
        lambda *_: DebriefPage({"sections": []}, frozenset(), ())
    )
    return teacher
