"""A message is for the crowd what a run would make of it."""

import pytest

from simulator.locale import phrasebook
from simulator.propagation.interventions import factor
from simulator.study.what_if import STANCES, Storm, felt, matching, message_of, span, stances, timing


def test_an_apology_fits_where_the_fault_is_one_s_own() -> None:
    assert message_of(7, cluster="preventable").matched
    assert not message_of(7, cluster="rumour").matched


def test_a_message_about_something_else_never_fits() -> None:
    assert not message_of(7, mismatched=True).matched


def test_before_anybody_can_know_a_full_apology_does_not_fit() -> None:
    assert not message_of(7, settled=False).matched
    assert message_of(6, settled=False).compensation_too_early


def test_a_complete_holding_statement_is_valid() -> None:
    assert message_of(3, holding=True).valid_holding
    assert not message_of(3).valid_holding


def test_an_attack_is_a_threat_and_a_denial_a_denial() -> None:
    assert message_of(0).deletion_or_threat
    assert message_of(1).denial


def test_a_full_apology_alone_has_the_published_effect() -> None:
    assert factor(message_of()) == {"amends": round(0.89 * 65536)}


@pytest.mark.parametrize(("stance", "empathy"), [(8, 0), (-1, 0), (3, 4), (3, -1)])
def test_numbers_outside_their_range_are_refused(stance: int, empathy: int) -> None:
    with pytest.raises(ValueError, match=r"stance|empathy"):
        message_of(stance, empathy)


def test_timing_asks_of_one_message_at_many_minutes() -> None:
    answers = timing(message_of(), [5, 90])
    assert {name: answer.messages for name, answer in answers.items()} == {
        "minute 5": ((5, message_of()),),
        "minute 90": ((90, message_of()),),
    }


def test_matching_asks_at_one_minute() -> None:
    answers = matching(message_of(empathy=2), 40)
    assert {minute for answer in answers.values() for minute, _ in answer.messages} == {40}
    assert [attributes.matched for answer in answers.values() for _, attributes in answer.messages] == [
        True,
        False,
        False,
    ]


def test_compensation_is_too_early_until_three_hours_have_passed() -> None:
    early, late = (answer.messages[0][1] for answer in timing(message_of(6), [179, 180]).values())
    assert (early.compensation_too_early, early.matched) == (True, False)
    assert (late.compensation_too_early, late.matched) == (False, True)


def test_stances_are_tried_at_one_minute_from_attack_to_apology() -> None:
    answers = stances(40)
    assert list(answers) == [f"stance {stance}" for stance in STANCES]
    assert [(minute, said.stance) for answer in answers.values() for minute, said in answer.messages] == [
        (40, stance) for stance in STANCES
    ]


def test_only_correction_and_apology_calm_a_preventable_crisis_at_once() -> None:
    late = {name: felt(Storm(hours=5), answer)[-1] for name, answer in stances().items()}
    assert {name for name, multiplier in late.items() if multiplier < 65536} == {"stance 5", "stance 7"}
    assert {name for name, multiplier in late.items() if multiplier > 65536} == {"stance 0", "stance 4", "stance 6"}


@pytest.mark.parametrize(("minutes", "said"), [(45, "45 min"), (180, "3 h"), (65, "1 h 05 min")])
def test_a_span_is_said_in_hours_and_minutes(minutes: int, said: str) -> None:
    assert phrasebook("en").say(span(minutes)) == said
