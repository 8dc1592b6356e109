"""`badbuzz serve` and `badbuzz class`: what is answered before a server runs, and what its data says afterwards."""

from __future__ import annotations

import json
import socket
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from simulator.classroom.people.classes import open_class
from simulator.classroom.people.joining import join
from simulator.classroom.people.teachers import FIRST_LOGIN
from simulator.classroom.serving.house import house
from simulator.classroom.serving.settings import Settings
from simulator.classroom.serving.start import prepare
from simulator.classroom.store.database import Database, url_of
from simulator.classroom.store.people import Teacher
from simulator.submission.wire.joining import Join
from tests.cli.conftest import Badbuzz
from tests.plays import MINIMAL


@pytest.mark.parametrize(
    ("words", "missing", "extra"),
    [
        (("serve",), "fastapi", "class"),
        (("serve", "--database", "postgresql://x/y"), "psycopg", "postgres"),
        (("class", "list"), "sqlalchemy", "class"),
    ],
)
def test_without_its_extra_one_sentence_says_how_to_get_it(
    badbuzz: Badbuzz, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], missing: str, extra: str
) -> None:
    def found(name: str) -> object:
        return None if name == missing else find_spec(name)

    monkeypatch.setattr("simulator.cli.commands.serve.find_spec", found)
    answer = badbuzz(*words)
    assert answer.code == 2 and not answer.out
    assert (
        answer.err == f'Il manque de quoi servir une classe\u202f: installez-le avec pip install "badbuzz[{extra}]".\n'
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--tls-cert", "x.pem"), "--tls-key"),
        (("--tls-cert", "x.pem", "--tls-key", "y.pem"), "x.pem"),
        (("--database", "mysql://user:secret@host/x"), "mysql://host/x"),
        (("--port", "70000"), "70"),
        (("--workers", "0"), "--workers"),
        (("--cluster", "nowhere"), "nowhere"),
    ],
)
def test_what_cannot_be_served_is_told_in_one_sentence(badbuzz: Badbuzz, words: tuple[str, ...], said: str) -> None:
    answer = badbuzz("serve", *words)
    assert answer.code == 2 and said in answer.err and answer.err.count("\n") == 1
    assert "secret" not in answer.err


def test_scenarios_that_are_given_can_be_set_to_a_class(badbuzz: Badbuzz, tmp_path: Path) -> None:
    answer = badbuzz("--scenarios", "nulle-part", "serve")
    assert answer.code == 2 and "nulle-part" in answer.err
    prepare(Settings(str(tmp_path)), "fr")
    made = house(Settings(str(tmp_path), scenarios=(str(MINIMAL),)))
    try:
        assert made.library.load("minimal").id == "minimal"
    finally:
        made.close()


def test_a_port_that_is_taken_is_told(badbuzz: Badbuzz) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        answer = badbuzz("serve", "--host", "127.0.0.1", "--port", port)
    assert answer.code == 2 and port in answer.err


def test_the_first_start_gives_a_link_until_somebody_has_used_it(tmp_path: Path) -> None:
    settings = Settings(str(tmp_path))
    first, second = prepare(settings, "fr"), prepare(settings, "fr")
    assert first and second and first != second
    assert (tmp_path / "server.key").exists() and (tmp_path / "classes.sqlite").exists()


@pytest.fixture
def code(tmp_path: Path) -> str:
    """The code of a class with two students, on the server of this data folder."""
    folder = tmp_path / "data" / "server"
    prepare(Settings(str(folder)), "fr")
    database = Database(url_of(None, folder))
    now = datetime.now(UTC)

    def work(session: Session) -> str:
        teacher = session.query(Teacher).filter_by(login=FIRST_LOGIN).one()
        school_class = open_class(session, teacher, "M2 Com", "fr", now)
        for name in ("Ada", "Ben"):
            join(session, Join(code=str(school_class.code), pseudonym=name), None, now)
        return str(school_class.code)

    made = database.write(work)
    database.close()
    return made


def test_classes_are_listed_exported_and_erased(badbuzz: Badbuzz, code: str, tmp_path: Path) -> None:
    assert badbuzz("class", "list").out.startswith(f"{code.upper()} · M2 Com · 2 personnes")
    everybody = json.loads(badbuzz("class", "export", code).out)
    assert [one["pseudonym"] for one in everybody["students"]] == ["Ada", "Ben"]
    file = tmp_path / "ada.json"
    assert badbuzz("class", "export", code, "--student", "ada", "-o", str(file)).code == 0
    assert json.loads(file.read_text(encoding="utf-8"))["pseudonym"] == "Ada"
    assert badbuzz("class", "erase", code).code == 2
    assert badbuzz("class", "erase", code, "--identity", "--whole").code == 2
    assert badbuzz("class", "erase", code, "--student", "Ada", "--identity").code == 0
    assert badbuzz("class", "erase", code, "--student", "Ada").code == 0
    assert "Personne ne s’appelle Ada" in badbuzz("class", "export", code, "--student", "Ada").err
    assert badbuzz("class", "purge").out == "0 classe effacée.\n"
    assert badbuzz("class", "erase", code, "--whole").code == 0
    assert badbuzz("class", "list").out == "" and badbuzz("class", "export", code).code == 2


def test_a_teacher_is_given_a_link(badbuzz: Badbuzz, code: str) -> None:
    assert code and "/link/" in badbuzz("class", "link", "curie").out
    assert badbuzz("class", "link", "x").code == 2


def test_without_a_server_there_is_nothing_to_list(badbuzz: Badbuzz) -> None:
    answer = badbuzz("class", "list")
    assert answer.code == 2 and "classes.sqlite" in answer.err
