"""An exam as the crisis scene plays it: the run is on the server, its rows come over the line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from simulator.locale import Language, Message
from simulator.play.laid_apart import LaidApart
from simulator.play.my_class.exam_feed import sifted
from simulator.play.my_class.exam_rows import ExamRows
from simulator.play.presenters.card_rows import ResponseRow
from simulator.play.presenters.dialogs import AlertView, HoldingChoice, HoldingView, ListenView, WatchView
from simulator.play.presenters.feed_rows import ProfileView, ThreadView
from simulator.play.presenters.network import NetworkMap
from simulator.play.presenters.pages import BriefingView
from simulator.play.presenters.post_rows import FeedFilter
from simulator.play.presenters.rows import CrisisView, NoticeTone
from simulator.play.review import Review
from simulator.submission.exam_line import ExamLine
from simulator.submission.wire import exam_commands as commands
from simulator.submission.wire import exam_questions as questions
from simulator.submission.wire.exam import Outcome

T = TypeVar("T")
Told = tuple[Message | str, NoticeTone]


class ExamSession:
    """What an exam shows and takes. A command is passed on and gives None: what the server says of it is in `told`.

    `revision` rises whenever something to show may have changed. What a dialog shows is asked for and comes a moment
    later; until then it is as it was known last. `pictures` says where the picture of a name is, and sees to it.
    """

    paused = False
    for_class = True

    def __init__(self, line: ExamLine, first: Mapping[str, Any], pictures: Callable[[str], Path]) -> None:
        """`first` are the rows of "briefing", "listening", "watching", "alerting" and "holding" as the exam begins."""
        self.revision = 0
        self.laid_apart = LaidApart()
        self.told: list[Told] = []
        self.line = line
        self._rows = ExamRows(line, pictures)
        self._attending = False
        self._answered: set[str] = set()
        """Injects whose answer was passed on, until the server shows them answered."""
        self._settled = False
        self._shown: tuple[int, FeedFilter, CrisisView] | None = None
        self._read: tuple[object, CrisisView] | None = None
        self._briefing = self._rows.made(BriefingView, first["briefing"])
        self._listening = self._rows.made(ListenView, first["listening"])
        self._watching = self._rows.made(WatchView, first["watching"])
        self._alerting = self._rows.made(AlertView, first["alerting"])
        self._holding = self._rows.made(HoldingView, first["holding"])

    # -- time

    @property
    def finished(self) -> bool:
        """Whether the exam is over, on the server."""
        return self.line.view.over

    @property
    def untimed(self) -> bool:
        """Whether time passes only when the student says so."""
        return self.line.view.untimed

    @property
    def attending(self) -> bool:
        """Whether a dialog is open, which slows the clock."""
        return self._attending

    @attending.setter
    def attending(self, attending: bool) -> None:
        if attending != self._attending:
            self._attending = attending
            self._order(commands.Attend(do="attend", attending=attending))

    def advance(self, wall_seconds: float) -> None:  # noqa: ARG002 - the clock is the server's
        """Take in what came."""
        before = self.line.view
        if self.line.poll():
            self.revision += 1
        if self._rows.is_foreign:
            self._rows.is_foreign = False
            self.told.append((Message("sending.foreign"), "bad"))
        if self.line.view is not before and self._settled:
            self._answered.clear()
            self._settled = False

    def pause(self) -> None:
        """An exam has no pause."""

    def resume(self) -> None:
        """An exam has no pause."""

    def next_event(self) -> None:
        """Let time pass until something happens, where it passes by that alone."""
        self._order(commands.Wait(do="wait", minutes=0))

    def wait(self, minutes: int) -> None:
        """Let minutes pass, where time passes by that alone."""
        self._order(commands.Wait(do="wait", minutes=minutes))

    def abandon(self) -> None:
        """Hand the exam in as it stands."""
        self._order(commands.GiveUp(do="give_up"))

    def leave(self) -> None:
        """Let go of the line; the exam is found again where it stands."""
        self.line.stop()

    def set_language(self, language: Language) -> None:  # noqa: ARG002 - the line asks in the language of the settings
        """Be told in another language."""
        self.line.look_again()
        self._rows.ask_again()
        self.revision += 1

    def use_spare_time(self) -> None:
        """There is nothing to live ahead of: the run is on the server."""

    # -- what is shown

    def word_ahead(self, feed_filter: FeedFilter) -> None:  # noqa: ARG002 - reading is the longest part, for any filter
        """Read the rows that came, so that `crisis` takes no longer than a frame has."""
        self._whole()

    def crisis(self, feed_filter: FeedFilter) -> CrisisView:
        """Everything the crisis scene shows; asked twice without a change, the same view."""
        if self._shown is None or self._shown[:2] != (self.revision, feed_filter):
            whole = self._whole()
            cards = tuple(card for card in whole.cards if card.inject_id not in self._answered)
            view = replace(whole, cards=cards, feed=sifted(whole.feed, feed_filter))
            self._shown = (self.revision, feed_filter, view)
        return self._shown[2]

    def _whole(self) -> CrisisView:
        """The rows that came last, read once."""
        came = self.line.view
        if self._read is None or self._read[0] is not came:
            self._read = (came, self._rows.made(CrisisView, came.crisis))
        return self._read[1]

    def briefing(self) -> BriefingView:
        """The page before the play."""
        found = self.fresh(questions.AskBriefing(ask="briefing"), BriefingView, once=True)
        self._briefing = found or self._briefing
        return self._briefing

    def replies(self, post_id: str) -> tuple[ResponseRow, ...]:
        """What can be answered to a post."""
        return tuple(self.fresh(questions.AskReplies(ask="replies", post=post_id), list[ResponseRow]) or ())

    def thread(self, post_id: str) -> ThreadView | None:
        """The conversation around a post; None until it has come, or where there is none."""
        return self.fresh(questions.AskThread(ask="thread", post=post_id), ThreadView)

    def profile(self, post_id: str) -> ProfileView | None:
        """The account that wrote a post; None until it has come, or where there is none."""
        return self.fresh(questions.AskProfile(ask="profile", post=post_id), ProfileView)

    def network(self) -> NetworkMap:
        """An exam has no map of the audience: ValueError."""
        raise ValueError("an exam shows no map")

    def listening(self) -> ListenView:
        """Searches made and words worth trying."""
        self._listening = self.fresh(questions.AskListening(ask="listening"), ListenView) or self._listening
        return self._listening

    def watching(self) -> WatchView:
        """What a decision to watch is made of."""
        self._watching = self.fresh(questions.AskWatching(ask="watching"), WatchView) or self._watching
        return self._watching

    def alerting(self) -> AlertView:
        """Alerting the cell, and the threshold that does it by itself."""
        self._alerting = self.fresh(questions.AskAlerting(ask="alerting"), AlertView) or self._alerting
        return self._alerting

    def holding(self, choice: HoldingChoice | None) -> HoldingView:
        """The holding statement as `choice`; until the server has worded it, the blocks alone follow the choice."""
        found = self.fresh(questions.AskHolding(ask="holding", choice=_sent(choice)), HoldingView)
        self._holding = found or (self._holding if choice is None else _chosen(self._holding, choice))
        return self._holding

    def review(self) -> Review:
        """An exam is looked back on once its teacher opens it: ValueError."""
        raise ValueError("an exam is looked back on later")

    def lay_apart(self, posts: LaidApart) -> None:
        """What the reader pinned and hid."""
        self.laid_apart = posts

    # -- decisions

    def choose(self, inject_id: str, response_id: str) -> str | None:
        """Answer a card."""
        self._answered.add(inject_id)
        return self._order(commands.Choose(do="choose", inject=inject_id, response=response_id))

    def listen(self, words: str) -> str | None:
        """Search the feed for words."""
        return self._order(commands.Listen(do="listen", words=words[:200]))

    def verify(self, fact_id: str) -> str | None:
        """Have a fact verified."""
        return self._order(commands.Verify(do="verify", fact=fact_id))

    def disclose(self, fact_id: str) -> str | None:
        """Make a verified fact public."""
        return self._order(commands.Disclose(do="disclose", fact=fact_id))

    def publish(self, response_id: str, post_id: str | None) -> str | None:
        """Publish a standing message, or answer a post."""
        return self._order(commands.Publish(do="publish", response=response_id, post=post_id))

    def keep_holding(self, choice: HoldingChoice) -> str | None:
        """Have the holding statement written and kept ready."""
        return self._order(commands.KeepHolding(do="keep_holding", choice=_sent(choice) or commands.Holding()))

    def publish_holding(self, choice: HoldingChoice) -> str | None:
        """Publish the holding statement."""
        return self._order(commands.PublishHolding(do="publish_holding", choice=_sent(choice) or commands.Holding()))

    def schedule(self, post_id: str, keep: bool) -> str | None:
        """Keep or suspend a scheduled post."""
        return self._order(commands.Schedule(do="schedule", post=post_id, keep=keep))

    def alert(self, post_id: str | None) -> str | None:
        """Alert the cell."""
        return self._order(commands.Alert(do="alert", post=post_id))

    def spokesperson(self, persona_id: str) -> str | None:
        """Let a member of the cell speak from now on."""
        return self._order(commands.Spokesperson(do="spokesperson", member=persona_id))

    def watch(self, inject_id: str | None, reason_id: str, threshold: int) -> str | None:
        """Record a decision to watch."""
        return self._order(commands.Watch(do="watch", inject=inject_id, reason=reason_id, threshold=threshold))

    def set_threshold(self, level: int | None) -> str | None:
        """Have the cell alerted as soon as outrage reaches `level`; None: no more."""
        return self._order(commands.SetThreshold(do="set_threshold", level=level))

    def prioritise(self, work: str, about: str) -> str | None:
        """Put work that waits first in its line."""
        return self._order(commands.Prioritise(do="prioritise", work=work, about=about))

    def withdraw(self, response_id: str) -> str | None:
        """Take back a message that waits to be written or read."""
        return self._order(commands.Withdraw(do="withdraw", response=response_id))

    def put_hint_away(self) -> None:
        """An exam gives no tips."""

    # -- over the line

    def fresh(self, question: BaseModel, kind: type[T], *, once: bool = False) -> T | None:
        """The rows of `question` as known last; None: not known yet."""
        return self._rows.fresh(question, kind, once=once)

    def _order(self, command: commands.Command) -> str | None:
        self.line.order(command, self._taken)
        self.revision += 1
        return None

    def _taken(self, outcome: Outcome | Message) -> None:
        """What came of an order: a refusal is told, and an answer that was not taken can be given again."""
        self._settled = True
        refusal: Message | str | None = outcome if isinstance(outcome, Message) else outcome.refusal
        if refusal is not None:
            self._answered.clear()
            self.told.append((refusal, "bad"))
        self._rows.ask_again()


def _sent(choice: HoldingChoice | None) -> commands.Holding | None:
    return None if choice is None else commands.Holding(wordings=choice.wordings, next_update=choice.next_update)


def _chosen(view: HoldingView, choice: HoldingChoice) -> HoldingView:
    """`view` with its blocks as `choice` has them."""
    said = dict(choice.wordings)
    blocks = tuple(
        replace(block, included=block.block_id in said, selected=said.get(block.block_id, block.selected))
        for block in view.blocks
    )
    return replace(view, choice=choice, blocks=blocks)
