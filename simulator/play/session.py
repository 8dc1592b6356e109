"""A run being played: the clock, what every screen shows, and each decision dated with the minute it is taken at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property

from simulator.engine.decision import Decision
from simulator.engine.run import WANTS_ATTENTION, Run
from simulator.locale import Language
from simulator.play.autosave import Autosave
from simulator.play.deciding import Deciding
from simulator.play.edition import Edition
from simulator.play.hints import Hints
from simulator.play.kept import Kept
from simulator.play.keys import Keys
from simulator.play.laid_apart import LaidApart
from simulator.play.pace import Pace, Situation
from simulator.play.presenters.crisis import QUIET_STEP, crisis_in_parts
from simulator.play.presenters.guide import guide_of
from simulator.play.presenters.header import Pacing
from simulator.play.presenters.hindsight import GuideView
from simulator.play.presenters.hints import hint_text
from simulator.play.presenters.post_rows import FeedFilter
from simulator.play.presenters.rows import CrisisView
from simulator.play.review import Review
from simulator.play.shadows import Shadows
from simulator.play.situation import situation
from simulator.play.what_ifs import WhatIfs
from simulator.play.wording import Parts, Wording
from simulator.scoring import ScoreCard, score
from simulator.scoring.of_run import record_of


class Session(Deciding):
    """A play. A command gives None when it is accepted, else the sentence of why not.

    `revision` rises whenever what `crisis` shows may have changed, and at no other time. `ended` is called once, when
    the last minute was played or the play given up, and keeps the play; until then `autosave` has every decision and
    the minute reached. `branched` is the minute from which it takes up an earlier play, None for one from the start.
    """

    def __init__(
        self,
        run: Run,
        edition: Edition,
        language: Language,
        ended: Callable[[Session], Kept],
        autosave: Autosave,
        branched: int | None = None,
    ) -> None:
        super().__init__(run, edition, language)
        self.pace = Pace()
        self.branched = branched
        self.hints = Hints()
        self.keys = Keys()
        """The keys that tips name."""
        self.stops_at_events = False
        """Whether the clock is paused whenever something wants the student's attention."""
        self.attending = False
        """Whether the student is at a dialog: the clock then runs as slowly as while a card is read."""
        self.autosave = autosave
        self._ended = ended
        self._kept: Kept | None = None
        self._shadows = Shadows(run.scenario, run.seed)
        self._speed = -1.0
        self._wording = Wording()
        self._read: tuple[int, int, Situation] | None = None
        self._minute_played()

    @property
    def paused(self) -> bool:
        """Whether the clock stands still."""
        return self.pace.paused

    @property
    def finished(self) -> bool:
        """Whether the last minute was played, or the play given up."""
        return self.run.finished

    @cached_property
    def card(self) -> ScoreCard:
        """The grade of the play as far as it went."""
        return score(record_of(self.run))

    @property
    def language(self) -> Language:
        """The language that the play is told in."""
        return self._telling.phrases.language

    # -- time

    def advance(self, wall_seconds: float) -> None:
        """Let wall time pass: the scenario's clock follows by the pace."""
        if self.finished:
            return
        now = self._situation
        minutes = self.pace.advance(wall_seconds, now)
        speed = self.pace.speed(now)
        if speed != self._speed:
            self._speed = speed
            self.revision += 1
        for _ in range(minutes):
            level = self.threshold.level
            called = self._live(1)
            if self.threshold.level != level or (called and self.stops_at_events):
                self.pause()
                break

    def use_spare_time(self) -> None:
        """Live a minute of a play that the debrief compares with: some thousandths of a second nobody waits for."""
        if not self.finished:
            self._shadows.step()

    def pause(self) -> None:
        """Stop the clock."""
        self._set_paused(True)

    def resume(self) -> None:
        """Let the clock go on."""
        self._set_paused(False)

    def set_tempo(self, tempo: float) -> None:
        """Slow the clock by `tempo` (1 to 10); 0: time passes only when told to."""
        if tempo != self.pace.tempo:
            self.pace.tempo = tempo
            self.revision += 1

    def accommodate(self, factor: float) -> None:
        """Let everything last `factor` times as long, whatever the tempo; 0: time passes only when told to."""
        self.pace.accommodation = factor
        self.revision += 1

    def next_event(self) -> None:
        """Play until something wants the student's attention; a quiet hour passes in steps, for nothing calls in it."""
        self.wait(QUIET_STEP if self.run.state.stage == "veille" else self.run.scenario.length)

    def wait(self, minutes: int) -> None:
        """Play `minutes`, fewer when something wants the student's attention before."""
        for _ in range(minutes):
            if self.finished or self._live(1):
                break
        self.pace.restart_minute()
        self.revision += 1

    def play_until(self, minute: int) -> None:
        """Play each minute up to `minute`, whatever happens."""
        self._live(minute - self.run.minute)

    def abandon(self) -> None:
        """Give the play up; a finished one stays as it is."""
        self.run.abandon()
        self.revision += 1
        self._close_if_over()

    def leave(self) -> None:
        """Let go of the play, which can be taken up at this minute; one in which nothing happened leaves nothing."""
        has_decided = len(self.run.events) > self.run.digested
        if has_decided or self.run.minute > (self.branched or 0):
            self.autosave.leave()
        else:
            self.autosave.remove()

    def decide(self, decision: Decision) -> str | None:
        """Take a decision that is a value already, as a bot does."""
        return self._decide(decision)

    def set_threshold(self, level: int | None) -> str | None:
        """Have the cell alerted at `level`, and save that."""
        refusal = super().set_threshold(level)
        if refusal is None:
            self.autosave.threshold_set(level)
        return refusal

    def lay_apart(self, posts: LaidApart) -> None:
        """Remember what the reader pinned and hid, and save it."""
        super().lay_apart(posts)
        self.autosave.laid_apart(posts)

    # -- what is shown

    def set_language(self, language: Language) -> None:
        """Tell the play in `language`; the run knows none."""
        self._telling = self.edition.telling(self.run, language)
        self._read = None
        self.revision += 1

    def crisis(self, feed_filter: FeedFilter) -> CrisisView:
        """Everything the crisis scene shows; asked twice without a change, the same view."""
        return self._wording.view((self.revision, feed_filter), lambda: self._parts(feed_filter))

    def word_ahead(self, feed_filter: FeedFilter) -> None:
        """Word a part of what `crisis` is going to be asked for, so that it takes no longer than a frame has."""
        self._wording.ahead((self.revision, feed_filter), lambda: self._parts(feed_filter))

    def _parts(self, feed_filter: FeedFilter) -> Parts:
        pacing = Pacing(speed=self.pace.told_speed(self._situation), paused=self.paused)
        for view in crisis_in_parts(self._telling, pacing, feed_filter, self.threshold.remarks):
            if view is None:
                yield None
                continue
            name = self.hints.look(self._telling)
            yield replace(view, hint=hint_text(self._telling, name, self.keys) if name else "")

    def put_hint_away(self) -> None:
        """The tip that stands has been read."""
        self.hints.put_away()
        self.revision += 1

    def guide(self) -> GuideView:
        """How the play is graded, which may be read before and while it is played."""
        return guide_of(self._telling.scenario, self._telling.phrases)

    def review(self) -> Review:
        """The play looked back on, with what would have been in the same world. ValueError while it goes on."""
        if self._kept is None:
            raise ValueError("a play that goes on has no debrief")
        return Review(self._kept, self.language, WhatIfs(self.run, self._shadows.what_ifs(self.run)))

    @property
    def _situation(self) -> Situation:
        """The situation, made anew only when a minute was played or something happened: it is asked for each frame."""
        moment = (self.run.minute, len(self.run.events))
        if self._read is None or self._read[:2] != moment:
            self._read = (*moment, situation(self._telling))
        return self._read[2] if not self.attending else replace(self._read[2], attending=True)

    def _set_paused(self, paused: bool) -> None:
        if paused != self.pace.paused:
            self.pace.paused = paused
            self.revision += 1

    def _live(self, minutes: int) -> bool:
        """Play each of `minutes`, as far as there are; whether something wants the student's attention."""
        last, seen, called = self.run.minute + minutes, len(self.run.events), False
        while not self.finished and self.run.minute < last:
            self.run.advance_to(self.run.minute + 1)
            self.revision += 1
            called = self._look_at_threshold() or called
        self._minute_played()
        return called or any(isinstance(event, WANTS_ATTENTION) for event in self.run.events[seen:])

    def _decide(self, decision: Decision) -> str | None:
        refusal = super()._decide(decision)
        if refusal is None:
            self.autosave.decided(decision)
        return refusal

    def _minute_played(self) -> None:
        self.autosave.reached(self.run)
        self._close_if_over()

    def _close_if_over(self) -> None:
        if self.finished and self._kept is None:
            self._kept = self._ended(self)
