"""A message changes transmission by its attributes, each once, and never beyond the bounds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.propagation import MessageAttributes, Transmission
from simulator.propagation.interventions import factor
from simulator.propagation.tables import ONE

AMENDS = MessageAttributes(stance=7, matched=True, apology=True)
LATE = 100_000
attributes = st.builds(
    MessageAttributes,
    stance=st.integers(0, 7),
    matched=st.booleans(),
    corrective=st.booleans(),
    explanation=st.booleans(),
    empathy=st.integers(0, 3),
    arousal=st.sampled_from(("high", "low")),
    compensation_too_early=st.booleans(),
    denial=st.booleans(),
    deletion_or_threat=st.booleans(),
    valid_holding=st.booleans(),
    channel_reach=st.integers(0, 100),
)


def settled(*messages: MessageAttributes) -> float:
    transmission = Transmission()
    for minute, message in enumerate(messages):
        transmission.publish(minute, message)
    return transmission.at(LATE) / ONE


def test_silence_leaves_the_storm_as_it_is() -> None:
    assert Transmission().at(500) == ONE


@pytest.mark.parametrize(
    ("message", "multiplier"),
    [
        (AMENDS, 0.89),
        (MessageAttributes(matched=True, corrective=True), 0.89),
        (MessageAttributes(corrective=True), 1),
        (MessageAttributes(explanation=True), 0.92),
        (MessageAttributes(explanation=True, arousal="low"), 1),
        (MessageAttributes(empathy=3, arousal="low"), 0.92),
        (MessageAttributes(empathy=3), 1),
        (MessageAttributes(channel_change_early=True), 0.94),
        (MessageAttributes(valid_holding=True), 0.93),
        (MessageAttributes(compensation_too_early=True), 1.05),
        (MessageAttributes(sympathy_alone=True), 1.05),
        (MessageAttributes(denial=True), 1),
        (MessageAttributes(denial=True, disproved=True), 1.10),
        (MessageAttributes(deletion_or_threat=True), 1.10),
    ],
)
def test_each_attribute_has_its_effect_in_the_end(message: MessageAttributes, multiplier: float) -> None:
    assert settled(message) == pytest.approx(multiplier, abs=1e-4)


def test_an_effect_comes_within_the_hour() -> None:
    transmission = Transmission()
    transmission.publish(100, AMENDS)
    assert transmission.at(99) == transmission.at(100) == ONE
    assert transmission.at(160) / ONE == pytest.approx(1 - 0.11 * 0.632, abs=1e-3)


def test_an_effect_is_in_proportion_to_reach() -> None:
    half = MessageAttributes(matched=True, apology=True, channel_reach=50)
    assert settled(half) == pytest.approx(1 - 0.055, abs=1e-4)
    assert settled(MessageAttributes(matched=True, apology=True, channel_reach=0)) == 1


@given(messages=st.lists(attributes, max_size=4), minute=st.integers(0, 600))
def test_a_repetition_changes_nothing(messages: list[MessageAttributes], minute: int) -> None:
    once, again = Transmission(), Transmission()
    for message in messages:
        once.publish(10, message)
        again.publish(10, message)
        again.publish(40, message)
    assert once.at(minute) == again.at(minute)


@given(messages=st.lists(attributes, max_size=6))
def test_all_messages_together_stay_within_bounds(messages: list[MessageAttributes]) -> None:
    assert ONE * 3 // 4 <= round(settled(*messages) * ONE) <= ONE * 5 // 4


def test_a_wider_channel_adds_its_wider_reach() -> None:
    narrow = MessageAttributes(matched=True, apology=True, channel_reach=20)
    assert settled(narrow, AMENDS) == settled(AMENDS)


def test_a_denial_turns_against_its_author_once_disproved() -> None:
    transmission = Transmission()
    transmission.publish(0, MessageAttributes(denial=True))
    transmission.disprove(200)
    assert transmission.at(200) == ONE < transmission.at(230) < transmission.at(LATE)
    assert transmission.at(LATE) / ONE == pytest.approx(1.1, abs=1e-4)


def test_nothing_is_disproved_that_was_not_denied() -> None:
    transmission = Transmission()
    transmission.publish(0, AMENDS)
    transmission.disprove(10)
    assert transmission.at(LATE) / ONE == pytest.approx(0.89, abs=1e-4)


def test_the_effects_have_names() -> None:
    assert set(factor(AMENDS)) == {"amends"}


@pytest.mark.parametrize("wrong", [{"stance": 8}, {"empathy": -1}, {"channel_reach": 101}])
def test_an_attribute_outside_its_range_is_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        MessageAttributes(**wrong)  # type: ignore[arg-type]
