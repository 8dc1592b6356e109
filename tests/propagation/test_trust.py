"""Trust follows what the organisation does, not how loud the storm is."""

from __future__ import annotations

from typing import get_args

import pytest

from simulator.propagation import MessageAttributes, Trust
from simulator.propagation.trust import FULL, TRUSTING, Cluster

MATCHED = MessageAttributes(stance=7, matched=True, apology=True, empathy=2)
HOLDING = MessageAttributes(stance=3, valid_holding=True, empathy=1)
STORM = dict.fromkeys(TRUSTING, 650)
CALMER = dict.fromkeys(TRUSTING, 500)


def points(trust: Trust, segment: str = "customers") -> float:
    return trust.levels[segment] * 100 / FULL


def lived(trust: Trust, outrage: dict[str, int], first: int, last: int) -> None:
    for minute in range(first, last):
        trust.step(minute, outrage)


def test_silence_in_a_preventable_crisis_loses_about_half_of_trust() -> None:
    trust = Trust("preventable")
    lived(trust, STORM, 60, 360)
    assert 25 <= points(trust) <= 35


def test_a_good_play_keeps_trust() -> None:
    trust = Trust("preventable")
    trust.publish(75, HOLDING)
    lived(trust, CALMER, 75, 120)
    trust.publish(120, MATCHED)
    lived(trust, CALMER, 120, 240)
    trust.publish(240, MATCHED)
    lived(trust, CALMER, 240, 360)
    assert 60 <= points(trust) <= 70


def test_the_more_responsible_the_organisation_the_more_it_loses() -> None:
    left = []
    for cluster in get_args(Cluster):
        trust = Trust(cluster)
        lived(trust, STORM, 0, 300)
        left.append(points(trust))
    assert left == sorted(left, reverse=True)


def test_without_a_storm_silence_costs_nothing() -> None:
    trust = Trust("preventable")
    lived(trust, dict.fromkeys(TRUSTING, 0), 0, 300)
    assert points(trust) == 60


def test_a_repetition_wins_nothing() -> None:
    once, again = Trust("accidental"), Trust("accidental")
    once.publish(0, MATCHED)
    again.publish(0, MATCHED)
    again.publish(0, MATCHED)
    assert once.levels == again.levels


def test_a_message_breaks_the_silence_for_a_while() -> None:
    silent, speaking = Trust("preventable"), Trust("preventable")
    speaking.publish(0, MessageAttributes(stance=3))
    lived(silent, STORM, 0, 60)
    lived(speaking, STORM, 0, 60)
    assert 60 - points(speaking) < (60 - points(silent)) / 2


@pytest.mark.parametrize("message", [MessageAttributes(denial=True), MessageAttributes(deletion_or_threat=True)])
def test_a_denial_or_a_threat_does_not_break_the_silence(message: MessageAttributes) -> None:
    silent, speaking = Trust("preventable"), Trust("preventable")
    speaking.publish(0, message)
    before = points(speaking)
    lived(silent, STORM, 0, 60)
    lived(speaking, STORM, 0, 60)
    assert before - points(speaking) == pytest.approx(60 - points(silent))


def test_telling_first_wins_trust() -> None:
    trust = Trust("accidental")
    trust.publish(0, MessageAttributes(stance=3, discloses_first=True))
    assert points(trust) == 64


def test_what_proves_false_costs_trust_once() -> None:
    trust = Trust("accidental")
    trust.disprove()
    trust.disprove()
    assert points(trust) == 50


def test_each_further_leak_costs_half_as_much() -> None:
    trust, lost = Trust("accidental"), []
    for _ in range(3):
        before = points(trust)
        trust.leak()
        lost.append(before - points(trust))
    assert lost == pytest.approx([4, 2, 1])


def test_deleting_posts_costs_trust() -> None:
    trust = Trust("accidental")
    trust.publish(0, MessageAttributes(deletion_or_threat=True))
    assert points(trust) == 52


def test_a_message_acts_most_on_those_for_whom_it_is_meant() -> None:
    trust = Trust("accidental")
    trust.publish(0, MessageAttributes(matched=True, channel_reach=40), "employees")
    assert points(trust, "employees") == pytest.approx(70.34)
    assert points(trust, "customers") == pytest.approx(61.034)


def test_a_private_message_changes_nothing() -> None:
    trust = Trust("accidental")
    trust.publish(0, MessageAttributes(matched=True, empathy=3, channel_reach=0))
    assert trust.levels == Trust("accidental").levels


def test_trust_stays_within_its_bounds() -> None:
    trust = Trust("preventable")
    lived(trust, dict.fromkeys(TRUSTING, 1000), 0, 400)
    trust.disprove()
    for _ in range(12):
        trust.publish(0, MessageAttributes(deletion_or_threat=True))
        trust.leak()
    assert all(0 <= level <= FULL for level in trust.levels.values())


def test_a_message_for_nobody_is_refused() -> None:
    with pytest.raises(ValueError, match="bots"):
        Trust("victim").publish(0, MATCHED, "bots")


def test_a_small_outrage_costs_in_proportion() -> None:
    """What a minute costs is owed until it makes a thousandth of a point."""
    trust = Trust("rumour")
    for minute in range(180):
        trust.step(minute, {"customers": 20})
    assert trust.parameters.start - trust.levels["customers"] == 84
