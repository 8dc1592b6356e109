"""Statements with the choices lie in a real record store, each once, whatever was down in between."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy.orm import Session

from simulator.classroom.clock import MachineClock
from simulator.classroom.people.secret import server_secret
from simulator.classroom.store.people import SchoolClass
from simulator.classroom.store.work import Play
from simulator.classroom.systems.outbox import standing
from simulator.classroom.systems.sealing import Seal
from simulator.classroom.systems.xapi.store import Wanted, keep_store
from simulator.submission.wire.base import API, IDEMPOTENCY
from tests.classroom.process import Server
from tests.classroom.school import replay_record
from tests.classroom.systems.lrs import KEY, SECRET, RecordStore

pytestmark = pytest.mark.slow
HOME = "https://classes.example.org"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[RecordStore]:
    made = RecordStore(tmp_path / "lrs")
    yield made
    made.stop()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    made = Server(tmp_path / "classes", None)
    yield made
    made.close()


def until(true: Callable[[], bool], seconds: float = 60) -> None:
    ends = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < ends
        time.sleep(0.2)


def test_choices_lie_in_the_store_once_after_an_outage_and_a_kill(server: Server, store: RecordStore) -> None:
    code, assignment = server.set_up()
    seal = Seal(server_secret(Path(server.database.url.database or "").parent))

    def keep(session: Session) -> str:
        school_class = session.query(SchoolClass).one()
        wanted = Wanted(store.endpoint, KEY, SECRET, HOME, trusted=True)
        keep_store(session, school_class, wanted, seal, MachineClock().now())
        return school_class.id

    class_id = server.database.write(keep)

    def send(name: str, bot: str) -> None:
        with httpx.Client(base_url=server.address + API, timeout=30) as http:
            joined = http.post("/join", json={"code": code, "pseudonym": name}).json()
            headers = {"Authorization": f"Bearer {joined['token']}", IDEMPOTENCY: "key-0001"}
            body = {"replay": json.loads(replay_record(bot)), "team": []}
            assert http.post(f"/assignments/{assignment}/plays", json=body, headers=headers).status_code == 202

    def stands() -> Any:
        return server.database.read(lambda session: standing(session, class_id))

    send("Ada", "exemplary")
    until(lambda: stands().problem is not None)  # nobody answers there yet
    server.kill()
    store.start()
    server.begin_again()
    send("Ben", "denier")
    until(lambda: stands().sent == 2)
    statements = store.statements()
    plays = server.database.read(lambda session: session.query(Play).all())
    chosen = sorted(value for play in plays for value in play.choices.values() if value)
    answered = [one for one in statements if one["verb"]["id"] == "http://adlnet.gov/expapi/verbs/answered"]  # type: ignore[index]
    assert chosen and sorted(one["result"]["response"] for one in answered) == chosen  # type: ignore[index]
    completed = [one for one in statements if one["verb"]["id"].endswith("/completed")]  # type: ignore[index]
    assert sorted(one["result"]["score"]["raw"] for one in completed) == sorted(
        round(play.overall, 2) for play in plays
    )  # type: ignore[index]
    assert len({one["id"] for one in statements}) == len(statements) == len(chosen) + 2 * len(plays)
    assert all(one["authority"]["account"]["name"] == KEY for one in statements)  # type: ignore[index]


def test_what_is_sent_twice_is_there_once(store: RecordStore) -> None:
    """As when the server dies after the store took the statements, and before it knew."""
    from simulator.classroom.systems.xapi.store import Door, send

    store.start()
    door = Door(store.endpoint, KEY, SECRET, True)
    statement = {
        "id": "2b2b5c1e-9d9b-5b0a-8b1b-000000000001",
        "actor": {"objectType": "Agent", "account": {"name": "x", "homePage": HOME}},
        "verb": {"id": "http://adlnet.gov/expapi/verbs/completed"},
        "object": {"id": f"{HOME}/xapi/scenarios/1"},
        "timestamp": "2026-11-30T09:00:00+00:00",
    }
    other = {**statement, "id": "2b2b5c1e-9d9b-5b0a-8b1b-000000000002"}
    send(door, [statement])
    send(door, [statement])
    send(door, [{**statement, "timestamp": "2026-11-30T09:00:01+00:00"}, other])
    assert sorted(str(one["id"])[-1] for one in store.statements()) == ["1", "2"]
