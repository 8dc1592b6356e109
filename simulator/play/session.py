"""A run being played: the clock, what every screen shows, and each decision dated with the minute it is taken at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property

from simulator.engine.decision import (
    AlertCell,
    ChooseSpokesperson,
    Decision,
    Respond,
    ReviewPost,
    Verify,
    Watch,
)
from simulator.engine.refusal import Refusal
from simulator.engine.run import WANTS_ATTENTION, Run
from simulator.locale import Language
from simulator.play.edition import Edition
from simulator.play.pace import Pace, Situation
from simulator.play.presenters.crisis import crisis
from simulator.play.presenters.dialogs import HoldingChoice, HoldingView, ListenView, WatchView
from simulator.play.presenters.facts import disclosure
from simulator.play.presenters.header import Pacing
from simulator.play.presenters.holding import holding, keep_decision, publish_decision
from simulator.play.presenters.listening import listen_decision, listening, signal_of
from simulator.play.presenters.responses import reply_decision, reply_rows
from simulator.play.presenters.rows import CrisisView, FeedFilter, ResponseRow
from simulator.play.presenters.watching import watching
from simulator.play.review import Review
from simulator.play.shadows import Shadows
from simulator.play.situation import situation
from simulator.play.what_ifs import WhatIfs
from simulator.scoring import ScoreCard, score
from simulator.scoring.of_run import record_of


class Session:
    """A play. A command gives None when it is accepted, else the sentence of why not.

    `revision` rises whenever what `crisis` shows may have changed, and at no other time. `ended` is called once, when
    the last minute was played or the play given up.
    """

    def __init__(self, run: Run, edition: Edition, language: Language, ended: Callable[[Session], None]) -> None:
        self.run = run
        self.pace = Pace()
        self.revision = 0
        self.attending = False
        """Whether the student is at a dialog: the clock then runs as slowly as while a card is read."""
        self._edition = edition
        self._ended = ended
        self._closed = False
        self._shadows = Shadows(run.scenario, run.seed)
        self._speed = -1.0
        self._shown: tuple[int, FeedFilter, CrisisView] | None = None
        self._read: tuple[int, int, Situation] | None = None
        self.set_language(language)

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
        if minutes:
            self.play_until(self.run.minute + minutes)
        else:
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

    def next_event(self) -> None:
        """Play until something wants the student's attention."""
        if not self.finished:
            self.run.advance_to_next_event()
            self._clock_moved()

    def wait(self, minutes: int) -> None:
        """Play `minutes`, fewer when something wants the student's attention before."""
        last = self.run.minute + minutes
        while not self.finished and self.run.minute < last:
            seen = len(self.run.events)
            self.run.advance_to(self.run.minute + 1)
            if any(isinstance(event, WANTS_ATTENTION) for event in self.run.events[seen:]):
                break
        self._clock_moved()

    def play_until(self, minute: int) -> None:
        """Play each minute up to `minute`, whatever happens."""
        before = self.run.minute
        self.run.advance_to(minute)
        if self.run.minute != before:
            self.revision += 1
        self._close_if_over()

    def abandon(self) -> None:
        """Give the play up; a finished one stays as it is."""
        self.run.abandon()
        self.revision += 1
        self._close_if_over()

    # -- what is shown

    def set_language(self, language: Language) -> None:
        """Tell the play in `language`; the run knows none."""
        self._telling = self._edition.telling(self.run, language)
        self._read = None
        self.revision += 1

    def crisis(self, feed_filter: FeedFilter) -> CrisisView:
        """Everything the crisis scene shows; asked twice without a change, the same view."""
        if self._shown is None or self._shown[:2] != (self.revision, feed_filter):
            pacing = Pacing(speed=self.pace.speed(self._situation), paused=self.paused)
            self._shown = (self.revision, feed_filter, crisis(self._telling, pacing, feed_filter))
        return self._shown[2]

    def replies(self, post_id: str) -> tuple[ResponseRow, ...]:
        """What can be answered to a post."""
        return reply_rows(self._telling, post_id)

    def listening(self) -> ListenView:
        """Searches made and words worth trying."""
        return listening(self._telling)

    def watching(self) -> WatchView:
        """What a decision to watch is made of."""
        return watching(self._telling)

    def holding(self, choice: HoldingChoice | None) -> HoldingView:
        """The holding statement composed as `choice`, None as it was last."""
        return holding(self._telling, choice)

    def review(self) -> Review:
        """The play looked back on, with what would have been in the same world."""
        what_ifs = WhatIfs(self.run, self._shadows.what_ifs(self.run))
        return Review(self.run, self._edition, self.language, what_ifs)

    # -- decisions

    def choose(self, inject_id: str, response_id: str) -> str | None:
        """Answer a card."""
        return self._decide(Respond(self.run.minute, response_id, inject=inject_id))

    def listen(self, words: str) -> str | None:
        """Search the feed for words."""
        return self._decide(listen_decision(self._telling, words))

    def verify(self, fact_id: str) -> str | None:
        """Have a fact verified."""
        return self._decide(Verify(self.run.minute, fact_id))

    def disclose(self, fact_id: str) -> str | None:
        """Make a verified fact public."""
        decision = disclosure(self._telling, fact_id)
        return (
            self._telling.say("engine.unknown_response", response=fact_id)
            if decision is None
            else self._decide(decision)
        )

    def publish(self, response_id: str, post_id: str | None) -> str | None:
        """Publish a standing message, or answer the post `post_id`."""
        return self._decide(reply_decision(self._telling, response_id, post_id))

    def keep_holding(self, choice: HoldingChoice) -> str | None:
        """Have the holding statement written and kept ready."""
        return self.holding(choice).keep_refusal or self._decide(keep_decision(self._telling, choice))

    def publish_holding(self, choice: HoldingChoice) -> str | None:
        """Publish the holding statement, written first unless it is kept ready."""
        return self.holding(choice).refusal or self._decide(publish_decision(self._telling, choice))

    def schedule(self, post_id: str, keep: bool) -> str | None:
        """Keep or suspend a scheduled post."""
        return self._decide(ReviewPost(self.run.minute, post_id, keep))

    def alert(self, post_id: str | None) -> str | None:
        """Alert the cell about a post, or about the crisis itself."""
        return self._decide(AlertCell(self.run.minute, None if post_id is None else signal_of(post_id)))

    def spokesperson(self, persona_id: str) -> str | None:
        """Let a member of the cell speak from now on."""
        return self._decide(ChooseSpokesperson(self.run.minute, persona_id))

    def watch(self, inject_id: str | None, reason_id: str, threshold: int) -> str | None:
        """Record a decision to watch."""
        return self._decide(Watch(self.run.minute, reason_id, threshold, inject_id))

    def _decide(self, decision: Decision) -> str | None:
        try:
            self.run.decide(decision)
        except Refusal as refusal:
            return self._telling.times.say(refusal.message)
        self.revision += 1
        return None

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

    def _clock_moved(self) -> None:
        self.pace.restart_minute()
        self.revision += 1
        self._close_if_over()

    def _close_if_over(self) -> None:
        if self.finished and not self._closed:
            self._closed = True
            self._ended(self)
