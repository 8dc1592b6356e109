"""An exam over the line: orders go out once and in order, what is lost is tried again, what is shown follows."""

# ruff: noqa: ARG002
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from simulator.locale import Message
from simulator.play.edition import Edition
from simulator.play.my_class.exam_feed import sifted
from simulator.play.my_class.exam_session import ExamSession
from simulator.play.presenters.dialogs import HoldingChoice
from simulator.play.presenters.post_rows import FeedFilter
from simulator.play.rehearsal import Rehearsal
from simulator.play.rows_json import to_json
from simulator.scenario.load import load_scenario
from simulator.submission.exam_line import ExamLine
from simulator.submission.failure import NoAnswer, Refused
from simulator.submission.wire import exam_commands as commands
from simulator.submission.wire import exam_questions as questions
from simulator.submission.wire.exam import ExamView, Order, Outcome
from simulator.submission.wire.problem import Problem
from tests.plays import MINIMAL

DOWN = NoAnswer("unreachable", host="server")
ASSIGNMENT = "A" * 26


class Hall:
    """A server with one exam, in this process: its run is a rehearsal. `fails` are raised first, one a call."""

    def __init__(self) -> None:
        self.edition = Edition(load_scenario(MINIMAL))
        self.play = Rehearsal(self.edition, "fr", 5, "silent")
        self.orders: list[Order] = []
        self.outcomes: dict[int, Outcome] = {}
        self.fails: list[Exception] = []
        self.loses = 0
        self.over = False

    def exam(self, assignment: str, after: int, wait: float, channel: str, posts: int) -> ExamView:
        self._fail()
        return ExamView(
            exam="E" * 26,
            revision=len(self.outcomes) * 10_000 + self.play.minute,
            minute=self.play.minute,
            over=self.over,
            speed=20.0,
            untimed=False,
            last_order=len(self.outcomes),
            closes=None,
            crisis=to_json(self.play.crisis(FeedFilter(limit=posts))),
        )

    def order(self, assignment: str, order: Order) -> Outcome:
        self._fail()
        if order.number not in self.outcomes:
            if order.number != len(self.outcomes) + 1:
                raise refused("exam_order_number", 409)
            self.orders.append(order)
            self.outcomes[order.number] = Outcome(
                number=order.number, minute=self.play.minute, refusal=self._do(order.command)
            )
        if self.loses:
            self.loses -= 1
            raise DOWN
        return self.outcomes[order.number]

    def question(self, assignment: str, question: Any) -> Any:
        self._fail()
        match question:
            case questions.AskListening():
                return to_json(self.play.listening())
            case questions.AskWatching():
                return to_json(self.play.watching())
            case questions.AskAlerting():
                return to_json(self.play.alerting())
            case questions.AskThread():
                return to_json(self.play.thread(question.post))
            case questions.AskHolding():
                choice = question.choice
                return to_json(self.play.holding(choice and HoldingChoice(choice.wordings, choice.next_update)))
            case questions.AskReplies():
                return [to_json(row) for row in self.play.replies(question.post)]
        from simulator.play.presenters.catalogue import briefing

        say = self.play._telling.phrases
        return to_json(briefing(self.edition.scenario("fr"), 0, say))

    def _do(self, command: Any) -> str | None:
        match command:
            case commands.Choose():
                return self.play.choose(command.inject, command.response)
            case commands.Verify():
                return self.play.verify(command.fact)
            case commands.SetThreshold():
                return self.play.set_threshold(command.level)
            case commands.GiveUp():
                self.over = True
        return None

    def _fail(self) -> None:
        if self.fails:
            raise self.fails.pop(0)


def refused(code: str, status: int) -> Refused:
    return Refused(Problem(title="No", status=status, detail=f"Non : {code}.", code=code))


class Seat:
    """A student at that exam; the line does a step when the test says so."""

    def __init__(self, minute: int = 45) -> None:
        self.now = 0.0
        self.hall = Hall()
        self.hall.play.go_to(minute)
        first_ones = (questions.AskBriefing(ask="briefing"), questions.AskListening(ask="listening"),
                     questions.AskWatching(ask="watching"), questions.AskAlerting(ask="alerting"),
                     questions.AskHolding(ask="holding"))  # fmt: skip
        first = {str(one.ask): self.hall.question(ASSIGNMENT, one) for one in first_ones}
        view = self.hall.exam(ASSIGNMENT, -1, 0, "", 200)
        self.line = ExamLine(self.hall, ASSIGNMENT, view, lambda: self.now)
        self.session = ExamSession(self.line, first, lambda name: Path("/pictures") / name)

    def settle(self) -> None:
        """Everything that can go over the line goes."""
        while self.line.speak() == 0.0:
            pass
        self.line.look()
        self.session.advance(0.02)


@pytest.fixture
def seat() -> Seat:
    return Seat()


def card_of(seat: Seat) -> tuple[str, str]:
    card = seat.session.crisis(FeedFilter()).cards[0]
    return card.inject_id, card.responses[0].response_id


def test_the_rows_are_those_of_the_run_on_the_server(seat: Seat) -> None:
    ours, theirs = seat.session.crisis(FeedFilter()), seat.hall.play.crisis(FeedFilter())
    assert [row.post_id for row in ours.feed] == [row.post_id for row in theirs.feed[:]]
    assert (ours.header, ours.gauge, ours.cards, ours.facts, ours.timeline) == (
        theirs.header, theirs.gauge, theirs.cards, theirs.facts, theirs.timeline)  # fmt: skip
    assert seat.session.crisis(FeedFilter()) is ours


def test_a_decision_is_passed_on_once_and_its_card_goes_at_once(seat: Seat) -> None:
    inject, response = card_of(seat)
    assert seat.session.choose(inject, response) is None
    assert inject not in [card.inject_id for card in seat.session.crisis(FeedFilter()).cards]
    seat.settle()
    assert [order.command for order in seat.hall.orders] == [
        commands.Choose(do="choose", inject=inject, response=response)
    ]
    assert inject not in [card.inject_id for card in seat.session.crisis(FeedFilter()).cards]
    assert not seat.session.told


def test_a_refusal_is_told_and_the_card_comes_back(seat: Seat) -> None:
    inject, _ = card_of(seat)
    seat.session.choose(inject, "no-such-response")
    seat.settle()
    ((sentence, tone),) = seat.session.told
    assert isinstance(sentence, str) and sentence and tone == "bad"
    assert inject in [card.inject_id for card in seat.session.crisis(FeedFilter()).cards]


def test_an_order_whose_answer_is_lost_is_done_once(seat: Seat) -> None:
    inject, response = card_of(seat)
    seat.hall.loses = 2
    seat.session.choose(inject, response)
    assert seat.line.speak() and seat.line.lost is not None and seat.line.lost.due > seat.now
    assert seat.line.speak()
    seat.settle()
    assert seat.line.lost is None and len(seat.hall.orders) == 1


def test_what_is_decided_while_the_line_is_down_goes_out_in_order(seat: Seat) -> None:
    fact = next(row.fact_id for row in seat.session.crisis(FeedFilter()).facts)
    inject, response = card_of(seat)
    seat.hall.fails = [DOWN] * 3
    before = seat.session.revision
    seat.session.verify(fact)
    seat.session.choose(inject, response)
    seat.settle()
    assert seat.line.lost is not None and not seat.hall.orders and seat.session.revision > before
    assert seat.line.lost.why == Message("sending.unreachable", {"host": "server"})
    seat.settle()
    seat.settle()
    assert [order.command.do for order in seat.hall.orders] == ["verify", "choose"]
    assert [order.number for order in seat.hall.orders] == [1, 2]


def test_another_machine_that_gave_orders_is_counted_on_from(seat: Seat) -> None:
    seat.hall.outcomes[1] = Outcome(number=1, minute=1, refusal=None)
    seat.hall.outcomes[2] = Outcome(number=2, minute=1, refusal=None)
    seat.line._number = 5
    inject, response = card_of(seat)
    seat.session.choose(inject, response)
    seat.settle()
    assert [tone for _, tone in seat.session.told] == ["bad"]
    seat.session.choose(inject, response)
    seat.settle()
    assert [order.number for order in seat.hall.orders] == [3]


def test_a_dialog_slows_the_clock_while_it_is_open(seat: Seat) -> None:
    seat.session.attending = True
    seat.session.attending = True
    seat.session.attending = False
    seat.settle()
    assert [order.command for order in seat.hall.orders] == [
        commands.Attend(do="attend", attending=True), commands.Attend(do="attend", attending=False)]  # fmt: skip


def test_a_holding_statement_follows_the_choice_at_once_and_its_words_a_moment_later(seat: Seat) -> None:
    view = seat.session.holding(None)
    block = next(block for block in view.blocks if len(block.wordings) > 1)
    choice = HoldingChoice(((block.block_id, 1),), view.choice.next_update)
    at_once = seat.session.holding(choice)
    assert at_once.choice == choice
    assert [one.block_id for one in at_once.blocks if one.included] == [block.block_id]
    seat.settle()
    worded = seat.session.holding(choice)
    assert worded == seat.hall.play.holding(choice) and worded.preview != view.preview


def test_replies_come_a_moment_after_they_are_asked_for(seat: Seat) -> None:
    post = next(row.post_id for row in seat.session.crisis(FeedFilter()).feed if row.answerable)
    assert seat.session.replies(post) == ()
    seat.settle()
    assert seat.session.replies(post) == seat.hall.play.replies(post) != ()


def test_threads_and_thresholds_come_over_the_line(seat: Seat) -> None:
    post = seat.session.crisis(FeedFilter()).feed[0].post_id
    assert seat.session.thread(post) is None
    seat.settle()
    assert seat.session.thread(post) == seat.hall.play.thread(post) is not None
    level = next(row.value for row in seat.session.alerting().thresholds if row.value)
    seat.session.set_threshold(int(level))
    seat.settle()
    seat.session.alerting()
    seat.settle()
    assert seat.session.alerting().threshold == seat.hall.play.alerting().threshold


def test_an_exam_that_is_over_is_finished(seat: Seat) -> None:
    assert not seat.session.finished
    seat.session.abandon()
    seat.settle()
    assert seat.session.finished


def test_another_language_is_asked_for_anew(seat: Seat) -> None:
    asked: list[int] = []
    looked = seat.hall.exam

    def exam(assignment: str, after: int, wait: float, channel: str, posts: int) -> ExamView:
        asked.append(after)
        return looked(assignment, after, wait, channel, posts)

    seat.hall.exam = exam  # type: ignore[method-assign]
    seat.settle()
    seat.session.set_language("en")
    seat.settle()
    seat.settle()
    assert asked == [seat.line.view.revision, -1, seat.line.view.revision]


FILTERS: tuple[Callable[[str], FeedFilter], ...] = (
    lambda _: FeedFilter(),
    lambda _: FeedFilter(limit=3),
    lambda post: FeedFilter(hidden=frozenset({post})),
    lambda post: FeedFilter(shelf="hidden", hidden=frozenset({post})),
    lambda post: FeedFilter(shelf="pinned", pinned=frozenset({post})),
    lambda _: FeedFilter(words="lampe"),
    lambda _: FeedFilter(who="customer"),
    lambda _: FeedFilter(who="public"),
    lambda _: FeedFilter(shelf="awaiting"),
)


@pytest.mark.parametrize("made", FILTERS)
def test_posts_are_sifted_here_as_they_would_be_there(made: Callable[[str], FeedFilter]) -> None:
    seat = Seat(90)
    whole = seat.hall.play.crisis(FeedFilter(limit=10_000)).feed[:]
    wanted = made(whole[2].post_id)
    assert sifted(whole, wanted) == seat.hall.play.crisis(wanted).feed[:]
