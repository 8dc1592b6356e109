"""What is graded of a documented case: what it says, and what is assumed where it says nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from simulator.scenario.case_load import load_case
from simulator.scoring import Record, score
from simulator.scoring.evidence import Dimension, total
from simulator.scoring.of_case import CaseRecord, record_of_case

CASES = Path(__file__).parents[2] / "docs" / "cases"
Grade = Callable[[str], CaseRecord]
DIMENSIONS: tuple[Dimension, ...] = ("reactivity", "transparency", "tone", "overall")
COMPLETE = "holding: [happened, doing, known, unknown, instruction, next_update]"


@pytest.fixture
def case(tmp_path: Path) -> Grade:
    """Grades a case that begins with these lines."""

    def graded(text: str) -> CaseRecord:
        file = tmp_path / "case.yaml"
        file.write_text("title: Un cas\n" + text, encoding="utf-8")
        return record_of_case(load_case(file))

    return graded


def codes(graded: CaseRecord) -> set[str]:
    return {one.code.removeprefix("case.") for one in graded.assumptions}


def test_the_crisis_handled_badly_fails_and_the_one_handled_well_excels() -> None:
    badly, well = (
        score(record_of_case(load_case(CASES / f"{name}.yaml")).record)
        for name in ("fuite-mutuelle", "rumeur-biscuiterie")
    )
    assert (badly.band, well.band) == ("insufficient", "excellent")
    assert badly.reactivity < badly.transparency < badly.tone


def test_silence_is_nothing(case: Grade) -> None:
    assert score(case("facts: [{ id: lot, leaked: H+1 }]\nmessages: []\n").record).overall == 0


def test_a_transparency_of_which_nothing_is_coded_is_not_judged_and_has_no_weight(case: Grade) -> None:
    said = "messages: [{ at: H+1, stance: 3, holding: [happened] }]\n"
    bare, wrong = case(said), case("deletions: [{ at: H+1, what: criticism }]\n" + said)
    assert [one.code for one in bare.unjudged] == ["case.transparency_unjudged"]
    assert [one.code for one in wrong.unjudged] == ["case.transparency_unjudged", "case.wrongs_uncounted"]
    card = score(bare.record)
    assert card.overall == pytest.approx((card.reactivity + card.tone) / 2)
    assert score(wrong.record).overall == pytest.approx(card.overall)


def test_a_transparency_of_which_something_is_coded_is_judged(case: Grade) -> None:
    said = "messages: [{ at: H+1 }]\n"
    judged = [f"questions: [{{ id: why }}]\n{said}", f"facts: [{{ id: lot, leaked: H+1 }}]\n{said}", "messages: []\n"]
    assert all(case(text).unjudged == () for text in judged)


def test_the_same_crisis_in_dates_in_hours_and_in_days_has_the_same_grade(case: Grade) -> None:
    first = ("2024-03-12 20:00", "H+0", "J+0 20:00")
    told = ("12 mars 2024, 21 h 30", "H+1:30", "J+0 21:30")
    late = ("13 mars 2024, 6 h", "H+10", "J+1 6:00")
    cards = [
        score(
            case(
                f"severity: 2\nfirst_signal: {begin}\nfacts: [{{ id: lot, verifiable: '{one}' }}]\nmessages:\n"
                f"  - {{ at: '{one}', {COMPLETE}, stance: 3 }}\n  - {{ at: '{two}', discloses: [lot], stance: 5 }}\n"
            ).record
        )
        for begin, one, two in zip(first, told, late, strict=True)
    ]
    assert cards[0] == cards[1] == cards[2]


def test_messages_are_sorted_and_those_of_one_minute_keep_their_order(case: Grade) -> None:
    text = "messages: [{ id: c, at: H+2 }, { id: a, at: H+1 }, { id: b, at: H+1 }]\n"
    messages = case(text).record.messages
    assert [(one.serial, *one.signature) for one in messages] == [(1, "a"), (2, "b"), (3, "c")]


def test_a_repeat_takes_over_what_it_repeats_and_earns_nothing(case: Grade) -> None:
    once = f"ends: H+9\nmessages:\n  - {{ id: a, at: H+1, {COMPLETE}, stance: 3, tone: {{ empathy: 2 }} }}\n"
    again = case(once + "  - { id: b, at: H+2, repeats: a }\n  - { at: H+3, repeats: b }\n").record
    first, *others = again.messages
    assert all(one.repeat and one.tags == first.tags and one.signature == first.signature for one in others)
    assert score(again).overall == pytest.approx(score(case(once).record).overall)


def test_an_evasion_or_a_falsehood_is_no_reply(case: Grade) -> None:
    record: Record = case(
        "facts: [{ id: lot, outcome: bad, other_outcomes: [fine] }]\nquestions: [{ id: why }]\n"
        "injects: [{ id: press, at: H+1 }]\nmessages:\n"
        "  - { at: H+1, replies_to: [press], evades: [why] }\n"
        "  - { at: H+2, replies_to: [press], claims: [{ fact: lot, says: fine }] }\n"
        "  - { at: H+3, replies_to: [press] }\n"
    ).record
    assert record.injects[0].actions == ((60, "evade"), (120, "evade"), (180, "reply"))


def test_an_evasion_is_told_as_one_not_as_nothing(case: Grade) -> None:
    asked = "questions: [{ id: why }]\ninjects: [{ id: press, at: H+1 }]\n"
    evaded, ignored = (
        {one.message.code for one in score(case(f"{asked}messages: [{{ at: H+1{said} }}]\n").record).evidence}
        for said in (", replies_to: [press], evades: [why]", "")
    )
    assert "scoring.priority_dodged" in evaded and "scoring.priority_dodged" not in ignored


def test_who_tells_its_staff_the_truth_has_verified_it(case: Grade) -> None:
    told = case(
        "facts: [{ id: lot, verifiable: H+1 }]\nmessages: [{ at: H+2, recipient: employees, discloses: [lot] }]\n"
    )
    assert told.record.facts[0].verified == 120
    rules = {row.rule: row.earned for row in score(told.record).evidence}
    assert "T.unverified" not in rules and rules["T.I"] == 0


def test_a_case_whose_public_messages_are_no_holding_statement_says_so(case: Grade) -> None:
    staff = "{ at: H+1, recipient: employees, holding: [happened] }"
    assert "no_holding" in codes(case(f"messages: [{{ at: H+1 }}, {staff}]\n"))
    assert "no_holding" not in codes(case("messages: [{ at: H+1, holding: [happened] }]\n"))
    assert "no_holding" not in codes(case("messages: []\n")) | codes(
        case("paracrisis: true\nmessages: [{ at: H+1 }]\n")
    )


def test_a_promise_is_due_within_a_span_or_by_a_moment(case: Grade) -> None:
    messages = case(
        "messages: [{ at: H+1, promise: { within: 2 h } }, { at: H+1, promise: { by: H+3 } }, { at: H+1 }]\n"
    ).record.messages
    assert [one.promised for one in messages] == [180, 180, None]


def test_an_unknown_verification_is_the_leak_or_the_first_telling(case: Grade) -> None:
    facts = case(
        "facts: [{ id: leaked, leaked: H+1 }, { id: told }, { id: both, leaked: H+4 }, { id: never }]\n"
        "messages: [{ at: H+2, discloses: [leaked, told, both] }]\n"
    )
    assert [one.verifiable for one in facts.record.facts] == [60, 120, 120, None]
    assert [one.verified for one in facts.record.facts] == [120, 120, 120, None]
    assert {"verifiable_unknown", "verified_unknown", "fact_never_known"} <= codes(facts)


def test_a_falsehood_is_a_lie_only_where_the_verification_is_known(case: Grade) -> None:
    told = (
        "messages: [{ at: H+2, claims: [{ fact: lot, says: fine }] }, "
        "{ at: H+5, discloses: [lot], claims: [{ fact: lot, says: bad }] }]\n"
    )
    fact = "facts: [{ id: lot, outcome: bad, other_outcomes: [fine], verifiable: H+1"
    doubted, known = (score(case(f"{fact}{more} }}]\n{told}").record) for more in ("", ", verified: H+1"))
    assert "T.lie_cap" not in {row.rule for row in doubted.evidence}
    assert known.transparency <= 30 < doubted.transparency


def test_what_is_not_known_of_the_tone_is_neutral_never_silent(case: Grade) -> None:
    nothing = case("messages: [{ at: H+1 }, { at: H+2 }]\n")
    assert "tone_unknown" in codes(nothing) and score(nothing.record).tone > 0
    some = case("messages: [{ at: H+1, stance: 3 }, { at: H+2 }, { at: H+3, tone: { empathy: 3 } }]\n")
    assert {"tone_neutral", "tone_left_out", "tone_partial"} <= codes(some)
    assert [one.tags.tone is not None for one in some.record.messages] == [True, False, True]


def test_an_unknown_reach_weighs_the_same_and_an_unknown_spokesperson_suits(case: Grade) -> None:
    graded = case("severity: 3\nmessages: [{ at: H+1, channel: Radio }, { at: H+2, spokesperson: Mme Roy }]\n")
    assert {"reach_all_unknown", "formality_unknown", "rank_unknown"} <= codes(graded)
    assert {(one.formality, one.rank) for one in graded.record.messages} == {(3, 3)}
    assert len({one.reach for one in graded.record.messages}) == 1


def test_something_new_is_what_no_message_told_before(case: Grade) -> None:
    messages = case(
        "facts: [{ id: lot }]\nmessages: [{ at: H+1 }, { at: H+2, discloses: [lot] }, { at: H+3, discloses: [lot] }]\n"
    ).record.messages
    assert [one.tags.update for one in messages] == [None, "new", None]


def test_nobody_waits_for_news_at_night_once_a_case_lasts_more_than_a_day(case: Grade) -> None:
    hours = [hour for day in (0, 24) for hour in (*(day + step for step in range(0, 13, 2)), day + 13)]
    told = "messages:\n" + "".join(f"  - {{ at: H+{hour}, update: new }}\n" for hour in hours)
    by_day, by_hour = (case(f"first_signal: {first}\nends: H+38\n{told}") for first in ("2024-03-12 08:00", "H+0"))
    assert by_day.record.nights == ((14 * 60, 23 * 60),)
    assert [row.lost for row in score(by_day.record).evidence if row.rule == "R.U"] == [0]
    assert "nights" in codes(by_day) and "nights" not in codes(by_hour)
    (silence,) = (row for row in score(by_hour.record).evidence if row.rule == "R.U" and row.earned == 0)
    assert (silence.minute, silence.message.arguments["until_minute"]) == (15 * 60, 24 * 60)


def test_a_silence_over_a_night_is_told_in_hours_of_the_clock_and_costs_those_of_the_day(case: Grade) -> None:
    graded = case("severity: 2\nfirst_signal: 2024-03-12 20:00\nends: H+37\nmessages: [{ at: H+13, update: new }]\n")
    first, second = (row for row in score(graded.record).evidence if row.rule == "R.U" and row.earned == 0)
    assert (first.minute, first.message.arguments["until_minute"]) == (11 * 60, 13 * 60)
    assert (second.minute, second.message.arguments["until_minute"]) == (15 * 60, 37 * 60)
    assert second.lost / first.lost == pytest.approx(13 / 2)


def test_a_case_that_says_everything_assumes_only_what_no_case_says(case: Grade) -> None:
    text = (Path(__file__).parents[1] / "scenario" / "minimal_case.yaml").read_text("utf-8").replace("format: 1\n", "")
    text = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("title:"))
    text = text.replace("    promise: { within: 2 h }\n", "    promise: { within: 2 h }\n    update: new\n")
    assert codes(case(text)) == {"no_veille"}


def test_a_paracrisis_is_won_by_a_recorded_watch(case: Grade) -> None:
    text = "paracrisis: true\nends: H+4\nwatches: [{ at: H+0:30 }, { at: H+2:15 }]\nmessages: []\n"
    graded = case(text)
    assert "threshold_unknown" in codes(graded) and score(graded.record).band == "excellent"


@pytest.mark.parametrize("seed", range(25))
def test_a_case_that_nobody_wrote_is_graded_and_its_rows_add_up(case: Grade, seed: int) -> None:
    card = score(case(drawn(Random(seed), 12)).record)
    for dimension in DIMENSIONS:
        rows = [row for row in card.evidence if row.dimension == dimension]
        assert total(rows) == pytest.approx(getattr(card, dimension), abs=1e-9)


def test_five_hundred_messages_are_graded(case: Grade) -> None:
    graded = case(drawn(Random(1), 500))
    assert len(graded.record.messages) == 500
    assert 0 <= score(graded.record).overall <= 100


def drawn(random: Random, messages: int) -> str:
    """A case at random, of which a part is left out at random."""
    facts, questions, owed, injects = (["one", "two", "three"][: random.randint(0, 3)] for _ in range(4))
    whole = {
        "severity": random.randint(1, 3),
        "cluster": random.choice(["rumour", "victim", "accidental", "preventable"]),
        "people_at_risk": random.random() < 0.5,
        "paracrisis": random.random() < 0.2,
        "first_signal": "2024-03-12 08:30",
        "ends": "20 mars 2024",
    }
    parts = {
        **some(random, whole),
        "facts": [{"id": name, "other_outcomes": ["false"], **some(random, times(random))} for name in facts],
        "questions": [{"id": name, **some(random, {"asked": moment(random)})} for name in questions],
        "acknowledgements": [{"id": name} for name in owed],
        "injects": [{"id": name, "at": moment(random), **some(random, {"deadline": "2 h"})} for name in injects],
        "messages": [message(random, facts, questions, owed, injects) for _ in range(messages)],
    }
    return "".join(f"{key}: {json.dumps(value)}\n" for key, value in parts.items())


def message(random: Random, facts: list[str], questions: list[str], owed: list[str], injects: list[str]) -> object:
    claims = [{"fact": name, "says": random.choice(["confirmed", "false"])} for name in facts if random.random() < 0.3]
    parts = ["happened", "doing", "known", "unknown", "instruction", "next_update"]
    tone = {"empathy": random.randint(0, 3), "voice": random.randint(0, 3), "arousal": "ignored"}
    whole = {
        "stance": random.randint(0, 7),
        "tone": some(random, tone),
        "holding": parts if random.random() < 0.3 else parts[:2],
        "claims": claims,
        "discloses": facts,
        "answers": questions,
        "evades": questions,
        "owns": owed,
        "replies_to": injects,
        "update": random.choice(["new", "nothing_new"]),
        "promise": {"within": random.randint(5, 400)},
        "recipient": random.choice(["public", "media", "person", "private", "employees", "authority"]),
    }
    return {"at": moment(random), **some(random, whole)}


def times(random: Random) -> dict[str, object]:
    return {"verifiable": moment(random), "verified": moment(random), "leaked": moment(random)}


def moment(random: Random) -> object:
    hours = random.randint(0, 150)
    return random.choice(
        [f"H+{hours}", hours, f"J+{hours // 24} {hours % 24}:15", f"{12 + hours // 24} mars 2024, 9 h"]
    )


def some(random: Random, whole: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in whole.items() if random.random() < 0.6}
