"""The crisis in words: the same view until something changes, and the same whether it was worded ahead or not."""

from __future__ import annotations

import pytest

from simulator.play.desk import Desk
from simulator.play.presenters.post_rows import FeedFilter
from simulator.play.session import Session


@pytest.fixture
def session(desk: Desk) -> Session:
    return desk.start("minimal", 1)


def test_a_view_worded_ahead_is_what_it_would_be_at_once(session: Session) -> None:
    session.play_until(30)
    at_once = session.crisis(FeedFilter())
    session.wait(0)
    for _ in range(10):
        session.word_ahead(FeedFilter())
    ahead = session.crisis(FeedFilter())
    assert ahead is not at_once
    assert [row.post_id for row in ahead.feed] == [row.post_id for row in at_once.feed]
    assert (ahead.header, ahead.actions, ahead.timeline) == (at_once.header, at_once.actions, at_once.timeline)


def test_what_was_worded_ahead_is_worded_anew_once_something_changed(session: Session) -> None:
    session.word_ahead(FeedFilter())
    before = session.run.minute
    session.wait(1)
    assert session.run.minute == before + 1
    view = session.crisis(FeedFilter())
    session.word_ahead(FeedFilter())
    assert session.crisis(FeedFilter()) is view
    session.wait(1)
    assert session.crisis(FeedFilter()).header.clock != view.header.clock
