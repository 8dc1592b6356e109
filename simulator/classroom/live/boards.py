"""Boards as bytes, made once for everybody who may see the same, and again when something changed."""

from __future__ import annotations

import asyncio
import gzip
import time
from dataclasses import dataclass

from sqlalchemy.orm import Session

from simulator.classroom.live.passes import Passes
from simulator.classroom.live.revisions import PEOPLE, revisions
from simulator.classroom.plays.board import board
from simulator.classroom.store.database import Database
from simulator.classroom.store.work import Assignment

FRESH_SECONDS = 0.25
"""How old a board may be before it is asked whether it changed."""
APART_SECONDS = 0.6
"""A board is made again at most so often, however many plays come in: twice a second, with room for a slow line."""
STALE_SECONDS = 2.0
"""Until a board is so old, it is given out while it is asked for anew."""
_MOST = 400

Key = tuple[str, bool]
"""An assignment's id, and whether it is the teacher's board, with every pseudonym, or the students'."""


@dataclass
class Made:
    """A board made: its revision, its bytes, and when it was made and looked at last (monotonic seconds)."""

    revision: int
    body: bytes
    gzipped: bytes
    etag: bytes
    made: float
    looked: float


class Boards:
    """The boards of one worker. `fresh` costs nothing while a board is new; `current` asks the database."""

    def __init__(self, database: Database, passes: Passes) -> None:
        self._database = database
        self._passes = passes
        self._made: dict[Key, Made] = {}
        self._asking: dict[Key, asyncio.Task[Made]] = {}

    def fresh(self, assignment: str, teacher: bool) -> Made | None:
        """The board as it was a quarter of a second ago at most, None where that must be asked for."""
        made = self._made.get((assignment, teacher))
        return made if made is not None and time.monotonic() - made.looked < FRESH_SECONDS else None

    def at_once(self, assignment: str, teacher: bool) -> Made | None:
        """The board without waiting: a new one, or an older one that is asked for anew meanwhile."""
        made = self._made.get((assignment, teacher))
        if made is None or (age := time.monotonic() - made.looked) >= STALE_SECONDS:
            return None
        if age >= FRESH_SECONDS:
            self._ask((assignment, teacher))
        return made

    async def current(self, assignment: str, teacher: bool) -> Made:
        """The board; everybody who asks at the same time waits for the same answer."""
        made = self.fresh(assignment, teacher)
        if made is not None:
            return made
        return await asyncio.shield(self._ask((assignment, teacher)))

    def _ask(self, key: Key) -> asyncio.Task[Made]:
        """The question that is being asked, or a new one."""
        if key not in self._asking:
            self._asking[key] = asyncio.create_task(asyncio.to_thread(self._look, key))
            self._asking[key].add_done_callback(lambda task: self._answered(key, task))
        return self._asking[key]

    def _answered(self, key: Key, task: asyncio.Task[Made]) -> None:
        self._asking.pop(key, None)
        if not task.cancelled():
            task.exception()  # whoever waits for it hears of it

    def _look(self, key: Key) -> Made:
        assignment, teacher = key
        made, now = self._made.get(key), time.monotonic()
        newest, people = self._database.read(lambda session: revisions(session, assignment, PEOPLE))
        self._passes.hold(people)
        if made is not None and (newest == made.revision or now - made.made < APART_SECONDS):
            made.looked = now
            return made
        body, number = self._database.read(lambda session: _bytes(session, assignment, teacher))
        if len(self._made) >= _MOST:
            self._made.pop(min(self._made, key=lambda one: self._made[one].looked))
        etag = b'"%d-%d"' % (number, teacher)
        self._made[key] = Made(number, body, gzip.compress(body, 6, mtime=0), etag, now, now)
        return self._made[key]


def _bytes(session: Session, assignment: str, teacher: bool) -> tuple[bytes, int]:
    view = board(session, session.get_one(Assignment, assignment), teacher=teacher)
    return view.model_dump_json().encode(), view.revision
