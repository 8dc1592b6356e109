"""What is taken from transparency: falsehoods, guesses, contradictions, publications, deletions; and its limits."""

from typing import Any

import pytest

from simulator.engine.message import PublishedMessage
from simulator.scenario.tags import Claim, Tags
from simulator.scoring import ScoreCard, score
from simulator.scoring.record import DeletionRecord, FactRecord
from tests.scoring.samples import codes, message, points, record, telling

LOT = FactRecord("lot", 1, "yes", verifiable=100, verified=100)
UNVERIFIED = FactRecord("lot", 1, "yes", verifiable=100)
FAMILIES = FactRecord("families", 0, "known", restricted=True, verifiable=0, verified=0)


def card(*messages: PublishedMessage, **others: Any) -> ScoreCard:
    return score(record(*messages, **{"facts": (LOT,), **others}))


def claim(says: str, **others: Any) -> Tags:
    return Tags(claims=(Claim(fact="lot", says=says),), **others)


def test_a_falsehood_said_before_verifying_costs_as_false_and_as_a_guess() -> None:
    graded = card(message(1, 50, claim("no")))
    assert points(graded, "T.false") == -15.0
    assert points(graded, "T.unverified") == -7.5


def test_a_true_guess_costs_too_a_precaution_and_a_leaked_truth_do_not() -> None:
    assert points(card(message(1, 50, claim("yes"))), "T.unverified") == -7.5
    careful = Tags(claims=(Claim(fact="lot", says="no", precaution=True),))
    assert codes(card(message(1, 50, careful)), "T.unverified") == []
    leaked = FactRecord("lot", 1, "yes", leaked=40)
    assert codes(card(message(1, 50, claim("yes")), facts=(leaked,)), "T.unverified") == []
    assert points(card(message(1, 50, claim("no")), facts=(leaked,)), "T.unverified") == -7.5


def test_an_unprompted_announced_correction_halves_the_price_and_is_no_contradiction() -> None:
    graded = card(message(1, 50, claim("no")), message(2, 120, claim("yes", corrects=("lot",))))
    assert points(graded, "T.false") == -7.5
    assert codes(graded, "T.contradiction") == []


def test_a_correction_after_the_leak_was_prompted() -> None:
    leaked = FactRecord("lot", 1, "yes", verifiable=100, verified=100, leaked=110)
    graded = card(message(1, 50, claim("no")), message(2, 120, claim("yes", corrects=("lot",))), facts=(leaked,))
    assert points(graded, "T.false") == -15.0


def test_the_verified_truth_told_quietly_leaves_the_falsehood_its_whole_price() -> None:
    graded = card(message(1, 50, claim("no")), message(2, 120, claim("yes")))
    assert points(graded, "T.false") == -15.0
    assert codes(graded, "T.false") == ["false_replaced"]
    assert codes(graded, "T.contradiction") == []


def test_contradicting_oneself_unannounced_costs_once_a_fact() -> None:
    said = [message(n, 10 * n, claim(says)) for n, says in enumerate(("yes", "no", "yes"), start=1)]
    graded = card(*said, facts=(UNVERIFIED,))
    assert points(graded, "T.contradiction") == -10.0
    (row,) = [row for row in graded.evidence if row.rule == "T.contradiction"]
    told = ("earlier_version", "earlier_minute", "later_version", "message_minute")
    assert [row.message.arguments[name] for name in told] == ["yes", 10, "no", 20]


def test_a_repeat_never_announces_a_contradiction() -> None:
    first = message(1, 10, claim("no", corrects=("lot",)))
    turn = message(2, 20, claim("yes", corrects=("lot",)))
    again = message(3, 30, first.tags, signature=first.signature, repeat=True)
    assert points(card(first, turn, again, facts=(UNVERIFIED,)), "T.contradiction") == -10.0


def test_a_falsehood_against_what_was_verified_is_a_lie_and_caps_transparency() -> None:
    honest = message(1, 110, telling("lot", "yes"))
    graded = card(honest, message(2, 200, claim("no")))
    assert points(graded, "T.lie_cap") == 30.0 - 85.0
    assert graded.transparency == 30.0


def test_restricted_data_cost_and_cap_transparency() -> None:
    graded = card(message(1, 110, telling("lot", "yes", discloses=("lot", "families"))), facts=(LOT, FAMILIES))
    assert points(graded, "T.restricted") == -20.0
    assert graded.transparency == 60.0
    inside = message(1, 110, Tags(discloses=("families",)), recipient="employees")
    assert codes(card(inside, facts=(LOT, FAMILIES)), "T.restricted") == []


@pytest.mark.parametrize("says", ["known", "none"])
def test_to_state_anything_of_restricted_data_is_to_publish_them(says: str) -> None:
    stated = message(1, 20, Tags(claims=(Claim(fact="families", says=says),)))
    careful = message(1, 20, Tags(claims=(Claim(fact="families", says=says, precaution=True),)))
    assert codes(card(stated, facts=(LOT, FAMILIES)), "T.restricted") == ["restricted"]
    assert codes(card(careful, facts=(LOT, FAMILIES)), "T.restricted") == []


@pytest.mark.parametrize(
    ("what", "notice", "cost"),
    [
        ("criticism", False, 10.0),
        ("criticism", True, 10.0),
        ("own_error", False, 7.5),
        ("own_error", True, 0.0),
        ("abuse", False, 0.0),
    ],
)
def test_deletions(what: Any, notice: bool, cost: float) -> None:
    told = message(1, 110, telling("lot", "yes"))
    assert card(told, deletions=(DeletionRecord(200, what, notice),)).transparency == 100.0 - cost
    announced = message(2, 200, Tags(deletes=what, notice=notice))
    assert card(told, announced).transparency == 100.0 - cost


def test_transparency_does_not_go_below_zero() -> None:
    graded = card(message(1, 50, claim("no")))
    assert graded.transparency == 0.0
    assert points(graded, "T.floor") == 22.5


def test_where_nothing_was_owed_only_penalties_count() -> None:
    assert card(message(1, 50), facts=()).transparency == 100.0
