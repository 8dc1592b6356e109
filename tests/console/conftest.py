"""The desk of the tests of `play`, and a play typed from a text."""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO

import pytest

from simulator.console.game import Game
from simulator.console.lines import Lines
from simulator.play.desk import Desk
from tests.play.conftest import data, desk, library, no_usual_what_ifs

__all__ = ["data", "desk", "library", "no_usual_what_ifs"]

Typed = Callable[..., tuple[Game, str]]


@pytest.fixture(autouse=True)
def _alone(no_usual_what_ifs: None) -> None:
    """No test of lines waits for other worlds."""


@pytest.fixture
def typed(desk: Desk) -> Typed:
    """Plays the small scenario with the lines given and nothing after them; gives the game and what was written."""

    def play(*lines: str, seed: int = 1) -> tuple[Game, str]:
        out = StringIO()
        source = StringIO("".join(line + "\n" for line in ("", *lines)))
        game = Game(desk, desk.start("minimal", seed), Lines(source, out, echo=True))
        game.play()
        return game, out.getvalue()

    return play
