"""The page before a play: what it is about, which draw, and how time passes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from simulator.console.called import help_lines, is_called, rest_of
from simulator.console.commands import language_of
from simulator.console.lines import Lines
from simulator.console.tell.grading import guide_lines
from simulator.console.tell.pages import briefing_lines, dossier_lines
from simulator.console.wall import Wall
from simulator.locale import phrasebook
from simulator.play.desk import Desk
from simulator.play.presenters.pages import BriefingView
from simulator.play.session import Session

LARGEST_SEED = 2**32 - 1
_COMMANDS = ("draw", "dossier", "grading", "timed", "start_paused", "stops", "back")


class Briefing:
    """Asks until the play begins, or one goes back. `clock` gives monotonic seconds, for who plays against it."""

    def __init__(
        self, desk: Desk, lines: Lines, scenario_id: str, seed: int, clock: Callable[[], float], *, timed: bool = False
    ) -> None:
        self._desk = desk
        self._lines = lines
        self._scenario_id = scenario_id
        self._seed = seed
        self._clock = clock
        self.timed = timed

    def ask(self) -> tuple[Session, Wall | None] | None:
        """The play that begins, with its clock if it is timed; None for who goes back. Raises EndOfInput."""
        self._tell()
        while True:
            say = phrasebook(self._desk.settings.language)
            typed = self._lines.ask(say("console.prompt_briefing"))
            if not typed:
                return self._begin()
            if is_called(typed, say, "console.words_back"):
                return None
            self._obey(typed)

    def _begin(self) -> tuple[Session, Wall | None]:
        wall = Wall.watching(self._clock) if self.timed else None
        session = self._desk.start(self._scenario_id, self._seed)
        if wall is None:
            session.resume()
        return session, wall

    def _obey(self, typed: str) -> None:
        say, settings = phrasebook(self._desk.settings.language), self._desk.settings
        if is_called(typed, say, "console.words_draw"):
            self._draw(rest_of(typed))
        elif is_called(typed, say, "console.words_dossier"):
            self._lines.write_all(dossier_lines(self._view()) if self._view().dossier else [say("console.no_dossier")])
        elif is_called(typed, say, "console.words_grading"):
            self._lines.write_all(guide_lines(self._desk.guide(self._scenario_id), say))
        elif is_called(typed, say, "console.words_timed"):
            self.timed = not self.timed
            self._tell_how_time_passes()
        elif is_called(typed, say, "console.words_start_paused"):
            self._desk.change_settings(replace(settings, start_paused=not settings.start_paused))
            self._lines.write(say("console.starts_paused" if not settings.start_paused else "console.starts_running"))
        elif is_called(typed, say, "console.words_stops"):
            self._desk.change_settings(replace(settings, stop_at_events=not settings.stop_at_events))
            self._lines.write(say("console.stops" if not settings.stop_at_events else "console.stops_not"))
        elif (language := language_of(rest_of(typed) or typed)) is not None:
            self._desk.set_language(language)
            self._tell()
        else:
            self._lines.write(say("console.help_briefing"))
            self._lines.write_all(help_lines(_COMMANDS, say))

    def _draw(self, asked: str) -> None:
        say, number = phrasebook(self._desk.settings.language), int(asked) if asked.isdecimal() else None
        if asked and (number is None or number > LARGEST_SEED):
            self._lines.write(say("console.draw_how"))
            return
        self._seed = number if number is not None else self._desk.offered_seed(self._scenario_id, after=self._seed)
        self._lines.write(say("console.drawn", seed=str(self._seed)))

    def _tell(self) -> None:
        self._lines.write_all(briefing_lines(self._view(), phrasebook(self._desk.settings.language)))
        self._tell_how_time_passes()

    def _tell_how_time_passes(self) -> None:
        say = phrasebook(self._desk.settings.language)
        self._lines.write(say("console.begin_timed" if self.timed else "console.begin"))

    def _view(self) -> BriefingView:
        return self._desk.briefing(self._scenario_id, self._seed)
