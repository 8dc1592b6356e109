"""A student's place in an exam: the run, its clock, and the orders it takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from simulator.engine.decision import from_record, to_record
from simulator.engine.events import DecisionMade
from simulator.engine.run import WANTS_ATTENTION, Run
from simulator.locale import Language
from simulator.play.deciding import Deciding
from simulator.play.edition import Edition
from simulator.play.pace import Pace, Situation
from simulator.play.presenters.catalogue import briefing
from simulator.play.presenters.crisis import crisis
from simulator.play.presenters.dialogs import HoldingChoice
from simulator.play.presenters.guide import guide_of
from simulator.play.presenters.header import Pacing
from simulator.play.presenters.post_rows import FeedFilter
from simulator.play.presenters.rows import CrisisView
from simulator.play.situation import situation
from simulator.submission.wire import exam_commands as wire
from simulator.submission.wire import exam_questions as questions

STEP = 0.25
"""Wall seconds at a time. Whoever counts from the same instant comes to the same minute, whichever worker it is."""


class Seat(Deciding):
    """A run that is told how much wall time has passed. `steady` is the instant up to which it was counted."""

    def __init__(self, edition: Edition, language: Language, seed: int, factor: float) -> None:
        super().__init__(Run(edition.loaded.scenario, seed), edition, language)
        self.pace = Pace(tempo=1.0 if factor else 0.0, accommodation=factor or 1.0)
        self.language = language
        self.attending = False
        self.steady = 0.0
        self._written = 0

    # -- time

    def count_to(self, now: float) -> None:
        """Let time pass up to `now`, in whole steps: what is left of one is counted next time."""
        if self.pace.untimed:
            self.steady = max(self.steady, now)
            return
        steps = int((now - self.steady) / STEP)
        for _ in range(steps):
            if self.run.finished:
                break
            for _ in range(self.pace.advance(STEP, self._situation)):
                self._live_a_minute()
        self.steady += max(0, steps) * STEP

    def wait(self, minutes: int) -> None:
        """Let `minutes` pass, fewer when something wants attention; 0: until something does."""
        last = self.run.minute + minutes if minutes else self.run.scenario.length
        while not self.run.finished and self.run.minute < last:
            seen = len(self.run.events)
            self._live_a_minute()
            if any(isinstance(event, WANTS_ATTENTION) for event in self.run.events[seen:]):
                break
        self.pace.restart_minute()

    @property
    def told_speed(self) -> float:
        """Scenario minutes a wall minute now, as it may be told: that one has more time shows nowhere."""
        return self.pace.told_speed(self._situation)

    def seconds_to_next_minute(self) -> float:
        """How much wall time is left of the running minute as things stand; infinite when untimed."""
        speed = self.pace.speed(self._situation)
        return (1 - self.pace.saved()[0]) * 60 / speed if speed > 0 else float("inf")

    @property
    def _situation(self) -> Situation:
        return replace(situation(self._telling), attending=self.attending)

    def relive(self, decisions: list[dict[str, Any]], minute: int, fraction: float, read: Mapping[str, float]) -> None:
        """Stand where a run stood that was kept as its decisions and its clock."""
        for record in decisions:
            decision = from_record(record)
            self.run.advance_to(decision.minute)
            self.run.decide(decision)
        self.run.advance_to(minute)
        self.pace.restore(fraction, read)
        self._written = len(self.run.events)

    def _live_a_minute(self) -> None:
        self.run.advance_to(self.run.minute + 1)
        self._look_at_threshold()

    # -- orders

    def obey(self, command: wire.Command) -> tuple[str | None, list[dict[str, Any]]]:
        """Do what is asked: the sentence of why not, None if it was done; and what was decided since the last order.

        That is more than what was asked where the cell was alerted by its threshold meanwhile.
        """
        refusal = self._do(command)
        new = self.run.events[self._written :]
        self._written = len(self.run.events)
        return refusal, [to_record(event.decision) for event in new if isinstance(event, DecisionMade)]

    def _do(self, command: wire.Command) -> str | None:
        match command:
            case wire.Choose():
                return self.choose(command.inject, command.response)
            case wire.Listen():
                return self.listen(command.words)
            case wire.Verify():
                return self.verify(command.fact)
            case wire.Disclose():
                return self.disclose(command.fact)
            case wire.Publish():
                return self.publish(command.response, command.post)
            case wire.KeepHolding():
                return self.keep_holding(choice_of(command.choice))
            case wire.PublishHolding():
                return self.publish_holding(choice_of(command.choice))
            case wire.Schedule():
                return self.schedule(command.post, command.keep)
            case wire.Alert():
                return self.alert(command.post)
            case wire.Spokesperson():
                return self.spokesperson(command.member)
            case wire.Watch():
                return self.watch(command.inject, command.reason, command.threshold)
            case wire.Prioritise():
                return self.prioritise(command.work, command.about)
            case wire.Withdraw():
                return self.withdraw(command.response)
            case wire.SetThreshold():
                return self.set_threshold(command.level)
            case wire.Attend():
                self.attending = command.attending
            case wire.Wait():
                if not self.pace.untimed:
                    return self._telling.say("classroom.exam_is_timed")
                self.wait(command.minutes)
            case wire.GiveUp():
                self.run.abandon()
        return None

    # -- what is shown

    def speak(self, language: Language) -> None:
        """Tell the run in `language`."""
        if language != self.language:
            self.language = language
            self._telling = self.edition.telling(self.run, language)

    def crisis(self, feed_filter: FeedFilter) -> CrisisView:
        """Everything the crisis scene shows; a student cannot pause an exam. At a minute it is the same for all."""
        pacing = Pacing(speed=self.told_speed, can_pause=False)
        view = crisis(self._telling, pacing, feed_filter, self.threshold.remarks)
        return replace(view, feed=tuple(view.feed[: feed_filter.limit]))

    def answer(self, question: questions.Question) -> object:
        """The rows of a dialog or a page. Of the world only what can be seen: the seed is nobody's."""
        match question:
            case questions.AskReplies():
                return self.replies(question.post)
            case questions.AskThread():
                return self.thread(question.post)
            case questions.AskProfile():
                return self.profile(question.post)
            case questions.AskAlerting():
                return self.alerting()
            case questions.AskListening():
                return self.listening()
            case questions.AskWatching():
                return self.watching()
            case questions.AskHolding():
                return self.holding(None if question.choice is None else choice_of(question.choice))
            case questions.AskBriefing():
                return replace(briefing(self._telling.scenario, 0, self._telling.phrases), seed=0)
            case questions.AskGuide():
                return guide_of(self._telling.scenario, self._telling.phrases)


def choice_of(asked: wire.Holding) -> HoldingChoice:
    """A holding statement as the composer knows it."""
    return HoldingChoice(asked.wordings, asked.next_update)
