"""S: the mean by reach, the worst, the apology over the play."""

from math import fsum
from typing import Any

import pytest

from simulator.engine.message import PublishedMessage
from simulator.scenario.tags import ApologyComponent, Tags, Tone
from simulator.scoring import score
from simulator.scoring.record import WatchRecord
from simulator.scoring.tone.apology import COMPONENTS
from tests.scoring.samples import COLD_TONE, GOOD_TONE, codes, message, points, record

WARM = Tags(stance=4, tone=GOOD_TONE, invitation=True)
COLD = Tags(stance=3, tone=COLD_TONE)
COLD_VALUE = (0.30 * 1.0 + 0.15 * 0.75) / 0.85
"""Fitting stance and measure, no empathy, no voice, anger ignored; no apology is called for."""


def tone(*messages: PublishedMessage, **others: Any) -> float:
    return score(record(*messages, **others)).tone


def test_seven_tenths_are_the_mean_by_reach_and_three_tenths_the_worst() -> None:
    mean = (100 * 1.0 + 50 * COLD_VALUE) / 150
    assert tone(message(1, 10, WARM), message(2, 20, COLD, reach=50)) == pytest.approx(70 * mean + 30 * COLD_VALUE)


def test_a_repeat_leaves_the_mean_and_stays_in_the_worst() -> None:
    warm = [message(1, 10, WARM), message(2, 20, WARM, repeat=True)]
    assert tone(*warm) == pytest.approx(100.0)
    grave = message(2, 20, WARM, repeat=True, formality=1, rank=1)
    assert tone(warm[0], grave) == pytest.approx(70 + 30 * (1 - 0.15 * 0.25 / 0.85))


def test_a_message_pasted_again_and_again_is_one_row() -> None:
    pasted = [message(n, 10 * n, COLD, signature=("sorry",), repeat=n > 1) for n in range(1, 6)]
    card = score(record(*pasted))
    (row,) = [row for row in card.evidence if row.rule == "S.repeat"]
    assert (row.minute, row.message.arguments["count"]) == (20, 4)


def test_the_worst_message_says_when_it_is_the_only_one() -> None:
    assert codes(score(record(message(1, 10, WARM))), "S.worst") == ["worst_only"]
    assert codes(score(record(message(1, 10, WARM), message(2, 20, COLD))), "S.worst") == ["worst"]


def test_a_notice_to_an_authority_has_no_tone() -> None:
    assert tone(message(1, 10, WARM), message(2, 20, COLD, recipient="authority")) == pytest.approx(100.0)


def test_messages_without_a_tone_are_not_judged_and_none_at_all_is_nothing() -> None:
    assert tone(message(1, 10, WARM), message(2, 20, Tags(stance=0))) == pytest.approx(100.0)
    assert tone(message(1, 10)) == 0.0


def apology(*components: ApologyComponent, **others: Any) -> float:
    tags = Tags(stance=6, tone=GOOD_TONE, invitation=True, apology=components)
    return tone(message(1, 10, tags), **{"cluster": "preventable", **others})


def test_apology_components_add_up_where_the_cluster_calls_for_them() -> None:
    assert apology() == pytest.approx(85.0)
    assert apology("regret") == pytest.approx(85.0 + 15 * 0.15)
    assert apology(*COMPONENTS) == pytest.approx(100.0)
    assert apology(cluster="victim") == pytest.approx(100.0)


def test_a_component_counts_once_over_the_play_and_its_minute_is_told() -> None:
    tags = Tags(stance=6, tone=GOOD_TONE, invitation=True, apology=("regret",))
    card = score(record(message(1, 10, tags), message(2, 20, tags), cluster="preventable"))
    assert card.tone == pytest.approx(85.0 + 15 * 0.15)
    assert codes(card, "S.apology").count("component_made") == 1
    assert fsum(row.possible for row in card.evidence if row.rule == "S.apology") == pytest.approx(0.7 * 15)


def test_a_silent_watch_over_a_paracrisis_has_full_tone_and_a_public_answer_loses() -> None:
    watched = {"paracrisis": True, "cluster": "rumour", "watches": (WatchRecord(30, "small", 40),)}
    assert tone(**watched) == 100.0
    assert tone(message(1, 60, WARM), **watched) < 50.0
    assert tone(message(1, 60, WARM, recipient="employees"), **watched) == pytest.approx(100.0)


def test_each_criterion_of_each_message_is_a_row() -> None:
    card = score(record(message(1, 10, WARM), message(2, 20, COLD)))
    for rule in ("S.empathy", "S.stance", "S.voice", "S.fit"):
        assert len(codes(card, rule)) == 2
    assert points(card, "S.worst") == pytest.approx(30 * COLD_VALUE)


def test_mirrored_anger_is_in_the_worst_message() -> None:
    angry = Tags(stance=0, tone=Tone(empathy=0, voice=0, arousal="mirrored", reason="Une attaque."))
    card = score(record(message(1, 10, WARM), message(2, 20, angry)))
    (worst,) = [row for row in card.evidence if row.rule == "S.worst"]
    assert worst.minute == 20
    assert worst.lost > 20.0
