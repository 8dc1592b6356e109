"""A class server in a process of its own, which can be killed."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

from sqlalchemy.orm import Session

from simulator.classroom.clock import MachineClock
from simulator.classroom.people.classes import open_class
from simulator.classroom.people.teachers import FIRST_LOGIN
from simulator.classroom.store.database import Database, url_of
from simulator.classroom.store.people import Teacher
from simulator.classroom.work.assignments import Plan, assign
from tests.classroom.school import SEED, small_pack

ROOT = Path(__file__).parent.parent.parent
_PATIENCE = 60


class Server:
    """`badbuzz serve` with its data in `folder`; begun again after its end, on the same data and the same port."""

    def __init__(self, folder: Path, url: str | None, workers: int = 1) -> None:
        self._folder = folder
        self._url = url
        self._workers = workers
        self._port = 0
        self.said = ""
        self.process = self._begun()
        self.database = Database(url_of(url, folder / "server"))

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    def set_up(self) -> tuple[str, str]:
        """(code, assignment) of a class with the small scenario to play, common seed."""
        now = MachineClock().now()

        def work(session: Session) -> tuple[str, str]:
            teacher = session.query(Teacher).filter_by(login=FIRST_LOGIN).one()
            school_class = open_class(session, teacher, "Faults", "en", now)
            pack = small_pack(now)
            session.add(pack)
            session.flush()
            made = assign(session, school_class, pack, Plan(seed=SEED, students_see="board"), now)
            return str(school_class.code), made.id

        return self.database.write(work)

    def kill(self) -> None:
        """End it and all that it began without a word, as a power cut would."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(_PATIENCE)

    def kill_parent(self) -> None:
        """End the process that was begun, and none of those that it began."""
        self.process.kill()
        self.process.wait(_PATIENCE)

    def stop(self) -> int:
        """Ask it to end; its exit code."""
        self.process.terminate()
        return self.process.wait(_PATIENCE)

    def begin_again(self) -> None:
        """Begin anew."""
        self.process = self._begun()

    def close(self) -> None:
        """End it whatever it does."""
        if self.process.poll() is None:
            self.kill()
        self.database.close()

    def log(self) -> str:
        """What it wrote on the error stream."""
        return (self._folder / "log").read_text()

    def _begun(self) -> subprocess.Popen[str]:
        words = [sys.executable, "-m", "simulator", "--lang", "en", "serve", "--host", "127.0.0.1"]
        words += ["--port", str(self._port), "--workers", str(self._workers)]
        words += ["--database", self._url] if self._url else []
        environment = {**os.environ, "BADBUZZ_DATA": str(self._folder), "PYTHONPATH": str(ROOT)}
        self._folder.mkdir(parents=True, exist_ok=True)
        with (self._folder / "log").open("a") as log:
            process = subprocess.Popen(
                words, env=environment, stdout=subprocess.PIPE, stderr=log, text=True, start_new_session=True
            )
        assert process.stdout is not None
        self.said = process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)", self.said)
        assert found, self.said + self.log()
        self._port = int(found[1])
        return process
