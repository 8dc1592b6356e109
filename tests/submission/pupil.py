"""Students at machines of their own, and the server that they share; for tests from a join code to a board."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from simulator.classroom.work.assignments import Plan
from simulator.engine.bots import BOTS
from simulator.play.desk import Desk
from simulator.play.history import History
from simulator.play.my_class import PlayReady
from simulator.play.session import Session
from simulator.play.settings import SettingsFile
from simulator.scenario.library import Library
from tests.submission.server_process import SEED, Server, await_that


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that all tests of this file share."""
    made = Server(tmp_path_factory.mktemp("school"))
    made.start()
    yield made
    made.kill()


Home = Callable[[str], "Pupil"]


class Pupil:
    """A student at a machine of their own. What is asked is awaited as a player does, frame by frame."""

    def __init__(self, room: Path) -> None:
        self.room = room
        self.desk = Desk(Library([]), History(room / "plays"), SettingsFile(room / "settings.json"), "fr")

    def until(self, holds: Callable[[], object], what: str = "the class") -> None:
        def looked() -> object:
            self.desk.my_class.poll()
            return holds()

        await_that(looked, what)

    def join(self, server: Server, pseudonym: str, **more: object) -> None:
        mine = self.desk.my_class
        mine.join(server.address, server.code, pseudonym, **more)  # type: ignore[arg-type]
        self.until(lambda: not mine.busy and (mine.problem or mine.me), "joining")

    def look(self) -> None:
        looking = self.desk.my_class.looking
        assert looking is not None
        self.desk.my_class.look(now=True)
        self.until(lambda: not looking.is_asking)

    def prepare(self, assignment: str, team: tuple[str, ...] = ()) -> None:
        mine = self.desk.my_class
        self.look()
        mine.prepare(assignment, team)
        self.until(lambda: not mine.busy, "preparing")

    def begin(self, assignment: str, team: tuple[str, ...] = ()) -> Session:
        self.prepare(assignment, team)
        ready = self.desk.my_class.take_ready()
        assert isinstance(ready, PlayReady), self.desk.my_class.problem
        return self.desk.start_for_class(ready)

    def play(self, assignment: str, bot: str = "exemplary", team: tuple[str, ...] = ()) -> Session:
        session = self.begin(assignment, team)
        play_as(session, bot)
        return session

    def states(self) -> list[str]:
        return [parcel.state for parcel in self.desk.my_class.parcels()[0]]

    def await_states(self, *states: str) -> None:
        self.until(lambda: self.states() == list(states), f"plays to be {states}")


def play_as(session: Session, bot: str) -> None:
    """Play to the end as a bot does."""
    player = BOTS[bot](session.run)
    player(session.run)
    while not session.finished:
        session.play_until(session.run.minute + 1)
        player(session.run)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Home]:
    """Machines by name; each keeps its files in a folder of its own, but for the scenarios that were played."""
    monkeypatch.setenv("BADBUZZ_DATA", str(tmp_path / "shared"))
    made: list[Pupil] = []

    def at(name: str) -> Pupil:
        made.append(Pupil(tmp_path / name))
        return made[-1]

    yield at
    for pupil in made:
        pupil.desk.close()
        pupil.desk.my_class.close()


def set_anew(server: Server) -> str:
    """An assignment that nobody has played: two who decide alike to the minute would be held to have copied."""
    return server.assign(Plan(title="Encore", seed=SEED, attempts=3, students_see="names"))
