"""Where a console play starts from and comes back to: scenarios, plays of the past, settings."""

from __future__ import annotations

import time
from collections.abc import Callable

from simulator.console.asking import ask_list
from simulator.console.briefing import Briefing
from simulator.console.called import help_lines, is_called, rest_of
from simulator.console.class_room import ClassRoom
from simulator.console.commands import language_of, number_of
from simulator.console.game import play_all
from simulator.console.lines import EndOfInput, Lines
from simulator.console.looking_back import LookingBack
from simulator.console.settings import settings_menu
from simulator.console.shelf import Shelf
from simulator.console.tell.credits import credit_lines
from simulator.console.tell.pages import continue_line, library_line, play_line
from simulator.locale import Phrasebook, phrasebook
from simulator.play.desk import Desk
from simulator.play.presenters.credits import credits_of_game
from simulator.play.presenters.pages import ContinueRow, LibraryRow
from simulator.play.resuming import CannotResume
from simulator.play.review import CannotReview

_COMMANDS = ("filter", "class", "plays", "settings", "credits", "language", "quit")


class Lobby:
    """Lists the scenarios, plays the one picked, and lists them again, until nobody wants any more."""

    def __init__(self, desk: Desk, lines: Lines, clock: Callable[[], float] = time.monotonic) -> None:
        self._desk = desk
        self._lines = lines
        self._clock = clock
        self._shelf = Shelf()
        self._wanted = True
        """Whether the list is read next: at first, when it has changed, and when it is asked for."""

    def stay(self) -> None:
        """Until one leaves or the input ends."""
        try:
            while self._turn():
                pass
        except EndOfInput:
            self._lines.flush()

    @property
    def _say(self) -> Phrasebook:
        return phrasebook(self._desk.settings.language)

    def _turn(self) -> bool:
        say = self._say
        every = self._desk.library()
        rows = self._shelf.shown(every)
        unfinished = self._desk.to_continue()
        if self._wanted:
            self._read(rows, unfinished)
        typed = self._lines.ask(say("console.prompt_lobby"))
        self._wanted = not typed
        picked = number_of(typed)
        if picked is not None and 1 <= picked <= len(rows):
            self._take(rows[picked - 1])
        elif picked is not None:
            self._lines.write(say("console.no_such_number", last=str(len(rows))))
        elif unfinished is not None and is_called(typed, say, "console.words_continue"):
            self._resume(unfinished.play_id)
        elif is_called(typed, say, "console.words_quit"):
            return False
        elif typed:
            self._obey(typed, every)
        return True

    def _read(self, rows: tuple[LibraryRow, ...], unfinished: ContinueRow | None) -> None:
        say, chosen = self._say, self._shelf.filter
        self._lines.write(say("console.lobby") if chosen is None else say("console.lobby_filtered", name=chosen.name))
        for number, row in enumerate(rows, 1):
            self._lines.write(say("console.numbered", number=str(number), text=library_line(row, say)))
        if unfinished is not None:
            self._lines.write(continue_line(unfinished, say))
        badge = self._desk.class_badge()
        if badge.name:
            self._lines.write(say("console.class", name=badge.name, line=badge.line))

    def _obey(self, typed: str, rows: tuple[LibraryRow, ...]) -> None:
        say = self._say
        if is_called(typed, say, "console.words_class"):
            ClassRoom(self._desk, self._lines).stay()
            self._wanted = True
        elif is_called(typed, say, "console.words_plays"):
            self._look_back()
        elif is_called(typed, say, "console.words_filter"):
            self._wanted = True
            if rest_of(typed):
                self._shelf.word(rest_of(typed), say)
            else:
                ask_list(self._lines, lambda: self._say, lambda: self._shelf.menu(rows, self._say), once=True)
        elif is_called(typed, say, "console.words_settings"):
            ask_list(self._lines, lambda: self._say, lambda: settings_menu(self._desk))
        elif is_called(typed, say, "console.words_credits"):
            self._lines.write_all(credit_lines(credits_of_game(), say))
        elif (language := language_of(rest_of(typed) or typed)) is not None:
            self._desk.set_language(language)
            self._shelf.filter = None
            self._wanted = True
        else:
            self._lines.write(say("console.help_lobby"))
            self._lines.write_all(help_lines(_COMMANDS, say))

    def _take(self, row: LibraryRow) -> None:
        if row.problem:
            self._lines.write(row.problem)
            return
        seed = self._desk.offered_seed(row.scenario_id)
        begun = Briefing(self._desk, self._lines, row.scenario_id, seed, self._clock).ask()
        if begun is not None:
            play_all(self._desk, begun[0], self._lines, begun[1], briefed=True)

    def _resume(self, play_id: str) -> None:
        """An interrupted play goes on, or says why it cannot."""
        try:
            session = self._desk.resume(play_id)
        except CannotResume as refused:
            self._lines.write(refused.sentence)
        else:
            play_all(self._desk, session, self._lines, resumed=True)

    def _look_back(self) -> None:
        """The plays of the past, to look back on one."""
        say = self._say
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
            play_all(self._desk, following, self._lines)
