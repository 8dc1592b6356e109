"""Where a console play starts from and comes back to: scenarios, plays of the past."""

from __future__ import annotations

from simulator.console.game import Game
from simulator.console.lines import EndOfInput, Lines
from simulator.console.tell.pages import library_line, play_line
from simulator.console.wall import Wall
from simulator.locale import LANGUAGES, phrasebook
from simulator.play.desk import Desk


class Lobby:
    """Lists the scenarios, plays the one picked, and lists them again, until nobody wants any more."""

    def __init__(self, desk: Desk, lines: Lines, wall: Wall | None = None) -> None:
        self._desk = desk
        self._lines = lines
        self._wall = wall

    def stay(self) -> None:
        """Until one leaves or the input ends."""
        try:
            while self._turn():
                pass
        except EndOfInput:
            self._lines.flush()

    def _turn(self) -> bool:
        say = phrasebook(self._desk.settings.language)
        rows = self._desk.library()
        self._lines.write(say("console.lobby"))
        for number, row in enumerate(rows, 1):
            self._lines.write(say("console.numbered", number=str(number), text=library_line(row, say)))
        typed = self._lines.ask(say("console.prompt_lobby")).casefold()
        if typed.isdecimal() and 1 <= int(typed) <= len(rows):
            row = rows[int(typed) - 1]
            if row.problem:
                self._lines.write(row.problem)
            else:
                seed = self._desk.offered_seed(row.scenario_id)
                Game(self._desk, row.scenario_id, seed, self._lines, self._wall).play()
        elif typed in self._words("console.words_plays"):
            self._tell_plays()
        elif typed in self._words("console.words_quit"):
            return False
        elif typed[:2] in LANGUAGES:
            self._desk.set_language(next(language for language in LANGUAGES if language == typed[:2]))
        else:
            self._lines.write(say("console.lobby_how"))
        return True

    def _words(self, code: str) -> tuple[str, ...]:
        say = phrasebook(self._desk.settings.language)
        return tuple(word.strip() for word in say(code).split(","))

    def _tell_plays(self) -> None:
        say = phrasebook(self._desk.settings.language)
        rows = self._desk.history()
        self._lines.write_all([play_line(row, say) for row in rows] or [say("console.no_play")])
