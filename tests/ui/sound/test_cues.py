"""What is heard of a crisis is what came since the last look, and little of it at once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.play.presenters.fact_rows import FactState
from simulator.play.presenters.rows import CrisisView, NoticeRow
from simulator.ui.sound.cues import heard
from tests.ui import samples

VIEW: CrisisView = samples.crisis_view("fr")
CALM = replace(VIEW, cards=(), notices=())


def test_nothing_new_is_silent() -> None:
    assert heard(VIEW, VIEW) == ()


def test_new_posts_are_heard_once_however_many() -> None:
    before = replace(CALM, feed=CALM.feed[1:])
    assert heard(before, CALM) == ("arrival",)


def test_an_older_post_or_another_channel_is_no_news() -> None:
    assert heard(replace(CALM, feed=CALM.feed[:-2]), CALM) == ()
    other = tuple(replace(row, post_id=f"other {row.post_id}") for row in CALM.feed)
    assert heard(CALM, replace(CALM, feed=other)) == ()


def test_an_own_post_is_heard_going_out() -> None:
    own = replace(CALM.feed[0], post_id="mine", badge_kind="you")
    assert heard(CALM, replace(CALM, feed=(own, *CALM.feed))) == ("publish",)


def test_a_card_that_opens_is_heard_and_one_that_closes_is_not() -> None:
    assert heard(CALM, replace(CALM, cards=VIEW.cards)) == ("card",)
    assert heard(replace(CALM, cards=VIEW.cards), CALM) == ()


@pytest.mark.parametrize(("state", "cue"), [("verified", "verified"), ("leaked", "leak"), ("published", "publish")])
def test_a_fact_is_heard_when_its_state_changes(state: FactState, cue: str) -> None:
    before = replace(CALM, facts=(replace(CALM.facts[0], state="verifying"),))
    now = replace(CALM, facts=(replace(CALM.facts[0], state=state),))
    assert heard(before, now) == (cue,)


def test_the_last_minutes_of_a_card_tick_once_a_minute() -> None:
    card = replace(VIEW.cards[0], urgent=True, countdown="0:04", fraction=0.15)
    before = replace(CALM, cards=(card,))
    later = replace(before, header=replace(CALM.header, clock="mar. 14 h 33"))
    assert heard(before, later) == ("tick",)
    assert heard(before, before) == ()


@pytest.mark.parametrize("fraction", [0.8, 0.0])
def test_a_card_with_time_left_or_none_left_does_not_tick(fraction: float) -> None:
    card = replace(VIEW.cards[0], urgent=True, countdown="retard 4 min", fraction=fraction)
    before = replace(CALM, cards=(card,))
    assert heard(before, replace(before, header=replace(CALM.header, clock="mar. 14 h 33"))) == ()


def test_of_much_at_once_two_sounds_are_heard_the_gravest_first() -> None:
    before = replace(CALM, feed=CALM.feed[3:], facts=(replace(CALM.facts[0], state="verifying"),))
    notice = NoticeRow(9_999, "Le dossier a fuité.", tone="bad")
    leaked = replace(CALM.facts[0], state="leaked")
    now = replace(CALM, cards=VIEW.cards, facts=(leaked,), notices=(notice,))
    assert heard(before, now) == ("leak", "card")
