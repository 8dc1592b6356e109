"""What a student can decide in a play, and what each dialog shows before."""

from __future__ import annotations

from simulator.engine.decision import (
    AlertCell,
    ChooseSpokesperson,
    Decision,
    Prioritise,
    Respond,
    ReviewPost,
    Verify,
    Watch,
    Withdraw,
)
from simulator.engine.refusal import Refusal
from simulator.engine.run import Run
from simulator.locale import Language
from simulator.play.alert_threshold import LEVELS, AlertThreshold
from simulator.play.edition import Edition
from simulator.play.laid_apart import LaidApart
from simulator.play.presenters.card_rows import ResponseRow
from simulator.play.presenters.catalogue import briefing
from simulator.play.presenters.dialogs import AlertView, HoldingChoice, HoldingView, ListenView, WatchView
from simulator.play.presenters.facts import disclosure
from simulator.play.presenters.feed_rows import ProfileView, ThreadView
from simulator.play.presenters.holding import holding, keep_decision, publish_decision
from simulator.play.presenters.listening import listen_decision, listening, signal_of
from simulator.play.presenters.network import Cartographer, NetworkMap
from simulator.play.presenters.pages import BriefingView
from simulator.play.presenters.profile import profile
from simulator.play.presenters.responses import reply_decision, reply_rows
from simulator.play.presenters.telling import Telling
from simulator.play.presenters.thread import thread
from simulator.play.presenters.watching import alerting, watching


class Deciding:
    """Decides in `run`, each decision dated with its minute. A command gives None when accepted, else why not.

    `revision` rises with each decision.
    """

    def __init__(self, run: Run, edition: Edition, language: Language) -> None:
        self.run = run
        self.edition = edition
        self.revision = 0
        self.for_class = False
        """Whether it is handed in to a class when it ends."""
        self.threshold = AlertThreshold()
        self.laid_apart = LaidApart()
        """What the reader pinned and hid."""
        self._telling: Telling = edition.telling(run, language)
        self._cartographer = Cartographer()

    # -- what the dialogs show

    def briefing(self) -> BriefingView:
        """The page before the play, to be read again during it."""
        return briefing(self._telling.scenario, self.run.seed, self._telling.phrases)

    def replies(self, post_id: str) -> tuple[ResponseRow, ...]:
        """What can be answered to a post."""
        return reply_rows(self._telling, post_id)

    def thread(self, post_id: str) -> ThreadView | None:
        """The conversation around a post."""
        return thread(self._telling, post_id)

    def profile(self, post_id: str) -> ProfileView | None:
        """Who wrote a post."""
        return profile(self._telling, post_id)

    def listening(self) -> ListenView:
        """Searches made and words worth trying."""
        return listening(self._telling)

    def watching(self) -> WatchView:
        """What a decision to watch is made of."""
        return watching(self._telling)

    def alerting(self) -> AlertView:
        """Alerting the cell, and the threshold that does it by itself."""
        return alerting(self._telling, LEVELS, self.threshold.level)

    def network(self) -> NetworkMap:
        """The audience as a map."""
        return self._cartographer.map_of(self._telling)

    def holding(self, choice: HoldingChoice | None) -> HoldingView:
        """The holding statement composed as `choice`, None as it was last."""
        return holding(self._telling, choice)

    def lay_apart(self, posts: LaidApart) -> None:
        """Remember what the reader pinned and hid: all of it, each time."""
        self.laid_apart = posts

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

    def set_threshold(self, level: int | None) -> str | None:
        """Have the cell alerted as soon as outrage (0..100) reaches `level`; None: no more. It is no decision yet."""
        refusal = self.threshold.set(level, self.run)
        self.revision += 1
        return None if refusal is None else self._telling.times.say(refusal)

    def spokesperson(self, persona_id: str) -> str | None:
        """Let a member of the cell speak from now on."""
        return self._decide(ChooseSpokesperson(self.run.minute, persona_id))

    def watch(self, inject_id: str | None, reason_id: str, threshold: int) -> str | None:
        """Record a decision to watch."""
        return self._decide(Watch(self.run.minute, reason_id, threshold, inject_id))

    def prioritise(self, work: str, about: str) -> str | None:
        """Put work that waits first in its line: a response's or a fact's id, empty for the holding statement."""
        return self._decide(Prioritise(self.run.minute, work, about))

    def withdraw(self, response_id: str) -> str | None:
        """Take back a message that waits to be written or read."""
        return self._decide(Withdraw(self.run.minute, response_id))

    def _look_at_threshold(self) -> bool:
        """Alert the cell where outrage has reached the threshold; whether it has."""
        is_reached = self.threshold.look(self.run)
        if is_reached:
            self.alert(None)
        return is_reached

    def _decide(self, decision: Decision) -> str | None:
        try:
            self.run.decide(decision)
        except Refusal as refusal:
            return self._telling.times.say(refusal.message)
        self.revision += 1
        return None
