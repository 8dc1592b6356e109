"""A play looked back on: its debrief, its what-ifs, the student's own words, its report, and playing on from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.debrief.counterfactual import Change
from simulator.durable import reason_of
from simulator.locale import Language, Message
from simulator.places import reports_folder
from simulator.play.export import Export
from simulator.play.history import BadPlayFile
from simulator.play.kept import Kept
from simulator.play.presenters.debrief import debrief, with_what_ifs
from simulator.play.presenters.hindsight import DebriefView
from simulator.play.presenters.network import Cartographer, NetworkMap
from simulator.play.presenters.next_time import challenge_result
from simulator.play.presenters.plays import standing
from simulator.play.what_ifs import WhatIfs
from simulator.play.words import Words
from simulator.scoring import score
from simulator.scoring.of_run import record_of

if TYPE_CHECKING:
    from simulator.play.session import Session


class CannotReview(Exception):
    """A play of the past that cannot be looked back on; `sentence` says why, in the player's language."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Review:
    """The debrief of a play that is over. `revision` rises when what `view` shows may have changed.

    Nothing goes on in the background before the first `advance`.
    """

    def __init__(self, kept: Kept, language: Language, what_ifs: WhatIfs) -> None:
        self.revision = 0
        self.words = kept.play.words
        self.told = ""
        self.exporting: float | None = None
        self.run = kept.run
        self._kept = kept
        self._what_ifs = what_ifs
        self._asked_usual = False
        self._in_class = ""
        self._export: Export | None = None
        self._card = score(record_of(kept.run))
        self._shown: tuple[int, DebriefView] | None = None
        self._lasting: DebriefView | None = None
        self._cartographer = Cartographer()
        self.set_language(language)

    def view(self) -> DebriefView:
        """Everything the debrief shows; asked twice without a change, the same view."""
        if self._shown is None or self._shown[0] != self.revision:
            if self._lasting is None:
                self._lasting = self._without_what_ifs()
            self._shown = (self.revision, with_what_ifs(self._lasting, self._telling, self._what_ifs.asked))
        return self._shown[1]

    def network(self) -> NetworkMap:
        """The audience as a map, at any minute of the play."""
        return self._cartographer.map_of(self._telling)

    def _without_what_ifs(self) -> DebriefView:
        """What stays while what-ifs come in: it takes longer to word than they do, and a frame has no time for it."""
        play = self._kept.play
        ranked = self._kept.ranked()
        best = max((one.result.overall for one in ranked if one.result is not None), default=None)
        compared = standing(self._telling, play, ranked)
        compared = " ".join(part for part in (compared, self._in_class) if part)
        view = debrief(self._telling, self._card, (), play.when, self.words, compared, best)
        if self._kept.challenged is not None:
            challenge, met = self._kept.challenged
            view = replace(view, challenge=challenge_result(self._telling, challenge, met=met))
        return view if self._kept.is_playable else replace(view, scenario_id="")

    def set_language(self, language: Language) -> None:
        """Tell the play in `language`."""
        self._telling = self._kept.edition.telling(self.run, language)
        self.told = ""
        self._lasting = None
        self.revision += 1

    def advance(self) -> None:
        """Take in what the background has done: called each frame. The first call begins the usual what-ifs."""
        if not self._asked_usual:
            self._asked_usual = True
            self._what_ifs.ask_usual()
            self.revision += 1
        if self._what_ifs.poll():
            self.revision += 1
        self._look_at_class()
        self._look_at_export()

    def ask(self, key: str) -> None:
        """Begin another what-if: `key` is that of an `AlternativeRow`; ValueError for none."""
        self._what_ifs.ask(Change.from_key(key))
        self.revision += 1

    def finish(self, progress: Callable[[int, int], None] | None = None) -> None:
        """Wait until every what-if asked for is done; `progress` takes runs done and runs in all."""
        self._what_ifs.finish(progress)
        self.revision += 1

    def write(self, words: Words) -> str | None:
        """Keep the student's own words; the sentence of why not, where the disk refuses: they stay on the screen."""
        self.words = Words.from_record(words.to_record())
        self._lasting = None
        self.revision += 1
        try:
            self._kept.write(self.words)
        except BadPlayFile as error:
            return self._say(Message("desk.words_unkept", {"reason": error.message}))
        except OSError as error:
            return self._say(Message("desk.words_refused", {"reason": reason_of(error)}))
        return None

    def export(self, suffix: str) -> None:
        """Begin to write the report, ".html" or ".pdf"; `exporting` is its progress, `told` what came of it."""
        if self._export is not None:
            return
        play = self._kept.play
        name = play.play_id or f"{play.scenario_id}-{play.seed}"
        language = self._telling.phrases.language
        self.told = ""
        try:
            self._export = Export(self.view(), language, reports_folder() / f"{name}.{language}{suffix}")
        except OSError:
            self.told = self._say(Message("desk.report_broken"))
        else:
            self.exporting = 0.0

    def branch(self, place: int) -> Session:
        """Play on from before the decision `place` (from 0); such a play is kept, but not ranked."""
        return self._kept.play_on(place)

    def close(self) -> None:
        """Stop what goes on in the background; a report that is being written still is."""
        self._what_ifs.close()
        self._export = None
        self.exporting = None

    def _look_at_class(self) -> None:
        """Where the play stands in its class, once that is known and as it changes."""
        if self._kept.in_class is None:
            return
        told = self._kept.in_class(self._telling.phrases.language)
        if told != self._in_class:
            self._in_class, self._lasting = told, None
            self.revision += 1

    def _look_at_export(self) -> None:
        if self._export is None:
            return
        self.exporting = self._export.done
        if self.exporting == 1.0:
            self.told = self._say(self._export.told)
            self._export = None
            self.exporting = None

    def _say(self, message: Message) -> str:
        return self._telling.times.say(message)
