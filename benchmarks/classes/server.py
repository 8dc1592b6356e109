"""A class server in a process of its own, with a class and an assignment put into its database directly."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.orm import Session

from simulator.classroom.people.classes import open_class
from simulator.classroom.people.teachers import FIRST_LOGIN
from simulator.classroom.store.database import Database, url_of
from simulator.classroom.store.people import Teacher
from simulator.classroom.work.assignments import Plan, assign
from simulator.classroom.work.packs import keep_scenario
from simulator.scenario.load import LoadedScenario

HERE = Path(__file__).parent.parent
"""Where `classes` is imported from."""


@dataclass
class Served:
    """A server that answers: where, its process, its database, its log."""

    host: str
    port: int
    process: subprocess.Popen[str]
    database: Database
    log: Path

    def set_up(self, loaded: LoadedScenario, plan: Plan) -> tuple[str, str]:
        """(code, assignment) of a new class that has the scenario to play."""
        now = datetime.now(UTC)

        def work(session: Session) -> tuple[str, str]:
            teacher = session.query(Teacher).filter_by(login=FIRST_LOGIN).one()
            school_class = open_class(session, teacher, "Benchmark", "fr", now)
            made = assign(session, school_class, keep_scenario(session, loaded, now), plan, now)
            assert school_class.code is not None
            return school_class.code, made.id

        return self.database.write(work)


@contextmanager
def served(folder: Path, database: str | None, workers: int = 1) -> Iterator[Served]:
    """`badbuzz serve` with its data in `folder`, ended at the end."""
    words = [sys.executable, "-m", "simulator", "serve", "--host", "127.0.0.1", "--port", "0", "--lang", "en"]
    words += ["--workers", str(workers), *(["--database", database] if database else [])]
    folder.mkdir(parents=True, exist_ok=True)
    log = folder / "log"
    environment = {**os.environ, "BADBUZZ_DATA": str(folder), "PYTHONPATH": str(HERE.parent)}
    with log.open("w") as out:
        process = subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, stderr=out, text=True)
    try:
        assert process.stdout is not None
        said = process.stdout.readline()
        found = re.search(r"http://([\d.]+):(\d+)", said)
        assert found, said + log.read_text()
        store = Database(url_of(database, folder / "server"))
        yield Served(found[1], int(found[2]), process, store, log)
        store.close()
    finally:
        process.terminate()
        process.wait(60)
