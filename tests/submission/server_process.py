"""A real class server in a process of its own, on loopback and SQLite: begun, stopped, killed and begun again."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from sqlalchemy.orm import Session

from simulator.authoring.pack import packed, sha256
from simulator.classroom.people.classes import open_class
from simulator.classroom.people.passwords import hashed
from simulator.classroom.store.database import Database, url_of
from simulator.classroom.store.migrate import upgrade
from simulator.classroom.store.people import SchoolClass, Teacher
from simulator.classroom.store.work import Assignment, Pack
from simulator.classroom.work.assignments import Plan, assign
from simulator.scenario.load import load_scenario
from tests.plays import MINIMAL

T = TypeVar("T")
ROOT = Path(__file__).parents[2]
PATIENCE = 25.0
SEED = 5


class Server:
    """A class with the small scenario to play, and the program that serves it. `address` stays the same."""

    def __init__(self, folder: Path, tls: tuple[Path, Path] | None = None, scenario: Path = MINIMAL) -> None:
        self._folder = folder
        self._tls = tls
        self._process: subprocess.Popen[bytes] | None = None
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"{'https' if tls else 'http'}://127.0.0.1:{self.port}"
        self._database = Database(url_of(None, folder / "server"))
        upgrade(self._database)
        self.class_id, self.code, self.pack = self.write(lambda session: self._found(session, scenario))
        self.assignment = self.assign(Plan(title="Exercice", seed=SEED, attempts=3, students_see="names"))

    def write(self, work: Callable[[Session], T]) -> T:
        """Change what the server keeps, as its teacher would."""
        return self._database.write(work)

    def read(self, work: Callable[[Session], T]) -> T:
        return self._database.read(work)

    def assign(self, plan: Plan) -> str:
        """Another assignment; its id."""

        def work(session: Session) -> str:
            school_class = session.get_one(SchoolClass, self.class_id)
            return assign(session, school_class, session.get_one(Pack, self.pack), plan, _now()).id

        return self.write(work)

    def change(self, work: Callable[[Session, Assignment], None], assignment: str | None = None) -> None:
        """Change an assignment."""
        self.write(lambda session: work(session, session.get_one(Assignment, assignment or self.assignment)))

    def start(self) -> None:
        """Begin, and wait until it answers."""
        words = [sys.executable, "-m", "simulator", "serve", "--host", "127.0.0.1", "--port", str(self.port)]
        if self._tls is not None:
            words += ["--tls-cert", str(self._tls[0]), "--tls-key", str(self._tls[1])]
        environment = {**os.environ, "BADBUZZ_DATA": str(self._folder)}
        with (self._folder / "log").open("ab") as log:
            self._process = subprocess.Popen(words, cwd=ROOT, env=environment, stdout=log, stderr=log)
        await_that(self._answers, "the server to answer")

    def kill(self) -> None:
        """End it as a power cut does."""
        if self._process is not None:
            self._process.kill()
            self._process.wait(PATIENCE)
            self._process = None

    def _answers(self) -> bool:
        assert self._process is not None and self._process.poll() is None, (self._folder / "log").read_text()
        try:
            socket.create_connection(("127.0.0.1", self.port), 1).close()
        except OSError:
            return False
        return True

    def _found(self, session: Session, scenario: Path) -> tuple[str, str, str]:
        teacher = Teacher(login="prof", password_hash=hashed("a long password"), language="fr", created=_now())
        session.add(teacher)
        session.flush()
        school_class = open_class(session, teacher, "M2 Com · groupe B", "fr", _now())
        loaded = load_scenario(scenario)
        content = packed(loaded, "tests")
        pack = Pack(
            digest=sha256(content),
            content=content,
            scenario_id=loaded.id,
            scenario_digest=loaded.digest,
            titles={loaded.scenario.language: loaded.scenario.title},
            created=_now(),
        )
        session.add(pack)
        session.flush()
        assert school_class.code is not None
        return school_class.id, school_class.code, pack.digest


def await_that(holds: Callable[[], object], what: str) -> None:
    """Look until it `holds`; another process or thread does it. Raises AssertionError after a minute."""
    latest = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < latest, f"waited in vain for {what}"
        time.sleep(0.02)


def _now() -> datetime:
    return datetime.now(UTC)
