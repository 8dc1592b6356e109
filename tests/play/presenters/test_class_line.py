"""What a debrief says of the class: as much as is known, and nothing of a class too small."""

from __future__ import annotations

import pytest

from simulator.engine.run import Run
from simulator.locale import phrasebook
from simulator.play.presenters.class_line import class_line, first_message
from simulator.submission.wire.board import Board, BoardRow
from tests.plays import played

FRENCH = phrasebook("fr")


def board(
    firsts: tuple[int, ...], grades: tuple[float, ...], *, shown: bool = True, mean: float | None = None
) -> Board:
    rows = tuple(
        BoardRow(
            place=place,
            names=(),
            grade=grade,
            reactivity=None,
            transparency=None,
            tone=None,
            band=None,
            first_message_minute=None,
        )
        for place, grade in enumerate(sorted(grades, reverse=True), 1)
    )
    count = len(grades)
    return Board(
        assignment="A" * 26,
        revision=1,
        sees="names",
        joined=count,
        played=count,
        waiting=0,
        verified=count,
        ranked=count,
        mean=mean,
        distribution=(),
        rows=rows if shown else (),
        first_messages=firsts,
    )


@pytest.fixture
def spoke() -> Run:
    return played("minimal", "exemplary", 5)


def test_how_many_spoke_before_and_the_middle_grade(spoke: Run) -> None:
    mine = first_message(spoke)
    assert mine is not None
    said = class_line(board((mine - 2, mine - 1, mine, mine + 5), (40.0, 62.0, 80.0, 91.0)), spoke, FRENCH)
    assert said.replace("\u202f", " ") == "Votre classe : 50 % ont pris la parole avant vous. Médiane 71."


def test_whoever_was_first_and_whoever_never_spoke_read_it_so(spoke: Run) -> None:
    mine = first_message(spoke)
    assert mine is not None
    assert "personne n’a pris la parole avant vous" in class_line(board((mine, mine + 9), (40.0, 62.0)), spoke, FRENCH)
    silent = played("minimal", "silent", 5)
    assert first_message(silent) is None
    assert "vous non" in class_line(board((3, 9), (40.0, 62.0)), silent, FRENCH)


def test_a_board_that_shows_no_rows_gives_the_mean(spoke: Run) -> None:
    assert "Moyenne 55" in class_line(board((3, 9), (48.0, 62.0), shown=False, mean=55.0), spoke, FRENCH)


def test_a_class_of_one_is_no_class(spoke: Run) -> None:
    assert class_line(board((3,), (62.0,)), spoke, FRENCH) == ""
