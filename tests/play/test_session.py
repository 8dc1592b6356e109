"""A play: time by the pace, decisions dated with their minute, one end."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.engine.events import DecisionMade
from simulator.engine.replay import recorded
from simulator.engine.run import Run
from simulator.play.desk import Desk
from simulator.play.history import History
from simulator.play.presenters.crisis import QUIET_STEP
from simulator.play.presenters.pages import Settings
from simulator.play.presenters.post_rows import FeedFilter
from simulator.play.session import Session
from simulator.scenario.library import Library

EVERYTHING = FeedFilter()


@pytest.fixture
def session(desk: Desk) -> Session:
    return desk.start("minimal", 1)


def decided(session: Session) -> list[object]:
    return [event.decision for event in session.run.events if isinstance(event, DecisionMade)]


def live(session: Session, seconds: float, step: float = 0.1) -> None:
    for _ in range(round(seconds / step)):
        session.advance(step)


def test_the_quiet_hour_passes_at_twenty_minutes_a_minute(session: Session) -> None:
    live(session, 30)
    assert session.run.minute in (9, 10)


def test_a_card_slows_the_clock_while_it_is_read(session: Session) -> None:
    session.play_until(20)
    assert session.crisis(EVERYTHING).header.pace == "×10"
    words = 60
    live(session, 20 + words * 60 / 200)
    assert session.crisis(EVERYTHING).header.pace in ("×10", "×20")
    assert session.run.minute < 30


def test_the_next_event_stops_exactly_on_its_minute(session: Session) -> None:
    session.advance(1.9)
    while session.run.minute < 20:
        session.next_event()
    assert session.run.minute == 20
    session.advance(1.9)
    assert session.run.minute == 20


def test_the_quiet_hour_passes_in_steps_for_its_signals_call_nobody(session: Session) -> None:
    session.next_event()
    assert session.run.minute == QUIET_STEP
    session.listen("lampe")
    session.next_event()
    assert session.run.minute == QUIET_STEP + 5, "the search has ended"


def test_a_practice_may_start_paused_and_stop_at_each_event(desk: Desk) -> None:
    desk.change_settings(Settings(start_paused=True, stop_at_events=True))
    session = desk.start("minimal", 1)
    assert session.paused
    session.resume()
    live(session, 120)
    assert (session.paused, session.run.minute) == (True, 20)
    desk.change_settings(Settings())
    session.resume()
    live(session, 120)
    assert not session.paused


def test_waiting_stops_when_something_wants_attention(session: Session) -> None:
    session.play_until(15)
    session.wait(30)
    assert session.run.minute == 20
    session.play_until(28)
    assert session.run.minute == 28


def test_a_pause_stops_the_clock_but_not_the_student(session: Session) -> None:
    session.play_until(20)
    session.pause()
    live(session, 30)
    assert (session.paused, session.run.minute) == (True, 20)
    assert session.choose("burnt", "burnt-check") is None
    session.resume()
    live(session, 10)
    assert session.run.minute > 20


def test_untimed_the_clock_waits_for_a_word(session: Session) -> None:
    session.set_tempo(0)
    live(session, 60)
    assert session.run.minute == 0
    session.wait(3)
    assert session.run.minute == 3


def test_a_decision_carries_the_minute_of_the_run_whatever_the_wall_clock(session: Session) -> None:
    session.play_until(20)
    session.advance(1.0)
    session.choose("burnt", "burnt-care")
    assert [decision.minute for decision in decided(session)] == [20]  # type: ignore[attr-defined]


def test_a_refusal_is_a_sentence_in_the_player_s_language_and_decides_nothing(session: Session) -> None:
    french = session.verify("heat")
    session.set_language("en")
    english = session.verify("heat")
    assert french and english and french != english
    assert decided(session) == []


def test_every_standing_action_reaches_the_run(session: Session) -> None:
    session.play_until(6)
    assert session.listen("lampe") is None
    assert session.keep_holding(session.holding(None).choice) is None
    assert session.schedule("spring", False) is None
    session.play_until(21)
    assert session.alert(None) is None
    assert session.verify("heat") is None
    assert session.publish_holding(session.holding(None).choice) is None
    assert session.publish("notify", None) is None
    assert session.publish("tell-team", None) is None
    assert session.watch("burnt", "too-small", 50) is None
    session.play_until(45)
    assert session.disclose("heat") is None
    assert session.publish("sorry", "inject:burnt") is None
    kinds = [decision.do for decision in decided(session)]  # type: ignore[attr-defined]
    assert kinds == [
        "listen", "prepare_holding", "review_post", "alert", "verify", "publish_holding",
        "respond", "respond", "watch", "respond", "respond",
    ]  # fmt: skip


def test_a_statement_beyond_its_limit_is_refused_with_its_sentence(session: Session) -> None:
    view = session.holding(None)
    assert session.publish_holding(view.choice) == view.refusal != ""
    assert decided(session) == []


def test_the_revision_rises_when_something_changes_and_only_then(session: Session) -> None:
    session.crisis(EVERYTHING)
    session.advance(0.01)
    before = session.revision
    session.advance(0.01)
    session.crisis(EVERYTHING)
    assert session.revision == before
    session.play_until(5)
    assert session.revision > before
    before = session.revision
    session.verify("nothing")
    assert session.revision == before
    session.schedule("spring", False)
    assert session.revision > before


def test_the_same_revision_gives_the_same_view(session: Session) -> None:
    assert session.crisis(EVERYTHING) is session.crisis(EVERYTHING)
    assert session.crisis(FeedFilter(limit=3)).feed[:] == session.crisis(EVERYTHING).feed[:3]


def test_the_language_changes_every_word_and_nothing_of_the_run(session: Session) -> None:
    session.play_until(25)
    digest, french = session.run.digest(), session.crisis(EVERYTHING)
    session.set_language("en")
    english = session.crisis(EVERYTHING)
    assert english.header.clock != french.header.clock
    assert english.gauge.outrage == french.gauge.outrage
    assert session.run.digest() == digest


def test_a_play_lived_in_frames_equals_one_lived_in_leaps(desk: Desk, library: Library) -> None:
    session = desk.start("minimal", 2)
    while not session.finished:
        session.advance(0.7)
    leaps = Run(library.load("minimal").scenario, 2)
    leaps.advance_to(10_000)
    assert session.run.digest() == leaps.digest()


def test_the_end_is_kept_once_with_its_grade(session: Session, data: Path) -> None:
    session.play_until(10_000)
    session.abandon()
    session.next_event()
    (play,) = History(data / "plays").plays()
    assert (play.scenario_id, play.seed, play.abandoned) == ("minimal", 1, False)
    assert play.result is not None
    assert play.result.overall == pytest.approx(session.card.overall)


def test_a_play_given_up_is_kept_without_a_grade(session: Session, data: Path) -> None:
    session.play_until(30)
    session.abandon()
    history = History(data / "plays")
    (play,) = history.plays()
    assert (play.abandoned, play.result) == (True, None)
    assert history.replay(play.play_id) == recorded(session.run)


def test_what_others_lived_beside_the_play_is_known_when_it_ends(session: Session) -> None:
    for _ in range(400):
        session.use_spare_time()
    session.play_until(10_000)
    curves = {curve.kind: curve for curve in session.review().view().curves}
    assert {"play", "silence", "expert"} <= curves.keys()
    assert curves["silence"].points == curves["play"].points
