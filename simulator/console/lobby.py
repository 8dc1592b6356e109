"""Where a console play starts from and comes back to: scenarios, plays of the past."""

from __future__ import annotations

from simulator.console.class_room import ClassRoom
from simulator.console.commands import language_of, number_of
from simulator.console.game import play_all
from simulator.console.lines import EndOfInput, Lines
from simulator.console.looking_back import LookingBack
from simulator.console.tell.pages import continue_line, library_line, play_line
from simulator.console.wall import Wall
from simulator.locale import phrasebook
from simulator.play.desk import Desk
from simulator.play.resuming import CannotResume
from simulator.play.review import CannotReview


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
        unfinished = self._desk.to_continue()
        self._lines.write(say("console.lobby"))
        for number, row in enumerate(rows, 1):
            self._lines.write(say("console.numbered", number=str(number), text=library_line(row, say)))
        if unfinished is not None:
            self._lines.write(continue_line(unfinished, say))
        badge = self._desk.class_badge()
        if badge.name:
            self._lines.write(say("console.class", name=badge.name, line=badge.line))
        typed = self._lines.ask(say("console.prompt_lobby")).casefold()
        picked = number_of(typed)
        if picked is not None and 1 <= picked <= len(rows):
            row = rows[picked - 1]
            if row.problem:
                self._lines.write(row.problem)
            else:
                seed = self._desk.offered_seed(row.scenario_id)
                play_all(self._desk, self._desk.start(row.scenario_id, seed), self._lines, self._wall)
        elif unfinished is not None and typed in self._words("console.words_continue"):
            self._resume(unfinished.play_id)
        elif typed in self._words("console.words_class"):
            ClassRoom(self._desk, self._lines).stay()
        elif typed in self._words("console.words_plays"):
            self._look_back()
        elif typed in self._words("console.words_quit"):
            return False
        elif (language := language_of(typed)) is not None:
            self._desk.set_language(language)
        else:
            self._lines.write(say("console.lobby_how"))
        return True

    def _resume(self, play_id: str) -> None:
        """An interrupted play goes on, or says why it cannot."""
        try:
            session = self._desk.resume(play_id)
        except CannotResume as refused:
            self._lines.write(refused.sentence)
        else:
            play_all(self._desk, session, self._lines, self._wall, resumed=True)

    def _words(self, code: str) -> tuple[str, ...]:
        say = phrasebook(self._desk.settings.language)
        return tuple(word.strip() for word in say(code).split(","))

    def _look_back(self) -> None:
        """The plays of the past, to look back on one."""
        say = phrasebook(self._desk.settings.language)
        rows = self._desk.history()
        if not rows:
            self._lines.write(say("console.no_play"))
            return
        for number, row in enumerate(rows, 1):
            self._lines.write(say("console.numbered", number=str(number), text=play_line(row, say)))
        typed = self._lines.ask(say("console.prompt_plays"))
        picked = number_of(typed)
        if picked is None:
            return
        if not 1 <= picked <= len(rows):
            self._lines.write(say("console.no_such_number", last=str(len(rows))))
            return
        if rows[picked - 1].is_unfinished:
            self._resume(rows[picked - 1].play_id)
            return
        try:
            review = self._desk.review(rows[picked - 1].play_id)
        except CannotReview as refused:
            self._lines.write(refused.sentence)
            return
        following = LookingBack(self._desk, review, self._lines).of_the_past()
        if following is not None:
            play_all(self._desk, following, self._lines, self._wall)
