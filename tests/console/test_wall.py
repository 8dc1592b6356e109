"""Against the clock, the wall time between two prompts passes in the play; the sleep of a laptop does not."""

from __future__ import annotations

from io import StringIO
from threading import Event, current_thread, main_thread

from simulator.console.briefing import Briefing
from simulator.console.game import Game
from simulator.console.lines import Lines
from simulator.console.wall import LOOK, Wall
from simulator.play.desk import Desk


class Typist(StringIO):
    """Types a line after `seconds` of reading; then the machine sleeps for `asleep` seconds, looked at or not."""

    def __init__(self, text: str, seconds: float, asleep: float = 0.0) -> None:
        super().__init__(text)
        self.now = 0.0
        self.seconds = seconds
        self.asleep = asleep
        self.wall = Wall(lambda: self.now)

    def readline(self, *_: object) -> str:  # type: ignore[override]
        for _look in range(round(self.seconds / LOOK)):
            self.now += LOOK
            self.wall.look()
        self.now += self.asleep
        return super().readline()


def play(desk: Desk, typist: Typist) -> Game:
    game = Game(desk, desk.start("minimal", 1), Lines(typist, StringIO()), typist.wall)
    game.play()
    return game


def test_half_a_minute_of_reading_is_ten_minutes_of_the_quiet_hour(desk: Desk) -> None:
    assert play(desk, Typist("\ne\n", 30)).session.run.minute in (9, 10)


def test_ten_minutes_of_reading_pass_as_they_would_in_a_window(desk: Desk) -> None:
    assert play(desk, Typist("\ne\n", 600)).session.run.minute > 100


def test_a_pause_stops_it(desk: Desk) -> None:
    assert play(desk, Typist("\nz\n" + "e\n" * 20, 15)).session.run.minute in (4, 5)


def test_a_night_asleep_between_two_prompts_is_two_seconds(desk: Desk) -> None:
    assert play(desk, Typist("\ne\n", 0, asleep=40_000)).session.run.minute <= 1


def test_a_clock_that_is_set_back_takes_nothing_back(desk: Desk) -> None:
    typist = Typist("\ne\n", 30, asleep=-40_000)
    assert play(desk, typist).session.run.minute in (9, 10)


def test_a_play_begun_at_its_briefing_is_looked_at_while_nobody_types(desk: Desk) -> None:
    looked = Event()

    def clock() -> float:
        if current_thread() is not main_thread():
            looked.set()
        return 0.0

    assert Briefing(desk, Lines(StringIO("\n"), StringIO()), "minimal", 1, clock, timed=True).ask() is not None
    assert looked.wait(20 * LOOK)
