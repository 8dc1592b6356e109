"""Everything that a worker works with, made once and handed to whoever needs it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any

from simulator.classroom.clock import Clock, MachineClock
from simulator.classroom.exam.room import Room
from simulator.classroom.exam.sitting import Exams
from simulator.classroom.limits import Limits
from simulator.classroom.live.boards import Boards
from simulator.classroom.live.class_news import News
from simulator.classroom.live.closing import Closing
from simulator.classroom.live.events import Events
from simulator.classroom.live.passes import Passes
from simulator.classroom.people.secret import derived, server_secret
from simulator.classroom.people.tokens import Tokens
from simulator.classroom.plays.merit import Weighing
from simulator.classroom.serving.metrics import Metrics
from simulator.classroom.serving.settings import Settings
from simulator.classroom.store.database import Database, url_of
from simulator.classroom.systems.sealing import Seal
from simulator.classroom.views.archive import Archive
from simulator.classroom.work.packs import Packs
from simulator.scenario.library import Library


@dataclass
class House:
    """A worker's parts. `room` is its own folder for opened packs, `secret` the server's."""

    settings: Settings
    database: Database
    secret: bytes
    clock: Clock
    room: Path
    packs: Packs
    tokens: Tokens
    limits: Limits
    passes: Passes
    boards: Boards
    events: Events
    exams: Exams
    seal: Seal
    closing: Closing = field(default_factory=Closing)
    metrics: Metrics = field(default_factory=Metrics)
    weighing: Weighing = field(default_factory=Weighing)
    archive: Archive = field(default_factory=Archive)
    library: Library = field(default_factory=Library.standard)
    """The scenarios that a teacher can choose from."""
    lti: Any = None
    """What LTI is spoken with (`systems.lti.speaking`), made when it is first needed."""
    new_play: Callable[[], None] = lambda: None
    """Called when a play was received: whoever verifies need not wait."""

    def let_go(self) -> None:
        """End every stream and every long poll: who waited comes back to a server that runs."""
        self.closing.begin()
        self.events.close()

    def close(self) -> None:
        """Let go of the database and the opened packs."""
        self.database.close()
        rmtree(self.room, ignore_errors=True)


def house(settings: Settings, clock: Clock | None = None) -> House:
    """The parts that `settings` ask for. Raises OSError, BadDatabase."""
    database = Database(url_of(settings.database, settings.room))
    secret = server_secret(settings.room)
    room = Path(mkdtemp(prefix="badbuzz-"))
    passes = Passes()
    boards = Boards(database, passes)
    packs = Packs(database, room)
    clock = clock or MachineClock()
    return House(
        settings=settings,
        database=database,
        secret=secret,
        clock=clock,
        room=room,
        packs=packs,
        tokens=Tokens(derived(secret, "tokens")),
        limits=Limits(database, derived(secret, "limits")),
        passes=passes,
        boards=boards,
        events=Events(boards, News(database)),
        exams=Exams(database, Room(database, packs), clock),
        seal=Seal(secret),
        library=Library.standard([Path(path) for path in settings.scenarios]),
    )
