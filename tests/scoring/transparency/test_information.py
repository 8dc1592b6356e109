"""T.I: facts that could be verified at 100, with a cadence of 120 minutes."""

from math import fsum
from typing import Any

import pytest

from simulator.engine.message import PublishedMessage
from simulator.scenario.tags import Claim, Tags
from simulator.scoring.record import FactRecord
from simulator.scoring.transparency.information import information
from tests.scoring.samples import message, record, telling


def fact(name: str = "lot", **others: Any) -> FactRecord:
    """Verifiable and verified at 100, true outcome `yes`."""
    values: dict[str, Any] = {"weight": 2, "outcome": "yes", "verifiable": 100, "verified": 100}
    return FactRecord(name, **{**values, **others})


def value(*messages: PublishedMessage, facts: tuple[FactRecord, ...] = (fact(),)) -> float | None:
    findings = information(record(*messages, facts=facts))
    return None if findings is None else fsum(finding.earned for finding in findings)


@pytest.mark.parametrize(("minute", "expected"), [(100, 1.0), (220, 1.0), (340, 0.75), (460, 0.5), (600, 0.5)])
def test_a_fact_volunteered_within_the_cadence_is_whole_and_decays_to_a_half(minute: int, expected: float) -> None:
    assert value(message(1, minute, telling("lot", "yes"))) == pytest.approx(expected)


def test_the_clock_starts_when_the_fact_could_be_verified_not_when_it_was() -> None:
    late = fact(verified=340)
    assert value(message(1, 340, telling("lot", "yes")), facts=(late,)) == pytest.approx(0.75)


def test_the_clock_does_not_start_before_the_crisis() -> None:
    findings = information(record(message(1, 250, telling("lot", "yes")), facts=(fact(),), begins=150))
    assert findings is not None
    assert findings[0].earned == 1.0


def test_after_a_leak_a_quarter_is_left_and_never_is_nothing() -> None:
    leaked = (fact(leaked=150),)
    assert value(message(1, 149, telling("lot", "yes")), facts=leaked) == 1.0
    assert value(message(1, 150, telling("lot", "yes")), facts=leaked) == 0.25
    assert value(facts=leaked) == 0.0
    assert value() == 0.0


def test_what_is_told_before_it_is_verified_counts_once_it_is() -> None:
    guess = message(1, 50, telling("lot", "yes"))
    assert value(guess, facts=(fact(verified=340),)) == pytest.approx(0.75)
    assert value(guess, facts=(fact(verified=None),)) == 0.0
    assert value(guess, facts=(fact(verified=340, leaked=300),)) == 0.25


def test_a_falsehood_a_private_message_a_repeat_and_a_precaution_tell_nothing() -> None:
    false = message(1, 110, telling("lot", "no"))
    private = message(2, 110, telling("lot", "yes"), recipient="employees")
    repeat = message(3, 110, telling("lot", "yes"), repeat=True)
    careful = Tags(claims=(Claim(fact="lot", says="yes", precaution=True),))
    assert value(false, private, repeat, message(4, 110, careful)) == 0.0


def test_facts_weigh_and_those_restricted_or_never_verifiable_do_not_count() -> None:
    told = message(1, 110, telling("lot", "yes"))
    others = (fact("swab", weight=6), fact("families", restricted=True), fact("rumour", verifiable=None, verified=None))
    assert value(told, facts=(fact(), *others)) == pytest.approx(0.25)
    assert value(told, facts=others[1:]) is None


def test_a_fact_that_could_not_be_verified_before_the_end_does_not_count() -> None:
    assert value(facts=(fact(verifiable=601, verified=None),)) is None


def test_a_recall_that_discloses_with_a_precaution_tells_what_is_verified() -> None:
    recall = Tags(claims=(Claim(fact="lot", says="yes", precaution=True),), discloses=("lot",))
    assert value(message(1, 110, recall)) == 1.0
    assert value(message(1, 110, recall), facts=(fact(verified=200),)) == 0.0


@pytest.mark.parametrize(
    ("minute", "known", "code"),
    [
        (110, fact(), "fact_told_first"),
        (340, fact(), "fact_told_late"),
        (50, fact(verified=120), "fact_told_unsure"),
        (50, fact(verified=None), "fact_guessed"),
        (150, fact(leaked=140), "fact_after_leak"),
        (50, fact(verified=None, leaked=140), "fact_before_proof"),
    ],
)
def test_a_guess_is_told_from_what_was_known_at_the_minute_it_was_said(
    minute: int, known: FactRecord, code: str
) -> None:
    findings = information(record(message(1, minute, telling("lot", "yes")), facts=(known,)))
    assert findings is not None
    assert findings[0].message.code == f"scoring.{code}"
    assert findings[0].message.arguments["message_minute"] == minute
