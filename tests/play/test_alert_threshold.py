"""A threshold set in quiet times alerts the cell on its minute: in the replay, it is the same decision as by hand."""

from __future__ import annotations

import pytest

from simulator.engine.decision import AlertCell
from simulator.engine.events import DecisionMade
from simulator.engine.run import Run
from simulator.play.alert_threshold import LEVELS
from simulator.play.desk import Desk
from simulator.play.presenters.post_rows import FeedFilter
from simulator.play.presenters.rows import NoticeRow
from simulator.play.session import Session

LEVEL = LEVELS[2]


@pytest.fixture
def session(desk: Desk) -> Session:
    return desk.start("minimal", 1)


def first_over(session: Session, level: int) -> int:
    """The minute at which outrage first reaches `level`, when nobody decides."""
    run = Run(session.run.scenario, session.run.seed)
    run.advance_to(run.scenario.length)
    return next(minute for minute, outrage in enumerate(run.state.outrage) if outrage >= 10 * level)


def taken_up(desk: Desk) -> Session:
    """The play that goes on, interrupted and taken up."""
    desk.close()
    row = desk.to_continue()
    assert row is not None
    return desk.resume(row.play_id)


def notices(session: Session) -> tuple[NoticeRow, ...]:
    return session.crisis(FeedFilter()).notices


def told(session: Session) -> str:
    return " ".join(row.text for row in notices(session))


def test_the_cell_is_alerted_on_the_minute_at_which_it_is_reached(session: Session) -> None:
    assert session.set_threshold(LEVEL) is None
    minute = first_over(session, LEVEL)
    session.play_until(minute + 10)
    decisions = [event.decision for event in session.run.events if isinstance(event, DecisionMade)]
    assert decisions == [AlertCell(minute)]
    by_hand = Run(session.run.scenario, session.run.seed)
    by_hand.advance_to(minute)
    by_hand.decide(AlertCell(minute))
    by_hand.advance_to(minute + 10)
    assert session.run.digest() == by_hand.digest()
    assert f"L’indignation atteint {LEVEL}" in told(session)


def test_it_is_told_and_nothing_is_decided_where_the_cell_has_met_already(session: Session) -> None:
    session.play_until(20)
    session.alert(None)
    session.set_threshold(LEVEL)
    session.play_until(first_over(session, LEVEL) + 10)
    decisions = [event.decision for event in session.run.events if isinstance(event, DecisionMade)]
    assert decisions == [AlertCell(20)]
    assert "votre seuil d’alerte" in told(session)


def test_skipping_ahead_stops_on_its_minute(session: Session) -> None:
    session.set_threshold(LEVEL)
    minute = first_over(session, LEVEL)
    session.play_until(minute - 1)
    session.next_event()
    assert session.run.minute == minute


def test_the_clock_that_runs_stops_there(session: Session) -> None:
    session.set_threshold(LEVEL)
    session.play_until(first_over(session, LEVEL) - 1)
    for _ in range(200):
        session.advance(0.1)
    assert (session.paused, session.run.minute) == (True, first_over(session, LEVEL))


def test_one_that_is_passed_or_taken_back_does_nothing(session: Session) -> None:
    session.set_threshold(LEVEL)
    session.set_threshold(None)
    session.play_until(first_over(session, LEVEL) + 5)
    assert not [event for event in session.run.events if isinstance(event, DecisionMade)]
    assert session.set_threshold(LEVEL) == "L’indignation a déjà dépassé ce seuil."
    assert session.alerting().threshold == ""
    assert str(LEVEL) not in {row.value for row in session.alerting().thresholds}


def test_a_play_taken_up_after_it_was_reached_is_the_same(desk: Desk, session: Session) -> None:
    session.set_threshold(LEVEL)
    session.play_until(first_over(session, LEVEL) + 10)
    again = taken_up(desk)
    assert (again.run.digest(), again.run.minute) == (session.run.digest(), session.run.minute)
    assert again.alerting().threshold == ""
    assert notices(again) == notices(session)


@pytest.mark.parametrize("times", [1, 2])
def test_a_play_taken_up_before_keeps_it_and_what_was_told_of_it(desk: Desk, session: Session, times: int) -> None:
    session.set_threshold(LEVELS[3])
    session.play_until(3)
    session.set_threshold(LEVEL)
    minute, again = first_over(session, LEVEL), session
    for _ in range(times):
        again = taken_up(desk)
    assert again.alerting().threshold == str(LEVEL)
    assert notices(again) == notices(session)
    again.play_until(minute + 10)
    decisions = [event.decision for event in again.run.events if isinstance(event, DecisionMade)]
    assert decisions == [AlertCell(minute)]
    session.play_until(minute + 10)
    assert again.run.digest() == session.run.digest()


def test_one_that_was_taken_back_stays_so_in_a_play_taken_up(desk: Desk, session: Session) -> None:
    session.set_threshold(LEVEL)
    session.set_threshold(None)
    session.play_until(3)
    again = taken_up(desk)
    assert again.alerting().threshold == ""
    again.play_until(first_over(session, LEVEL) + 5)
    assert not [event for event in again.run.events if isinstance(event, DecisionMade)]
