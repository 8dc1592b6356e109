"""Boards as they change: the same bytes for all, at most twice a second, resumed where one was."""

from __future__ import annotations

import asyncio
import gzip
import json
from collections.abc import AsyncIterator, Callable
from itertools import pairwise

import pytest
from sqlalchemy.orm import Session

from simulator.classroom.live import boards as boards_module
from simulator.classroom.live.boards import APART_SECONDS, Boards
from simulator.classroom.live.class_news import News
from simulator.classroom.live.events import Events
from simulator.classroom.live.passes import Passes
from simulator.classroom.live.revisions import news_of, revision, touch
from simulator.classroom.people.classes import pause, rename
from simulator.classroom.plays.counting import comment, override
from simulator.classroom.store.people import SchoolClass
from simulator.classroom.store.work import Assignment, Play
from simulator.classroom.work.assignments import (
    Plan,
    assign,
    open_debrief,
    reveal_choices,
    set_window,
    show_students,
    start_all,
)
from simulator.classroom.work.editing import close_now, delete_assignment, edit
from tests.classroom.school import School, replay_record

pytestmark = pytest.mark.slow


async def told(stream: AsyncIterator[bytes], event: bytes = b"board") -> tuple[int, dict[str, object]]:
    """The next event: its id and its data."""
    async for piece in stream:
        if b"event: " + event in piece:
            lines = dict(line.split(": ", 1) for line in piece.decode().strip().split("\n"))
            return int(lines["id"]), json.loads(lines["data"])
    raise AssertionError("the stream ended")


def test_a_listener_is_told_at_once_and_then_of_changes(school: School) -> None:
    async def scene() -> None:
        events = Events(Boards(school.database, Passes()), News(school.database))
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
        events, instants = Events(Boards(school.database, Passes()), News(school.database)), []
        loop = asyncio.get_running_loop()

        async def listen() -> None:
            async for piece in events.stream(school.assignment, False, None):
                if b"event: board" in piece:
                    instants.append(loop.time())

        listener = asyncio.create_task(listen())
        ends = loop.time() + 2.2
        while loop.time() < ends:
            await asyncio.to_thread(school.write, lambda session: touch(session, school.assignment))
            await asyncio.sleep(0.02)
        events.close()
        await listener
        return instants

    instants = asyncio.run(scene())
    assert len(instants) >= 3
    assert all(after - before >= 0.9 * APART_SECONDS for before, after in pairwise(instants[1:]))


def test_a_class_is_told_whatever_its_teacher_does(school: School) -> None:
    ada = school.pupil("Ada")
    ada.send(school.assignment, replay_record("silent"))
    school.judge()
    now = school.clock.now()

    def revision_after(work: Callable[[Session, Assignment, SchoolClass, Play], object]) -> int:
        def done(session: Session) -> int:
            one = session.get_one(Assignment, school.assignment)
            work(session, one, session.get_one(SchoolClass, school.class_id), session.query(Play).one())
            return revision(session, news_of(school.class_id))

        return school.write(done)

    deeds: dict[str, Callable[[Session, Assignment, SchoolClass, Play], object]] = {
        "sets": lambda session, one, of, _: assign(session, of, one.pack, Plan(), now),
        "starts": lambda session, one, *_: start_all(session, one, now),
        "moves the window": lambda session, one, *_: set_window(session, one, None, None),
        "reveals": lambda session, one, *_: reveal_choices(session, one, True),
        "opens the debrief": lambda session, one, *_: open_debrief(session, one, True),
        "shows students": lambda session, one, *_: show_students(session, one, "names"),
        "pauses": lambda session, _, of, __: pause(session, of, True, 0.0),
        "renames": lambda session, _, of, __: rename(session, of, "M1"),
        "comments": lambda session, _, __, play: comment(session, play, school.teacher(session), "Bien.", now),
        "edits": lambda session, one, *_: edit(session, one, "Encore", Plan(students_see="board")),
        "closes": lambda session, one, *_: close_now(session, one, now),
        "grades": lambda session, _, __, play: override(session, play, school.teacher(session), 50.0, "Oral", now),
        "deletes": lambda session, one, *_: delete_assignment(session, one, school.teacher(session), now),
    }
    last = revision_after(lambda *_: None)
    for name, deed in deeds.items():
        after = revision_after(deed)
        assert after > last, name
        last = after


def test_a_student_hears_the_news_of_the_class_and_resumes_where_they_were(school: School) -> None:
    async def scene() -> None:
        events = Events(Boards(school.database, Passes()), News(school.database))
        last, data = await told(events.class_stream(school.class_id, None), b"class")
        assert data == {"revision": last}
        stream = events.class_stream(school.class_id, last)
        school.change(lambda session, one: open_debrief(session, one, True))
        number, _ = await asyncio.wait_for(told(stream, b"class"), 5)
        assert number == last + 1
        events.close()

    asyncio.run(scene())


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
    for path in (f"/assignments/{school.assignment}/events", "/me/events"):
        assert ada.get(path).status_code == 401
