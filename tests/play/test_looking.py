"""News of a class: asked for when they were heard of, and now and then where nothing is heard."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from simulator.play.my_class.errands import AtOnce
from simulator.play.my_class.looking import Looking
from simulator.submission.packs import ClassPacks
from simulator.submission.stream import Heard
from simulator.submission.wire.assignments import Assignment, Me
from simulator.submission.wire.board import Board, Choices
from tests.submission.test_connection import NOBODY

NOW = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
ONE = "A" * 26


class Listening:
    """Stands in for a thread that listens: the test says what it hears, and whether it hears anything."""

    def __init__(self, _: str, __: Any, told: Callable[[Heard], None]) -> None:
        self.is_live = False
        self.says = told

    def begin(self) -> None:
        self.is_live = True

    def stop(self) -> None:
        self.is_live = False


class School:
    """A server that counts what it is asked."""

    membership = NOBODY

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.assignments: tuple[Assignment, ...] = (assignment(),)

    def me(self) -> Me:
        self.asked.append("me")
        return Me(student=NOBODY.student, pseudonym="Ada", listed=False, class_name="M2", language="fr", paused=False,
                  factor=1.0, now=NOW, assignments=self.assignments)  # fmt: skip

    def board(self, _: str) -> Board:
        self.asked.append("board")
        return board(1)

    def choices(self, name: str) -> Choices:
        self.asked.append("choices")
        return Choices(assignment=name, revision=1, revealed=False, plays=0, injects=())

    def class_events(self, _: str) -> None:
        raise AssertionError("a thread does that")

    board_events = class_events


def assignment(**parts: Any) -> Assignment:
    plain = {"id": ONE, "title": "Exercice", "scenario": "minimal", "scenario_title": "Minimal",
             "scenario_digest": "d", "engine_version": 1, "pack": None, "mode": "practice", "standing": "open",
             "started": True, "opens": None, "closes": None, "attempts": 1, "counting": "best",
             "students_see": "board", "choices_revealed": False, "debrief_open": False, "rubric": None}  # fmt: skip
    return Assignment.model_validate({**plain, **parts})


def board(revision: int) -> Board:
    return Board(assignment=ONE, revision=revision, sees="board", joined=1, played=0, waiting=0, verified=0, ranked=0,
                 mean=None, distribution=(), rows=(), first_messages=())  # fmt: skip


class Desk:
    """Looks on as a scene does, several times a second."""

    def __init__(self, folder: Path) -> None:
        self.now = 0.0
        self.school = School()
        self.errands = AtOnce()
        self.looking = Looking(
            self.school,  # type: ignore[arg-type]
            self.errands,
            folder / "known.json",
            ClassPacks(folder),
            lambda: self.now,
        )

    @property
    def of_class(self) -> Listening:
        return self.looking.hearing._class  # type: ignore[return-value]

    @property
    def of_board(self) -> Listening:
        assert self.looking.hearing._board is not None
        return self.looking.hearing._board[1]  # type: ignore[return-value]

    def look_on(self, seconds: float, at_board: bool = False) -> list[str]:
        """Let time pass; what was asked meanwhile."""
        self.school.asked.clear()
        for _ in range(round(seconds * 4)):
            self.now += 0.25
            self.looking.hear()
            self.looking.ask()
            if at_board:
                self.looking.ask_board(self.school.assignments[0])
            self.errands.poll()
        return list(self.school.asked)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr("simulator.play.my_class.hearing.Listener", Listening)
    made = Desk(tmp_path)
    made.look_on(1)
    return made


def test_where_nothing_is_heard_it_is_asked_each_ten_seconds(desk: Desk) -> None:
    assert len(desk.look_on(100)) == pytest.approx(10, abs=1)
    desk.looking.hearing.begin()
    desk.of_class.is_live = False
    assert len(desk.look_on(100)) == pytest.approx(10, abs=1), "a proxy that holds streams back costs no news"


def test_what_is_heard_is_asked_for_once_and_nothing_else_for_a_minute(desk: Desk) -> None:
    desk.looking.hearing.begin()
    assert desk.look_on(50) == []
    for number in (1, 2, 3):
        desk.of_class.says(Heard(str(number), "class", "{}"))
    assert desk.look_on(2) == ["me"]
    assert len(desk.look_on(130)) == 2


def test_a_class_that_hears_the_same_does_not_ask_in_the_same_moment(tmp_path: Path) -> None:
    spreads = []
    for number in range(30):
        school = School()
        school.membership = NOBODY.__class__(**{**NOBODY.__dict__, "student": f"{number:026}"})
        looking = Looking(school, AtOnce(), tmp_path / "x", ClassPacks(tmp_path), lambda: 0.0)  # type: ignore[arg-type]
        spreads.append(looking._spread)
    assert all(0 <= spread <= 1 for spread in spreads) and max(spreads) - min(spreads) > 0.5


def test_an_instant_at_which_something_opens_or_closes_is_asked_after(desk: Desk) -> None:
    desk.looking.hearing.begin()
    opens, closes = NOW + timedelta(seconds=20), NOW + timedelta(seconds=400)
    desk.school.assignments = (assignment(opens=opens, closes=closes, standing="waiting"),)
    desk.of_class.says(Heard("1", "class", "{}"))
    assert desk.look_on(3) == ["me"]
    assert desk.look_on(15) == [] and desk.look_on(8) == ["me"]


def test_a_board_comes_by_itself_and_only_what_was_chosen_is_asked_for(desk: Desk) -> None:
    assert desk.look_on(1, at_board=True) == ["board", "choices"]
    desk.looking.hearing.watch(ONE)
    desk.look_on(10, at_board=True)
    assert desk.look_on(20, at_board=True).count("board") == 0
    desk.of_board.says(Heard("2", "board", board(2).model_dump_json()))
    assert desk.looking.hear() and desk.looking.boards[ONE].revision == 2
    assert desk.look_on(8, at_board=True).count("choices") == 1
    desk.of_board.says(Heard("3", "board", "[]"))
    assert not desk.looking.hear() and desk.looking.boards[ONE].revision == 2
    desk.looking.hearing.watch(None)
    assert desk.look_on(20, at_board=True).count("board") == pytest.approx(5, abs=1)
