"""Where plays come from and go to: the scenarios, the plays of the past, the settings."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from simulator.durable import reason_of
from simulator.engine.run import Run
from simulator.locale import Language, Message, Phrasebook, phrasebook
from simulator.play.autosave import Autosave
from simulator.play.challenges import Challenges
from simulator.play.class_desk import ClassDesk
from simulator.play.edition import Edition
from simulator.play.hints import Hints
from simulator.play.history import BadPlayFile, History
from simulator.play.interruptions import Interruptions, unsaved
from simulator.play.keeping import Keeping
from simulator.play.kept import Kept, described
from simulator.play.keys import Keys
from simulator.play.my_class import MyClass, PlayReady
from simulator.play.presenters.catalogue import briefing, broken_row, library_row, practice_mode
from simulator.play.presenters.class_page import class_badge
from simulator.play.presenters.class_rows import ClassBadge, ClassBoardView, ClassDebriefView, ClassView
from simulator.play.presenters.guide import guide_of
from simulator.play.presenters.hindsight import GuideView
from simulator.play.presenters.pages import BriefingView, ContinueRow, LibraryRow, PlayRow, Settings
from simulator.play.presenters.plays import play_rows
from simulator.play.rerun import CannotRerun, rerun
from simulator.play.resuming import CannotResume
from simulator.play.review import CannotReview, Review
from simulator.play.session import Session
from simulator.play.settings import SettingsFile
from simulator.play.unfinished import Unfinished
from simulator.play.what_ifs import WhatIfs
from simulator.scenario.library import Entry, Library, keep
from simulator.scenario.load import LoadedScenario
from simulator.scenario.picture_files import art_of
from simulator.scenario.problem import Problem, ScenarioProblems

CHALLENGES_FILE = "challenges.json"
HINTS_FILE = "hints.json"


class Desk:
    """The front end's way to everything that outlives a play.

    `language` is spoken this time, whatever the settings.
    """

    def __init__(
        self, library: Library, history: History, settings_file: SettingsFile, language: Language | None = None
    ) -> None:
        self._problem: Message | None = settings_file.problem
        self._library = library
        self._keeping = Keeping(library, history, Unfinished(history.folder.with_name("unfinished")))
        self._interruptions = Interruptions(self._keeping)
        self._file = settings_file
        self._challenges = Challenges(history.folder.parent / CHALLENGES_FILE)
        self._hints_file = history.folder.parent / HINTS_FILE
        self._kept_settings = settings_file.load()
        self._settings = replace(self._kept_settings, language=language or self._kept_settings.language)
        self._asked = language
        self._editions: dict[Path, Edition] = {}
        self._session: Session | None = None
        self.my_class = MyClass(history.folder.with_name("class"), history, lambda: self._settings.language)
        self._for_class = ClassDesk(self.my_class, self._keeping)

    @property
    def problem(self) -> Message | None:
        """What could not be read or kept just now, if anything."""
        session = self._session
        trouble = session.autosave.trouble if session is not None and not session.finished else None
        return self._problem if trouble is None else unsaved(trouble)

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
        self._problem = self._file.problem
        if self._session is not None:
            self._session.set_tempo(settings.tempo)
            self._session.stops_at_events = settings.stop_at_events
            self._session.keys = Keys(settings.keys)

    def set_language(self, language: Language) -> None:
        """Speak `language` from now on."""
        if language != self._settings.language:
            self.change_settings(replace(self._settings, language=language))

    def library(self) -> tuple[LibraryRow, ...]:
        """Every scenario, the tutorial first; a broken one with its problem."""
        counts = self._keeping.counts()
        rows = [self._row(entry, played=counts[entry.id] > 0) for entry in self._library.entries()]
        return tuple(sorted(rows, key=lambda row: (not row.tutorial, bool(row.problem), row.title)))

    def offered_seed(self, scenario_id: str, after: int | None = None) -> int:
        """The draw for the next play: those offered by the scenario in turn, then from the first again.

        With `after`, the one that follows it.
        """
        played = self._keeping.counts()[scenario_id]
        offered = self._library.load(scenario_id).scenario.outbreak.offered_seeds
        if after is not None and offered:
            following = offered.index(after) + 1 if after in offered else 0
            return offered[following % len(offered)]
        return offered[played % len(offered)] if offered else played + 1

    def briefing(self, scenario_id: str, seed: int) -> BriefingView:
        """The page before a play. Raises UnknownScenario and ScenarioProblems."""
        edition = self._edition(scenario_id)
        scenario = edition.scenario(self._settings.language)
        view = briefing(scenario, seed, self._say, practice_mode(self._settings, self._say))
        view = replace(view, art=art_of(edition.loaded))
        waiting = self._challenges.of(scenario_id)
        if waiting is None or not scenario.scored:
            return view
        return replace(view, challenge=self._say("play.briefing_challenge", challenge=waiting.challenge.message))

    def guide(self, scenario_id: str) -> GuideView:
        """How a play of the scenario is graded. Raises UnknownScenario and ScenarioProblems."""
        return guide_of(self._edition(scenario_id).scenario(self._settings.language), self._say)

    def start(self, scenario_id: str, seed: int) -> Session:
        """A new play; the one going on can be resumed later. Raises UnknownScenario and ScenarioProblems."""
        self.close()
        edition = self._edition(scenario_id)
        self._problem = None
        try:
            keep(edition.loaded)
        except OSError as error:
            self._problem = Message("desk.play_unkept", {"reason": reason_of(error)})
        return self._begin(Run(edition.loaded.scenario, seed), edition)

    def briefing_for_class(self, ready: PlayReady) -> BriefingView:
        """The page before a play of what a class was set."""
        return briefing(self._edition_of(ready.loaded).scenario(self._settings.language), ready.seed, self._say)

    def guide_for_class(self, ready: PlayReady) -> GuideView:
        """How such a play is graded."""
        return guide_of(self._edition_of(ready.loaded).scenario(self._settings.language), self._say)

    def start_for_class(self, ready: PlayReady) -> Session:
        """A play of what a class was set; it is handed in when it ends. The one going on can be resumed later."""
        self.close()
        edition = self._edition_of(ready.loaded)
        self._problem = None
        try:
            keep(edition.loaded)
        except OSError as error:
            self._problem = Message("desk.play_unkept", {"reason": reason_of(error)})
        session = self._begin(Run(edition.loaded.scenario, ready.seed), edition)
        self._problem = self._for_class.begun(session, ready.ticket) or self._problem
        return session

    def class_view(self) -> ClassView:
        """The class page as it is now."""
        return self._for_class.view(self._say, self._name)

    def class_badge(self) -> ClassBadge:
        """The class as the sidebar has it."""
        return class_badge(self.my_class, self._say)

    def class_board(self, assignment_id: str, *, now: bool = False) -> ClassBoardView | None:
        """Where the class stands in what it was set, asked for beside; None where there is no such assignment.

        `now`: even if that was asked a moment ago.
        """
        return self._for_class.board(assignment_id, self._say, now=now)

    def class_debrief(self, assignment_id: str, *, now: bool = False) -> ClassDebriefView | None:
        """The class looked back on, in the same way."""
        return self._for_class.debrief(assignment_id, self._say, now=now)

    def to_continue(self, scenario_id: str | None = None) -> ContinueRow | None:
        """The play that was interrupted last and can be resumed here, of one scenario if asked."""
        return self._interruptions.latest(self._settings.language, scenario_id, self._name)

    def resume(self, play_id: str) -> Session:
        """Take up an interrupted play at its minute; the one going on can be resumed later. Raises CannotResume."""
        self.close()
        try:
            resumed = self._keeping.take_up(play_id)
        except CannotRerun as error:
            raise CannotResume(self._say.say(error.message)) from None
        except ScenarioProblems as error:
            raise CannotResume(self._sentence(error.problems[0])) from None
        language = self._settings.language
        self._problem = self._interruptions.loss(resumed.journal, resumed.edition.scenario(language), language)
        session = self._play(resumed.run, resumed.edition, resumed.autosave, resumed.journal.beginning.branched)
        session.laid_apart = resumed.journal.laid_apart
        self._for_class.resumed(session)
        session.threshold = resumed.threshold
        return session

    def close(self) -> None:
        """Let go of the play going on, if any: it can be resumed."""
        if self._session is not None:
            self._session.leave()
            self._session = None

    def history(self) -> tuple[PlayRow, ...]:
        """The plays of the past, the latest first; above them those that were interrupted."""
        known = {entry.id: self._edition(entry.id) for entry in self._library.entries() if entry.loaded is not None}
        scenarios = {name: edition.scenario(self._settings.language) for name, edition in known.items()}
        over = play_rows(self._keeping.history.plays(), self._say, scenarios)
        return (*self._interruptions.rows(self._settings.language, self._name), *over)

    def review(self, play_id: str) -> Review:
        """A play of the past looked back on. Raises CannotReview with the sentence of why not."""
        try:
            play = self._keeping.history.play(play_id)
            again = rerun(self._keeping.history.replay(play_id), self._library)
        except (BadPlayFile, CannotRerun) as error:
            raise CannotReview(self._say.say(error.message)) from None
        except ScenarioProblems as error:
            raise CannotReview(self._sentence(error.problems[0])) from None
        in_class = self._for_class.standing(play_id, again.run)
        is_here = any(entry.id == play.scenario_id and entry.loaded for entry in self._library.entries())
        kept = Kept(
            play,
            again.run,
            again.edition,
            self._keeping.history,
            self._play_on,
            is_playable=is_here and in_class is None,
            in_class=in_class,
        )
        return Review(kept, self._settings.language, WhatIfs(again.run))

    @property
    def _say(self) -> Phrasebook:
        return phrasebook(self._settings.language)

    def _edition(self, scenario_id: str) -> Edition:
        """The scenario's editions, made anew when its file was read anew."""
        return self._edition_of(self._library.load(scenario_id))

    def _edition_of(self, loaded: LoadedScenario) -> Edition:
        known = self._editions.get(loaded.file)
        if known is None or known.loaded is not loaded:
            known = self._editions[loaded.file] = Edition(loaded)
        return known

    def _sentence(self, problem: Problem) -> str:
        arguments = {"place": str(problem.place), "problem": problem.message}
        return self._say.say(Message("desk.scenario_problem", arguments))

    def _row(self, entry: Entry, *, played: bool) -> LibraryRow:
        if entry.loaded is None:
            return broken_row(entry.id, self._sentence(entry.problems[0]), self._say)
        best = self._keeping.history.best(entry.id)
        grade = best.result.overall if best is not None and best.result is not None else None
        scenario = self._edition(entry.id).scenario(self._settings.language)
        row = library_row(scenario, self._say, grade, played=played)
        row = replace(row, art=art_of(entry.loaded))
        if not scenario.tutorial or self._keeping.history.plays():
            return row
        return replace(row, subtitle=self._say("play.tutorial_first"))

    @property
    def _name(self) -> str:
        """The name of the play going on, "" for none."""
        return self._session.autosave.name if self._session is not None else ""

    def _begin(self, run: Run, edition: Edition, branched: int | None = None) -> Session:
        """A play of `run`, which is saved from now on."""
        autosave = self._keeping.begin(run, edition, self._settings.language, branched)
        session = self._play(run, edition, autosave, branched)
        if self._settings.start_paused:
            session.pause()
        return session

    def _play(self, run: Run, edition: Edition, autosave: Autosave, branched: int | None) -> Session:
        session = Session(run, edition, self._settings.language, self._ended, autosave, branched)
        session.set_tempo(self._settings.tempo)
        session.stops_at_events = self._settings.stop_at_events
        session.hints = Hints(self._hints_file)
        session.keys = Keys(self._settings.keys)
        self._session = session
        self._problem = self._problem or self._interruptions.elsewhere(self._settings.language, self._name)
        return session

    def _play_on(self, run: Run, edition: Edition) -> Session:
        """A play of a run that has begun; the one going on can be resumed later."""
        self.close()
        self._problem = None
        return self._begin(run, edition, branched=run.minute)

    def _ended(self, session: Session) -> Kept:
        """Keep a play that is over; what the disk refuses is told, and the play goes on to its debrief."""
        in_class = self._for_class.standing(session.autosave.name, session.run)
        kept = Kept(
            described(session),
            session.run,
            session.edition,
            self._keeping.history,
            self._play_on,
            autosave=session.autosave,
            is_playable=in_class is None,
            in_class=in_class,
        )
        self._problem = None
        try:
            kept.keep()
            if kept.play.is_ranked:
                kept.challenged = self._challenges.judged(session.run.scenario.id, session.card)
                self._challenges.set_after(session.run.scenario, session.card)
        except OSError as error:
            code = "desk.play_unkept" if session.autosave.trouble else "desk.play_unkept_yet"
            self._problem = Message(code, {"reason": reason_of(error)})
        self._problem = self._for_class.ended(session.autosave.name, session.run) or self._problem
        return kept
