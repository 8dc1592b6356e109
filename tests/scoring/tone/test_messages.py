"""Empathy, stance, voice and fit of one message."""

from typing import Any

import pytest

from simulator.locale import Message
from simulator.scenario.tags import Claim, Tags, Tone
from simulator.scoring import weights_of
from simulator.scoring.record import FactRecord, Record
from simulator.scoring.tone.empathy import empathy
from simulator.scoring.tone.fit import fit, fit_sentence, proportion
from simulator.scoring.tone.parts import tone_of
from simulator.scoring.tone.stance import expected, stance_fit
from simulator.scoring.tone.voice import voice
from tests.scoring.samples import complete, message, record


def tone(**others: Any) -> Tone:
    return Tone(**{"empathy": 2, "voice": 3, "arousal": "acknowledged", "reason": "Simple et direct.", **others})


def test_empathy_and_voice_follow_the_tags() -> None:
    assert empathy(tone(empathy=2)) == pytest.approx(2 / 3)
    assert voice(tone(voice=2), invites=False) == pytest.approx(0.5)
    assert voice(tone(voice=3), invites=True) == 1.0


@pytest.mark.parametrize(
    ("cluster", "history", "range_"),
    [
        ("rumour", False, (0, 4)),
        ("victim", False, (3, 6)),
        ("accidental", False, (3, 7)),
        ("preventable", False, (5, 7)),
        ("victim", True, (3, 7)),
        ("preventable", True, (5, 7)),
    ],
)
def test_the_expected_stance_follows_the_cluster_and_history(cluster: Any, history: bool, range_: Any) -> None:
    assert expected(record(cluster=cluster, history_of_crises=history), 10) == range_


def test_nobody_must_admit_before_responsibility_can_be_known() -> None:
    origin = FactRecord("origin", 1, "dryer", settles_responsibility=True, verifiable=100)
    crisis = record(cluster="preventable", facts=(origin,))
    assert expected(crisis, 99) == (3, 6)
    assert expected(crisis, 100) == (5, 7)


def test_a_step_too_defensive_costs_more_than_a_step_too_accommodative() -> None:
    crisis = record(cluster="victim")
    assert stance_fit(crisis, 1, 0) == pytest.approx(0.5)
    assert stance_fit(crisis, 7, 0) == pytest.approx(0.85)
    assert stance_fit(record(cluster="preventable"), 0, 0) == 0.0


@pytest.mark.parametrize(
    ("formality", "rank", "severity", "value"), [(3, 3, 3, 1.0), (1, 1, 3, 0.0), (1, 2, 2, 0.75), (3, 3, 1, 0.0)]
)
def test_channel_and_spokesperson_measure_up_to_severity(
    formality: int, rank: int, severity: int, value: float
) -> None:
    said = message(1, 10, formality=formality, rank=rank)
    assert proportion(record(severity=severity), said) == pytest.approx(value)


def test_any_channel_suits_a_reply_to_a_person() -> None:
    assert proportion(record(severity=3), message(1, 10, formality=1, rank=1, recipient="person")) == 1.0


@pytest.mark.parametrize(("arousal", "value"), [("acknowledged", 1.0), ("ignored", 0.75), ("mirrored", 0.5)])
def test_anger_is_acknowledged_never_mirrored(arousal: str, value: float) -> None:
    assert fit(record(), message(1, 10), tone(arousal=arousal)) == value


def joke(crisis: Record, minute: int) -> float:
    return fit(crisis, message(9, minute, formality=1, rank=1), tone(humour=True))


def test_humour_waits_for_an_acknowledgement_in_a_light_crisis_without_victims() -> None:
    told = message(1, 50, complete())
    assert joke(record(told, severity=1), 60) == 1.0
    assert joke(record(told, severity=1), 40) == 0.0
    assert joke(record(told, severity=2), 60) == 0.0
    assert joke(record(told, severity=1, people_at_risk=True), 60) == 0.0


def test_humour_is_in_place_once_a_rumour_is_refuted() -> None:
    fact = FactRecord("truth", 1, "false-rumour", settles_responsibility=True, verifiable=0, verified=0)
    refuted = message(1, 50, Tags(discloses=("truth",)))
    assert joke(record(refuted, cluster="rumour", facts=(fact,)), 60) > 0.0
    assert joke(record(cluster="rumour", facts=(fact,)), 60) == 0.0
    false = message(1, 50, Tags(discloses=("truth",), claims=(Claim(fact="truth", says="true-after-all"),)))
    assert joke(record(false, cluster="rumour", facts=(fact,)), 60) == 0.0


def test_a_message_is_the_weighted_sum_of_its_criteria() -> None:
    tags = Tags(stance=2, tone=tone(arousal="ignored"))
    crisis = record(cluster="victim")
    assert tags.tone is not None
    value = tone_of(crisis, message(1, 10, tags), tags.tone, weights_of(crisis.rubric, 2)).value
    assert value == pytest.approx((0.25 * 2 / 3 + 0.30 * 0.75 + 0.15 * 0.75 + 0.15 * 0.75) / 0.85)


@pytest.mark.parametrize(
    ("formality", "rank", "severity", "said"),
    [
        (3, 2, 3, "right"),
        (2, 1, 2, "right"),
        (1, 3, 3, "light_channel"),
        (3, 1, 3, "light_spokesperson"),
        (2, 2, 3, "light"),
        (3, 1, 1, "solemn_channel"),
        (1, 3, 1, "solemn_spokesperson"),
        (2, 2, 1, "solemn"),
    ],
)
def test_the_row_says_which_of_channel_and_spokesperson_deviates(
    formality: int, rank: int, severity: int, said: str
) -> None:
    crisis, sent = record(severity=severity), message(1, 10, formality=formality, rank=rank)
    measure = fit_sentence(crisis, sent, tone()).arguments["proportion"]
    assert isinstance(measure, Message)
    assert measure.code == f"scoring.proportion_{said}"
