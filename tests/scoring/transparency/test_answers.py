"""T.Acc, T.Part, T.Open: what was owed and what was asked."""

from dataclasses import replace
from math import fsum

import pytest

from simulator.scenario.tags import Claim, Tags
from simulator.scoring.evidence import Finding
from simulator.scoring.record import FactRecord, OwedRecord, QuestionRecord, WatchRecord
from simulator.scoring.transparency.accountability import accountability
from simulator.scoring.transparency.openness import openness
from simulator.scoring.transparency.participation import participation
from tests.scoring.samples import message, record

HARM, DELAY = OwedRecord("harm", 3, 0), OwedRecord("delay", 1, 100)
REFUND = QuestionRecord("refund", 50)
DANGER = QuestionRecord("danger", 60)
GOSSIP = QuestionRecord("gossip", 60, affected=False)
MY_FILE = QuestionRecord("my-file", 70, personal=True)
ANSWERS = Tags(answers=("refund",))
EVADES = Tags(evades=("refund",))


def earned(findings: tuple[Finding, ...] | None) -> float | None:
    return None if findings is None else fsum(finding.earned for finding in findings)


def test_what_was_owed_counts_by_weight_when_acknowledged_in_public() -> None:
    owning = message(1, 30, Tags(owns=("harm",)))
    assert earned(accountability(record(owning, owed=(HARM, DELAY)))) == pytest.approx(0.75)
    inside = message(1, 30, Tags(owns=("harm",)), recipient="employees")
    assert earned(accountability(record(inside, owed=(HARM, DELAY)))) == 0.0


def test_what_is_owed_after_the_end_is_not_owed() -> None:
    assert accountability(record(owed=(OwedRecord("late", 1, 601),))) is None


def test_participation_is_the_share_of_affected_people_answered_in_public() -> None:
    assert earned(participation(record(message(1, 60, ANSWERS), questions=(REFUND, DANGER, GOSSIP)))) == 0.5
    assert earned(participation(record(message(1, 60, ANSWERS), questions=(GOSSIP,)))) == 0.0


def test_a_private_answer_counts_for_personal_questions_only() -> None:
    aside = message(1, 80, Tags(answers=("refund", "my-file")), recipient="private")
    assert earned(participation(record(aside, questions=(REFUND, MY_FILE)))) == 0.5


@pytest.mark.parametrize(
    ("spoils", "says"),
    [
        (Tags(claims=(Claim(fact="lot", says="no"),)), "question_answered_falsely"),
        (Tags(discloses=("families",)), "question_answered_leaking"),
    ],
)
def test_a_message_that_is_false_or_leaks_answers_nothing(spoils: Tags, says: str) -> None:
    facts = (FactRecord("lot", 1, "yes"), FactRecord("families", 0, "known", restricted=True))
    bad = message(1, 60, spoils.model_copy(update={"answers": ("refund",)}))
    asked = record(bad, questions=(REFUND,), facts=facts)
    for findings in (participation(asked), openness(asked)):
        assert earned(findings) == 0.0
        assert findings is not None
        assert findings[0].message.code == f"scoring.{says}"
    put_right = record(bad, message(2, 90, ANSWERS), questions=(REFUND,), facts=facts)
    assert earned(participation(put_right)) == earned(openness(put_right)) == 1.0


def test_a_guess_that_is_true_and_a_precaution_answer() -> None:
    facts = (FactRecord("lot", 1, "yes"),)
    for claim in (Claim(fact="lot", says="yes"), Claim(fact="lot", says="no", precaution=True)):
        said = message(1, 60, Tags(answers=("refund",), claims=(claim,)))
        assert earned(openness(record(said, questions=(REFUND,), facts=facts))) == 1.0


def test_an_answer_after_dodging_counts_half_a_dodge_after_answering_nothing() -> None:
    questions = (REFUND, DANGER)
    both = Tags(answers=("danger",), evades=("refund",))
    assert earned(openness(record(message(1, 60, both), questions=questions))) == 0.5
    later = (message(1, 60, both), message(2, 90, ANSWERS))
    assert earned(openness(record(*later, questions=questions))) == 0.75
    first = (message(1, 60, ANSWERS), message(2, 90, EVADES))
    assert earned(openness(record(*first, questions=(REFUND,)))) == 1.0


def test_openness_counts_every_question_that_was_asked() -> None:
    assert earned(openness(record(message(1, 60, ANSWERS), questions=(REFUND, DANGER)))) == 0.5
    assert earned(openness(record(message(1, 60, Tags()), questions=(REFUND, DANGER)))) == 0.0
    assert earned(openness(record(message(1, 60, EVADES), questions=(REFUND,)))) == 0.0
    assert openness(record(message(1, 60, Tags()))) is None


def test_in_a_paracrisis_no_public_answer_is_owed() -> None:
    assert participation(record(questions=(REFUND,), paracrisis=True)) is None


def test_in_a_paracrisis_a_person_is_still_owed_an_answer_about_their_own_affairs() -> None:
    mine = replace(REFUND, id="mine", personal=True)
    asked = record(questions=(REFUND, mine), paracrisis=True)
    assert earned(participation(asked)) == 0.0
    private = message(1, 60, Tags(answers=("mine",)), recipient="private")
    assert earned(participation(replace(asked, messages=(private,)))) == 1.0


def test_in_a_paracrisis_a_recorded_watch_is_open() -> None:
    watched = record(questions=(REFUND,), paracrisis=True, watches=(WatchRecord(30, "small", 40),))
    assert earned(openness(watched)) == 1.0
    assert earned(openness(record(message(1, 60, ANSWERS), questions=(REFUND,), paracrisis=True))) == 0.0


def test_what_counts_in_full_says_how_long_it_took_all_the_same() -> None:
    owned = accountability(record(message(1, 90, Tags(owns=("harm",))), owed=(HARM,)))
    answered = participation(record(message(1, 90, ANSWERS), questions=(REFUND,)))
    assert owned is not None
    assert answered is not None
    assert [(one.earned, one.message.arguments["delay_span"]) for one in (*owned, *answered)] == [(1.0, 90), (1.0, 40)]
