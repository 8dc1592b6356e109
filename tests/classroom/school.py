"""A class server to be tested: its parts, a teacher, a class, and students who play as bots do."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from fastapi.testclient import TestClient
from httpx import Response
from sqlalchemy.orm import Session

from simulator.authoring.pack import packed, sha256
from simulator.classroom.api.app import application, enveloped
from simulator.classroom.people.classes import open_class
from simulator.classroom.people.passwords import hashed
from simulator.classroom.plays.courts import Here
from simulator.classroom.plays.verifier import Verifier
from simulator.classroom.serving.house import house
from simulator.classroom.serving.settings import Settings
from simulator.classroom.store.people import SchoolClass, Teacher
from simulator.classroom.store.work import Assignment, Pack, Play
from simulator.classroom.work.assignments import Plan, assign
from simulator.engine.bots import play
from simulator.engine.replay import recorded
from simulator.scenario.load import load_scenario
from simulator.submission.wire.base import API, IDEMPOTENCY
from tests.plays import MINIMAL, scenario_of

T = TypeVar("T")
SEED = 5
PASSWORD = "a long password"


class Hands:
    """A clock whose hands the test moves; dates and seconds go together unless it says otherwise."""

    def __init__(self) -> None:
        self.date = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
        self.seconds = 1000.0

    def now(self) -> datetime:
        return self.date

    def steady(self) -> float:
        return self.seconds

    def pass_time(self, seconds: float) -> None:
        self.date += timedelta(seconds=seconds)
        self.seconds += seconds


@cache
def replay_record(bot: str = "exemplary", seed: int = SEED) -> str:
    """A whole play of the small scenario, as JSON text."""
    return json.dumps(recorded(play(scenario_of("minimal"), seed, bot)).to_record())


@cache
def _password_hash() -> str:
    return hashed(PASSWORD)


@cache
def _small_pack() -> tuple[bytes, str]:
    loaded = load_scenario(MINIMAL)
    return packed(loaded, "tests"), loaded.digest


def small_pack(now: datetime) -> Pack:
    """The small scenario, packed once for all tests."""
    content, digest = _small_pack()
    return Pack(
        digest=sha256(content),
        content=content,
        scenario_id="minimal",
        scenario_digest=digest,
        titles={"fr": "Minimal"},
        created=now,
    )


@dataclass
class Pupil:
    """A student with their token."""

    api: TestClient
    student: str
    token: str
    refresh: str

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    def get(self, path: str, **settings: Any) -> Response:
        headers = {**self.headers, **settings.pop("headers", {})}
        return self.api.get(f"{API}{path}", headers=headers, **settings)

    def post(self, path: str, json: object = None, **settings: Any) -> Response:
        headers = {**self.headers, **settings.pop("headers", {})}
        return self.api.post(f"{API}{path}", json=json, headers=headers, **settings)

    def send(self, assignment: str, replay: str, key: str = "key-0001", team: tuple[str, ...] = ()) -> Response:
        """Send a play, given as text."""
        body = json.dumps({"replay": json.loads(replay), "team": team})
        headers = {**self.headers, IDEMPOTENCY: key, "Content-Type": "application/json"}
        return self.api.post(f"{API}/assignments/{assignment}/plays", content=body, headers=headers)


class School:
    """A server around a database, with a class that has the small scenario to play."""

    def __init__(self, folder: Path, url: str | None) -> None:
        self.clock = Hands()
        self.house = house(Settings(str(folder), url), self.clock)
        self.database = self.house.database
        self.verifier = Verifier(self.database, self.house.packs, Here(), self.clock)
        self.app = application(self.house)
        self.api = TestClient(enveloped(self.app), raise_server_exceptions=False, client=("127.0.0.1", 50000))
        self.teacher_id, self.class_id, self.code, self.pack = self.write(self._found)
        self.assignment = self.assign()

    def __enter__(self) -> School:
        self.api.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.api.__exit__(kind, error, trace)

    def write(self, work: Callable[[Session], T]) -> T:
        return self.database.write(work)

    def read(self, work: Callable[[Session], T]) -> T:
        return self.database.read(work)

    def assign(self, plan: Plan | None = None) -> str:
        """Another assignment; its id."""
        plan = plan or Plan(title="Exercice", seed=SEED, attempts=3, students_see="names")

        def work(session: Session) -> str:
            school_class = session.get_one(SchoolClass, self.class_id)
            return assign(session, school_class, session.get_one(Pack, self.pack), plan, self.clock.now()).id

        return self.write(work)

    def change(self, work: Callable[[Session, Assignment], None], assignment: str | None = None) -> None:
        """Change an assignment."""
        name = assignment or self.assignment
        self.write(lambda session: work(session, session.get_one(Assignment, name)))

    def join(self, pseudonym: str, **more: Any) -> Response:
        headers = {IDEMPOTENCY: more.pop("key")} if "key" in more else {}
        asked = {"code": self.code, "pseudonym": pseudonym, **more}
        return self.api.post(f"{API}/join", json=asked, headers=headers)

    def pupil(self, pseudonym: str, **more: Any) -> Pupil:
        """Somebody who has joined."""
        answer = self.join(pseudonym, **more)
        assert answer.status_code == 201, answer.text
        said = answer.json()
        return Pupil(self.api, said["student"], said["token"], said["refresh"])

    def judge(self) -> None:
        """Verify every play that waits."""
        while self.verifier.step():
            pass
        assert self.read(lambda session: session.query(Play).filter(Play.state == "waiting").count()) == 0

    def teacher(self, session: Session) -> Teacher:
        return session.get_one(Teacher, self.teacher_id)

    def _found(self, session: Session) -> tuple[str, str, str, str]:
        now = self.clock.now()
        teacher = Teacher(login="prof", password_hash=_password_hash(), language="fr", created=now)
        session.add(teacher)
        session.flush()
        school_class = open_class(session, teacher, "M2 Com", "fr", now)
        pack = small_pack(now)
        session.add(pack)
        assert school_class.code is not None
        session.flush()
        return teacher.id, school_class.id, school_class.code, pack.digest
