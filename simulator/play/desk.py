"""Where plays come from and go to: the scenarios, the plays of the past, the settings."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from simulator.debrief.challenge import Challenge
from simulator.engine.run import Run
from simulator.locale import Language, Message, Phrasebook, phrasebook
from simulator.play.challenges import Challenges, Waiting
from simulator.play.edition import Edition
from simulator.play.hints import Hints
from simulator.play.history import BadPlayFile, History, Play, Result
from simulator.play.kept import Kept
from simulator.play.presenters.catalogue import briefing, broken_row, library_row, practice_mode
from simulator.play.presenters.guide import guide_of
from simulator.play.presenters.hindsight import GuideView
from simulator.play.presenters.pages import BriefingView, LibraryRow, PlayRow, Settings
from simulator.play.presenters.plays import play_rows
from simulator.play.rerun import CannotRerun, rerun
from simulator.play.review import CannotReview, Review
from simulator.play.session import Session
from simulator.play.settings import SettingsFile
from simulator.play.what_ifs import WhatIfs
from simulator.scenario.library import Entry, Library, keep
from simulator.scenario.problem import Problem, ScenarioProblems
from simulator.scenario.rubric import overall_weights

CHALLENGES_FILE = "challenges.json"
HINTS_FILE = "hints.json"


class Desk:
    """The front end's way to everything that outlives a play.

    `problem` says what could not be read or kept, if anything. `language` is spoken this time, whatever the settings.
    """

    def __init__(
        self, library: Library, history: History, settings_file: SettingsFile, language: Language | None = None
    ) -> None:
        self.problem: Message | None = None
        self._library = library
        self._history = history
        self._file = settings_file
        self._challenges = Challenges(history.folder.parent / CHALLENGES_FILE)
        self._hints_file = history.folder.parent / HINTS_FILE
        self._kept_settings = settings_file.load()
        self._settings = replace(self._kept_settings, language=language or self._kept_settings.language)
        self._asked = language
        self._editions: dict[Path, Edition] = {}
        self._session: Session | None = None
        self.problem = settings_file.problem

    @property
    def settings(self) -> Settings:
        """What the player chose."""
        return self._settings

    def change_settings(self, settings: Settings) -> None:
        """Play by `settings` from now on, and keep them; a language asked for this time only is not kept."""
        if settings.language != self._settings.language:
            self._asked = None
        self._settings = settings
        language = self._kept_settings.language if settings.language == self._asked else settings.language
        self._kept_settings = replace(settings, language=language)
        self._file.save(self._kept_settings)
        self.problem = self._file.problem
        if self._session is not None:
            self._session.set_tempo(settings.tempo)
            self._session.stops_at_events = settings.stop_at_events

    def set_language(self, language: Language) -> None:
        """Speak `language` from now on."""
        if language != self._settings.language:
            self.change_settings(replace(self._settings, language=language))

    def library(self) -> tuple[LibraryRow, ...]:
        """Every scenario, the tutorial first; a broken one with its problem."""
        rows = [self._row(entry) for entry in self._library.entries()]
        return tuple(sorted(rows, key=lambda row: (not row.tutorial, bool(row.problem), row.title)))

    def offered_seed(self, scenario_id: str, after: int | None = None) -> int:
        """The draw for the next play: those offered by the scenario in turn, then from the first again.

        With `after`, the one that follows it.
        """
        played = self._history.count(scenario_id)
        offered = self._library.load(scenario_id).scenario.outbreak.offered_seeds
        if after is not None and offered:
            following = offered.index(after) + 1 if after in offered else 0
            return offered[following % len(offered)]
        return offered[played % len(offered)] if offered else played + 1

    def briefing(self, scenario_id: str, seed: int) -> BriefingView:
        """The page before a play. Raises UnknownScenario and ScenarioProblems."""
        scenario = self._edition(scenario_id).scenario(self._settings.language)
        view = briefing(scenario, seed, self._say, practice_mode(self._settings, self._say))
        waiting = self._challenges.of(scenario_id)
        if waiting is None or not scenario.scored:
            return view
        return replace(view, challenge=self._say("play.briefing_challenge", challenge=waiting.challenge.message))

    def guide(self, scenario_id: str) -> GuideView:
        """How a play of the scenario is graded. Raises UnknownScenario and ScenarioProblems."""
        return guide_of(self._edition(scenario_id).scenario(self._settings.language), self._say)

    def start(self, scenario_id: str, seed: int) -> Session:
        """A new play; the one going on is given up. Raises UnknownScenario and ScenarioProblems."""
        self.close()
        edition = self._edition(scenario_id)
        self.problem = None
        try:
            keep(edition.loaded)
        except OSError as error:
            self.problem = _unkept(error)
        return self._play(Run(edition.loaded.scenario, seed), edition)

    def close(self) -> None:
        """Give up the play going on, if any: it is kept."""
        if self._session is not None:
            self._session.abandon()
            self._session = None

    def history(self) -> tuple[PlayRow, ...]:
        """The plays of the past, the latest first."""
        known = {entry.id: self._edition(entry.id) for entry in self._library.entries() if entry.loaded is not None}
        scenarios = {name: edition.scenario(self._settings.language) for name, edition in known.items()}
        return play_rows(self._history.plays(), self._say, scenarios)

    def review(self, play_id: str) -> Review:
        """A play of the past looked back on. Raises CannotReview with the sentence of why not."""
        try:
            play = self._history.play(play_id)
            again = rerun(self._history.replay(play_id), self._library)
        except (BadPlayFile, CannotRerun) as error:
            raise CannotReview(self._say.say(error.message)) from None
        except ScenarioProblems as error:
            raise CannotReview(self._problem(error.problems[0])) from None
        playable = any(entry.id == play.scenario_id and entry.loaded for entry in self._library.entries())
        kept = Kept(play, again.run, again.edition, self._history, self._play_on, is_playable=playable)
        return Review(kept, self._settings.language, WhatIfs(again.run))

    @property
    def _say(self) -> Phrasebook:
        return phrasebook(self._settings.language)

    def _edition(self, scenario_id: str) -> Edition:
        """The scenario's editions, made anew when its file was read anew."""
        loaded = self._library.load(scenario_id)
        known = self._editions.get(loaded.file)
        if known is None or known.loaded is not loaded:
            known = self._editions[loaded.file] = Edition(loaded)
        return known

    def _problem(self, problem: Problem) -> str:
        arguments = {"place": str(problem.place), "problem": problem.message}
        return self._say.say(Message("desk.scenario_problem", arguments))

    def _row(self, entry: Entry) -> LibraryRow:
        if entry.loaded is None:
            return broken_row(entry.id, self._problem(entry.problems[0]), self._say)
        best = self._history.best(entry.id)
        grade = best.result.overall if best is not None and best.result is not None else None
        scenario = self._edition(entry.id).scenario(self._settings.language)
        row = library_row(scenario, self._say, grade)
        if not scenario.tutorial or self._history.plays():
            return row
        return replace(row, subtitle=self._say("play.tutorial_first"))

    def _play(self, run: Run, edition: Edition, branched: int | None = None) -> Session:
        self._session = Session(run, edition, self._settings.language, self._ended, branched)
        self._session.set_tempo(self._settings.tempo)
        self._session.hints = Hints(self._hints_file)
        self._session.stops_at_events = self._settings.stop_at_events
        if self._settings.start_paused:
            self._session.pause()
        return self._session

    def _play_on(self, run: Run, edition: Edition) -> Session:
        """A play of a run that has begun; the one going on is given up."""
        self.close()
        self.problem = None
        return self._play(run, edition, branched=run.minute)

    def _ended(self, session: Session) -> Kept:
        """Keep a play that is over; what the disk refuses is told, and the play goes on to its debrief."""
        kept = Kept(_described(session), session.run, session.edition, self._history, self._play_on)
        try:
            kept.keep()
            self._set_challenge(session, kept)
        except OSError as error:
            self.problem = _unkept(error)
        return kept

    def _set_challenge(self, session: Session, kept: Kept) -> None:
        """Tell a ranked play how it did on the challenge before it, and set the next one."""
        if not kept.play.is_ranked:
            return
        scenario_id, card, before = session.run.scenario.id, session.card, self._challenges.of(session.run.scenario.id)
        if before is not None:
            kept.challenged = (before.challenge, before.challenge.is_met(card.evidence, card.overall, before.grade))
        weights = session.run.scenario.rubric.overall or overall_weights(session.run.scenario.severity)
        self._challenges.set(scenario_id, Waiting(Challenge.after(card.evidence, weights), card.overall))


def _described(session: Session) -> Play:
    run, card = session.run, session.card
    abandoned = run.state.abandoned
    graded = run.scenario.scored and not abandoned
    return Play(
        play_id="",
        scenario_id=run.scenario.id,
        title=run.scenario.title,
        seed=run.seed,
        when=datetime.now().astimezone(),
        language=session.language,
        abandoned=abandoned,
        result=Result(card.overall, card.reactivity, card.transparency, card.tone, card.band) if graded else None,
        branched=session.branched,
    )


def _unkept(error: OSError) -> Message:
    return Message("desk.play_unkept", {"reason": error.strerror or type(error).__name__})
