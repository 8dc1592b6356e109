"""A server that is killed, stopped, doubled: no acknowledged play is lost, none is doubled."""

from __future__ import annotations

import json
import socket
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import httpx
import pytest

from simulator.classroom.store.work import Play
from simulator.submission.wire.base import API, IDEMPOTENCY
from tests.classroom.process import Server
from tests.classroom.school import replay_record

pytestmark = pytest.mark.slow

STUDENTS = 200
BODY = json.dumps({"replay": json.loads(replay_record("silent"))}).encode()
_PATIENCE = 120.0


@pytest.fixture(params=[1, 2], ids=["one worker", "two workers"])
def server(request: pytest.FixtureRequest, url: str | None, tmp_path: Path) -> Iterator[Server]:
    made = Server(tmp_path, url, request.param)
    try:
        yield made
    finally:
        made.close()


class Crowd:
    """Students who have joined, and what they were told."""

    def __init__(self, server: Server, count: int) -> None:
        self.server = server
        self.code, self.assignment = server.set_up()
        self.client = httpx.Client(trust_env=False, timeout=30, limits=httpx.Limits(max_connections=50))
        self.wait_until_up()
        self.tokens = [self._joined(number) for number in range(count)]
        self.acknowledged: dict[int, str] = {}

    def wait_until_up(self) -> None:
        ends = time.monotonic() + _PATIENCE
        while time.monotonic() < ends:
            try:
                if self.client.get(f"{self.server.address}/health").status_code == 200:
                    return
            except httpx.TransportError:
                time.sleep(0.1)
        raise AssertionError(self.server.log())

    def send(self, number: int) -> int:
        """Send the play of a student once; the status, 0 where no answer came."""
        headers = {"Authorization": f"Bearer {self.tokens[number]}", IDEMPOTENCY: f"play-of-{number:04}"}
        try:
            answer = self.client.post(self._path("plays"), content=BODY, headers=headers)
        except httpx.TransportError:
            return 0
        if answer.status_code == 202:
            before = self.acknowledged.setdefault(number, answer.text)
            assert before == answer.text
        return answer.status_code

    def board(self) -> dict[str, int]:
        headers = {"Authorization": f"Bearer {self.tokens[0]}"}
        found: dict[str, int] = self.client.get(self._path("board"), headers=headers).json()
        return found

    def wait_until_verified(self, count: int) -> None:
        ends = time.monotonic() + _PATIENCE
        while time.monotonic() < ends:
            if self.board()["verified"] == count:
                return
            time.sleep(0.3)
        raise AssertionError((self.board()["verified"], self.states(), self.server.log()[-3000:]))

    def states(self) -> Counter[str]:
        return self.server.database.read(lambda session: Counter(play.state for play in session.query(Play)))

    def owners(self) -> Counter[str]:
        return self.server.database.read(lambda session: Counter(play.student_id for play in session.query(Play)))

    def _path(self, name: str) -> str:
        return f"{self.server.address}{API}/assignments/{self.assignment}/{name}"

    def _joined(self, number: int) -> str:
        asked = {"code": self.code, "pseudonym": f"Student {number}"}
        answer = self.client.post(f"{self.server.address}{API}/join", json=asked)
        assert answer.status_code == 201, answer.text
        token: str = answer.json()["token"]
        return token


def test_killed_in_the_middle_of_two_hundred_submissions(server: Server) -> None:
    crowd = Crowd(server, STUDENTS)
    half = Event()

    def sent(number: int) -> int:
        if number == STUDENTS // 2:
            half.set()
        return crowd.send(number)

    with ThreadPoolExecutor(20) as pool:
        statuses = pool.map(sent, range(STUDENTS))
        half.wait(_PATIENCE)
        server.kill()
        first = Counter(statuses)
    assert set(first) <= {0, 202} and 0 < first[202] < STUDENTS
    kept = crowd.owners()
    assert len(kept) >= first[202] and set(kept.values()) == {1}
    server.begin_again()
    crowd.wait_until_up()
    with ThreadPoolExecutor(20) as pool:
        assert set(pool.map(crowd.send, range(STUDENTS))) == {202}
    crowd.wait_until_verified(STUDENTS)
    assert set(crowd.owners().values()) == {1} and len(crowd.owners()) == STUDENTS
    assert crowd.states() == {"verified": STUDENTS}


def test_told_to_stop_it_ends_what_it_does_and_leaves_the_rest_waiting(server: Server) -> None:
    crowd = Crowd(server, 40)
    headers = {"Authorization": f"Bearer {crowd.tokens[0]}"}
    with (
        httpx.Client(trust_env=False, timeout=60) as listener,
        listener.stream("GET", crowd._path("events"), headers=headers) as stream,
        ThreadPoolExecutor(10) as pool,
    ):
        lines = stream.iter_lines()
        assert next(lines).startswith("retry")
        assert set(pool.map(crowd.send, range(40))) == {202}
        began = time.monotonic()
        assert server.stop() == 0
        assert time.monotonic() - began < 15
        list(lines)
    assert sum(crowd.states().values()) == 40 and "refused" not in crowd.states()
    assert '"level": "error"' not in server.log()
    server.begin_again()
    crowd.wait_until_up()
    crowd.wait_until_verified(40)
    assert set(crowd.owners().values()) == {1}


def test_nothing_is_left_of_a_server_that_was_killed(server: Server) -> None:
    crowd = Crowd(server, 3)
    assert [crowd.send(number) for number in range(3)] == [202] * 3
    crowd.wait_until_verified(3)
    server.kill_parent()
    port, ends = int(server.address.rpartition(":")[2]), time.monotonic() + 30
    while time.monotonic() < ends:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return
        time.sleep(0.2)
    raise AssertionError("its workers still hold the port")


def test_logs_and_first_words_tell_nobodys_name(server: Server) -> None:
    crowd = Crowd(server, 3)
    crowd.send(0)
    crowd.wait_until_verified(1)
    log = server.log()
    assert '"event": "request"' in log and '"event": "play judged"' in log
    assert "127.0.0.1" not in log and "Student" not in log and crowd.tokens[0] not in log
    assert all(json.loads(line) for line in log.splitlines())
    assert server.said.startswith("The class server answers at ")
