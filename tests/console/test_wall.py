"""Against the clock, the wall time between two prompts passes in the play."""

from __future__ import annotations

from io import StringIO

from simulator.console.game import Game
from simulator.console.lines import Lines
from simulator.console.wall import LONGEST, Wall
from simulator.play.desk import Desk


class Clock:
    """Wall seconds that rise by `step` whenever somebody looks."""

    def __init__(self, step: float) -> None:
        self.now = 0.0
        self.step = step

    def __call__(self) -> float:
        self.now += self.step
        return self.now


def play(desk: Desk, step: float, typed: str) -> Game:
    game = Game(desk, desk.start("minimal", 1), Lines(StringIO("\n" + typed), StringIO()), Wall(Clock(step)))
    game.play()
    return game


def test_half_a_minute_of_reading_is_ten_minutes_of_the_quiet_hour(desk: Desk) -> None:
    assert play(desk, 30, "e\n").session.run.minute in (9, 10)


def test_a_pause_stops_it(desk: Desk) -> None:
    assert play(desk, 15, "z\n" + "e\n" * 20).session.run.minute in (4, 5)


def test_a_night_between_two_prompts_is_no_longer_than_five_minutes(desk: Desk) -> None:
    assert play(desk, 40_000, "e\n").session.run.minute <= LONGEST / 60 * 45
