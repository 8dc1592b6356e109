"""Boards as they change: the same bytes for all, at most twice a second, resumed where one was."""

from __future__ import annotations

import asyncio
import gzip
import json
from collections.abc import AsyncIterator
from itertools import pairwise

import pytest

from simulator.classroom.live import boards as boards_module
from simulator.classroom.live.boards import APART_SECONDS, Boards
from simulator.classroom.live.events import Events
from simulator.classroom.live.passes import Passes
from simulator.classroom.live.revisions import touch
from tests.classroom.school import School


async def told(stream: AsyncIterator[bytes]) -> tuple[int, dict[str, object]]:
    """The next event: its id and its data."""
    async for piece in stream:
        if b"event: board" in piece:
            lines = dict(line.split(": ", 1) for line in piece.decode().strip().split("\n"))
            return int(lines["id"]), json.loads(lines["data"])
    raise AssertionError("the stream ended")


def test_a_listener_is_told_at_once_and_then_of_changes(school: School) -> None:
    async def scene() -> None:
        events = Events(Boards(school.database, Passes()))
        stream = events.stream(school.assignment, True, None)
        first, _ = await told(stream)
        school.write(lambda session: touch(session, school.assignment))
        second, data = await asyncio.wait_for(told(stream), 5)
        assert second == first + 1 == data["revision"]
        late = events.stream(school.assignment, True, second)
        school.write(lambda session: touch(session, school.assignment))
        third, _ = await asyncio.wait_for(told(late), 5)
        assert third == second + 1
        events.close()
        assert [piece async for piece in stream if b"event" in piece] in ([], [piece async for piece in late])

    asyncio.run(scene())


def test_however_much_changes_a_listener_is_told_twice_a_second_at_most(school: School) -> None:
    async def scene() -> list[float]:
        events, instants = Events(Boards(school.database, Passes())), []
        loop = asyncio.get_running_loop()

        async def listen() -> None:
            async for piece in events.stream(school.assignment, False, None):
                if b"event: board" in piece:
                    instants.append(loop.time())

        listener = asyncio.create_task(listen())
        ends = loop.time() + 3
        while loop.time() < ends:
            await asyncio.to_thread(school.write, lambda session: touch(session, school.assignment))
            await asyncio.sleep(0.02)
        events.close()
        await listener
        return instants

    instants = asyncio.run(scene())
    assert len(instants) >= 3
    assert all(after - before >= 0.9 * APART_SECONDS for before, after in pairwise(instants[1:]))


def test_one_question_is_asked_for_everybody_who_looks(school: School, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    made = boards_module._bytes

    def counted(*what: object) -> tuple[bytes, int]:
        asked.append(what)
        return made(*what)  # type: ignore[arg-type]

    monkeypatch.setattr(boards_module, "_bytes", counted)

    async def scene() -> None:
        boards = Boards(school.database, Passes())
        seen = await asyncio.gather(*(boards.current(school.assignment, False) for _ in range(200)))
        assert len({id(one) for one in seen}) == 1

    asyncio.run(scene())
    assert len(asked) == 1


def test_a_board_that_has_not_changed_is_not_sent_again(school: School) -> None:
    ada = school.pupil("Ada")
    path = f"/assignments/{school.assignment}/board"
    answers = [ada.get(path) for _ in range(3)]
    assert len({answer.text for answer in answers}) == 1
    etag = answers[0].headers["etag"]
    for _ in range(3):
        again = ada.get(path, headers={"If-None-Match": etag})
        assert again.status_code == 304 and not again.content and again.headers["etag"] == etag
    plain = ada.get(path, headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers and plain.json() == answers[0].json()
    board = school.house.boards.at_once(school.assignment, False)
    assert board is not None and gzip.decompress(board.gzipped) == board.body


def test_the_stream_is_for_who_may_look(school: School) -> None:
    ada = school.pupil("Ada")
    ada.token = "none"
    assert ada.get(f"/assignments/{school.assignment}/events").status_code == 401
