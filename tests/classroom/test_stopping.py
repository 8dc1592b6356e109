"""A server that is told to stop lets go of everybody who waits for something new, and is gone in a moment."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest
from sqlalchemy.orm import Session

from simulator.classroom.clock import MachineClock
from simulator.classroom.exam.clock import HEARD_SECONDS
from simulator.classroom.people.accommodations import accommodate
from simulator.classroom.store.exams import ExamRun
from simulator.classroom.store.people import SchoolClass, Student
from simulator.classroom.store.work import Pack
from simulator.classroom.work.assignments import Plan, assign
from simulator.submission.wire.base import API, LostConnection
from tests.classroom.process import Server
from tests.classroom.school import SEED
from tests.classroom.test_faults import Crowd

pytestmark = pytest.mark.slow
STOPS_WITHIN = 3.0
"""Seconds, whatever goes on."""


@pytest.fixture(params=[1, 2], ids=["one worker", "two workers"])
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Server]:
    made = Server(tmp_path, None, request.param)
    try:
        yield made
    finally:
        made.close()


def set_exam(server: Server, rule: LostConnection = "goes_on") -> str:
    """An exam in the only class; its id."""
    now = MachineClock().now()

    def work(session: Session) -> str:
        school_class, pack = session.query(SchoolClass).one(), session.query(Pack).one()
        return assign(session, school_class, pack, Plan(mode="exam", seed=SEED, on_lost_connection=rule), now).id

    return server.database.write(work)


class Watchers:
    """Students who each hold a long poll of their exam and a stream of the board and of the class."""

    def __init__(self, crowd: Crowd, exam: str) -> None:
        self._base = f"{crowd.server.address}{API}"
        self._board = crowd._path("events")
        self._exam = f"{self._base}/assignments/{exam}/exam"
        self._client = httpx.Client(trust_env=False, timeout=60, limits=httpx.Limits(max_connections=100))
        self._pool = ThreadPoolExecutor(3 * len(crowd.tokens))
        self.heard: set[tuple[str, str]] = set()
        """Who was answered, and what they had asked."""
        self.ends: list[Future[int]] = []
        for token in crowd.tokens:
            headers = {"Authorization": f"Bearer {token}"}
            begun = self._client.post(self._exam, headers=headers).raise_for_status().json()
            self.ends.append(self._pool.submit(self._poll, headers, begun["revision"]))
            self.ends += [
                self._pool.submit(self._listen, address, headers)
                for address in (self._board, f"{self._base}/me/events")
            ]

    def _poll(self, headers: dict[str, str], revision: int) -> int:
        """Ask for what is new, again and again, until an answer came at a stop."""
        after = revision
        while True:
            answer = self._client.get(self._exam, params={"after": after, "wait": 25}, headers=headers)
            answer.raise_for_status()
            self.heard.add((self._exam, headers["Authorization"]))
            if answer.json()["revision"] == after:
                return answer.status_code
            after = answer.json()["revision"]

    def _listen(self, address: str, headers: dict[str, str]) -> int:
        with self._client.stream("GET", address, headers=headers) as stream:
            for _ in stream.iter_lines():
                self.heard.add((address, headers["Authorization"]))
            return stream.status_code

    def close(self) -> None:
        self._client.close()
        self._pool.shutdown()


def test_a_stop_lets_go_of_long_polls_and_streams_at_once(server: Server) -> None:
    crowd = Crowd(server, 8)
    watchers = Watchers(crowd, set_exam(server))
    ends = time.monotonic() + 30
    while len(watchers.heard) < len(watchers.ends):
        assert time.monotonic() < ends, watchers.heard
        time.sleep(0.05)
    began = time.monotonic()
    assert server.stop() == 0
    assert time.monotonic() - began < STOPS_WITHIN
    assert [end.result(10) for end in watchers.ends] == [200] * len(watchers.ends)
    watchers.close()
    assert '"level": "error"' not in server.log()


def test_who_has_gone_is_not_heard_of_by_what_they_had_asked(server: Server) -> None:
    crowd = Crowd(server, 1)
    address = f"{server.address}{API}/assignments/{set_exam(server, 'waits')}/exam"
    headers = {"Authorization": f"Bearer {crowd.tokens[0]}"}
    server.database.write(  # a minute of this one lasts longer than the test
        lambda session: accommodate(session, session.query(Student).one(), 5.0, MachineClock().now())
    )
    crowd.client.post(address, headers=headers).raise_for_status()
    begun = crowd.client.get(address, headers=headers).raise_for_status().json()
    asked = MachineClock().steady()
    with httpx.Client(trust_env=False, timeout=1.0) as gone, pytest.raises(httpx.ReadTimeout):
        for _ in range(30):
            seen = gone.get(address, params={"after": begun["revision"], "wait": 25}, headers=headers)
            begun = seen.raise_for_status().json()
    left = MachineClock().steady()
    time.sleep(2 * HEARD_SECONDS)
    heard = server.database.read(lambda session: session.query(ExamRun).one().contact)
    assert asked - 1 <= heard <= left + HEARD_SECONDS / 2
