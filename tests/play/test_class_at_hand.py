"""From the join code to the debrief, with the game and the class server in one process: the thin path, quickly."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.classroom.store.database import Database, url_of
from simulator.classroom.store.migrate import upgrade
from simulator.classroom.work.assignments import Plan, open_debrief
from simulator.play.my_class import ExamReady, MyClass
from simulator.play.my_class.exam_by_line import ExamByLine
from simulator.submission.connection import Connection
from tests.classroom.school import SEED, School
from tests.submission.pupil import Pupil, play_as

pytestmark = pytest.mark.usefixtures("no_usual_what_ifs")
_LINK = "http://127.0.0.1:8000/join/{code}"


@pytest.fixture
def school(tmp_path: Path) -> Iterator[School]:
    database = Database(url_of(None, tmp_path / "server"))
    upgrade(database)
    database.close()
    with School(tmp_path / "server", None) as made:
        yield made


@pytest.fixture
def ada(school: School, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Pupil]:
    """A student whose game reaches the server without a network."""
    monkeypatch.setenv("BADBUZZ_DATA", str(tmp_path / "shared"))
    monkeypatch.setattr(
        MyClass, "_connection", lambda _, address, __: Connection(address, transport=school.api._transport)
    )
    made = Pupil(tmp_path / "ada")
    mine = made.desk.my_class
    mine.join(_LINK.format(code=school.code), "", "Ada", listed=True)
    made.until(lambda: not mine.busy and mine.me, "joining")
    yield made
    made.desk.close()
    mine.close()


def test_a_play_from_the_join_code_to_the_debrief(school: School, ada: Pupil) -> None:
    view = ada.desk.class_view()
    assert view.name == "M2 Com" and "Ada" in view.who
    session = ada.begin(school.assignment)
    assert session.run.seed == SEED and session.for_class
    play_as(session, "exemplary")
    ada.await_states("received")
    school.judge()
    school.change(lambda session, one: open_debrief(session, one, True))
    ada.desk.my_class.look(now=True)
    ada.await_states("verified")
    ada.look()
    (row,) = ada.desk.class_view().assignments
    assert row.grade and row.can_debrief
    ada.desk.class_board(school.assignment, now=True)
    ada.until(lambda: (board := ada.desk.class_board(school.assignment)) and board.lines)
    board = ada.desk.class_board(school.assignment)
    assert board is not None and board.lines[0].is_mine and board.mine.startswith("Vous êtes en tête")
    ada.desk.class_debrief(school.assignment, now=True)
    ada.until(lambda: (found := ada.desk.class_debrief(school.assignment)) and found.injects)
    debrief = ada.desk.class_debrief(school.assignment)
    assert debrief is not None and all(any(bar.is_mine for bar in inject.rows) for inject in debrief.injects)
    assert debrief.spreads[0].grade == row.grade and not any(inject.is_revealed for inject in debrief.injects)


def test_an_exam_is_gone_on_with_where_it_stands(school: School, ada: Pupil) -> None:
    exam = school.assign(Plan(title="Épreuve", mode="exam", seed=SEED, on_lost_connection="waits"))
    ada.look()

    def row() -> tuple[str, bool, int]:
        found = next(one for one in ada.desk.class_view().assignments if one.assignment_id == exam)
        return found.label, found.has_begun, sum("vingt secondes" in rule for rule in found.rules)

    assert row() == ("Passer l’épreuve", False, 1)
    ada.prepare(exam)
    ready = ada.desk.my_class.take_ready()
    assert isinstance(ready, ExamReady) and ready.view.on_lost_connection == "waits"
    session = ada.desk.my_class._seated(ExamByLine, ready)  # whose line nobody else looks at
    session.say = lambda message: message.code
    assert session.listen("lampe") is None and session.line.view.last_order == 1
    ada.look()
    assert row() == ("Reprendre l’épreuve", True, 1)
    session.abandon()
    assert session.finished
