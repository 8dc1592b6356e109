"""What no play can do to the grade, on random logs."""

from __future__ import annotations

from dataclasses import replace
from math import fsum
from random import Random
from typing import Any

from simulator.engine.message import PublishedMessage
from simulator.scenario.tags import HOLDING_PARTS, Claim, Tags
from simulator.scoring import score
from simulator.scoring.reading import asserted, first_complete
from simulator.scoring.record import FactRecord, Record
from tests.scoring.logs import ENDS, EXPLORED, OUTCOMES, for_all, log, some
from tests.scoring.samples import complete, message

SLACK = 1e-9

Pair = tuple[Record, Record]


def with_messages(record: Record, *messages: PublishedMessage) -> Record:
    """The record with other messages, in order."""
    return replace(record, messages=tuple(sorted(messages, key=lambda one: (one.minute, one.serial))))


def retold(one: PublishedMessage, **changes: Any) -> PublishedMessage:
    """The message with other tags."""
    return replace(one, tags=one.tags.model_copy(update=changes))


def instead(record: Record, old: PublishedMessage, new: PublishedMessage) -> Record:
    """The record with one message replaced."""
    return with_messages(record, *(new if one is old else one for one in record.messages))


@EXPLORED
def test_the_evidence_rows_add_up(explored: bool) -> None:
    def rule(record: Record) -> None:
        card = score(record)
        for dimension in ("reactivity", "transparency", "tone", "overall"):
            rows = [row for row in card.evidence if row.dimension == dimension]
            assert abs(fsum(row.earned for row in rows) - getattr(card, dimension)) < SLACK
            assert abs(fsum(row.possible for row in rows) - 100.0) < SLACK
            assert 0.0 <= getattr(card, dimension) <= 100.0

    for_all(log, rule, explored)


@EXPLORED
def test_an_earlier_first_acknowledgement_never_lowers_reactivity(explored: bool) -> None:
    def case(random: Random) -> Pair | None:
        record, at = log(random), random.randint(0, ENDS)
        plain = complete(update=random.choice((None, "new", "nothing_new")))
        late = message(99, at, plain, holding=random.random() < 0.5)
        before = with_messages(record, *record.messages, late)
        sooner = replace(late, minute=random.randint(0, at))
        return (before, instead(before, late, sooner)) if first_complete(before) is late else None

    for_all(case, _never_lowers_reactivity, explored)


@EXPLORED
def test_one_more_acknowledgement_before_the_first_never_lowers_reactivity(explored: bool) -> None:
    def case(random: Random) -> Pair:
        record = log(random)
        first = first_complete(record)
        at = random.randint(0, ENDS if first is None else first.minute)
        return record, with_messages(record, *record.messages, message(0, at, complete()))

    for_all(case, _never_lowers_reactivity, explored)


def _never_lowers_reactivity(pair: Pair) -> None:
    before, after = pair
    assert score(after).reactivity >= score(before).reactivity - SLACK


@EXPLORED
def test_a_repeat_never_raises_the_overall_grade(explored: bool) -> None:
    def case(random: Random) -> Pair | None:
        record = log(random)
        originals = [one for one in record.messages if not one.repeat]
        if not originals:
            return None
        said = random.choice(originals)
        minute = random.randint(said.minute, ENDS)
        again = replace(
            said,
            serial=99,
            decided=minute,
            minute=minute,
            repeat=True,
            promised=None if said.tags.promise is None else minute + said.tags.promise.within,
            reach=random.randint(0, 100),
            rank=random.randint(1, 3),
        )
        return record, with_messages(record, *record.messages, again)

    def rule(pair: Pair) -> None:
        before, after = score(pair[0]), score(pair[1])
        assert after.overall <= before.overall + SLACK
        for dimension in ("reactivity", "transparency", "tone"):
            assert getattr(after, dimension) <= getattr(before, dimension) + SLACK

    for_all(case, rule, explored)


@EXPLORED
def test_making_a_true_statement_false_never_raises_the_overall_grade(explored: bool) -> None:
    def case(random: Random) -> Pair | None:
        record = log(random)
        told = [(fact, one) for fact in record.facts for one in record.messages if asserted(one, fact) == fact.outcome]
        if not told:
            return None
        fact, chosen = random.choice(told)
        wrong = random.choice([outcome for outcome in OUTCOMES if outcome != fact.outcome])
        others = tuple(claim for claim in chosen.tags.claims if claim.fact != fact.id)
        false = retold(chosen, claims=(*others, Claim(fact=fact.id, says=wrong)))
        return record, instead(record, chosen, false)

    def rule(pair: Pair) -> None:
        before, after = score(pair[0]), score(pair[1])
        assert after.overall <= before.overall + SLACK
        assert after.transparency <= before.transparency + SLACK

    for_all(case, rule, explored)


@EXPLORED
def test_withholding_a_verified_unrestricted_fact_never_raises_transparency(explored: bool) -> None:
    def case(random: Random) -> tuple[Record, Record, Record] | None:
        record = log(random)
        facts = [fact for fact in record.facts if not fact.restricted and fact.verified is not None]
        if not facts:
            return None
        truth = _truth(random, random.choice(facts))
        told = with_messages(record, *record.messages, truth)
        return told, instead(told, truth, retold(truth, claims=(), discloses=(), corrects=())), record

    def rule(case: tuple[Record, Record, Record]) -> None:
        told, kept, silent = case
        assert score(kept).transparency <= score(told).transparency + SLACK
        assert score(silent).transparency <= score(told).transparency + SLACK

    for_all(case, rule, explored)


def _truth(random: Random, fact: FactRecord) -> PublishedMessage:
    """A message that tells a verified fact, announcing a correction or not."""
    at = random.randint(fact.verified or 0, ENDS)
    claims = (Claim(fact=fact.id, says=fact.outcome),)
    tags = Tags(claims=claims, discloses=(fact.id,), corrects=some(random, (fact.id,)), update="new")
    return message(random.choice((0, 99)), at, tags)


@EXPLORED
def test_less_empathy_never_raises_tone(explored: bool) -> None:
    def case(random: Random) -> Pair | None:
        record = log(random)
        warm = [one for one in record.messages if one.tags.tone is not None and one.tags.tone.empathy > 0]
        if not warm:
            return None
        chosen = random.choice(warm)
        assert chosen.tags.tone is not None
        less = random.randint(0, chosen.tags.tone.empathy - 1)
        colder = retold(chosen, tone=chosen.tags.tone.model_copy(update={"empathy": less}))
        return record, instead(record, chosen, colder)

    def rule(pair: Pair) -> None:
        before, after = score(pair[0]), score(pair[1])
        assert after.tone <= before.tone + SLACK
        assert after.overall <= before.overall + SLACK

    for_all(case, rule, explored)


@EXPLORED
def test_only_durations_count_so_a_crisis_moved_in_time_scores_the_same(explored: bool) -> None:
    def rule(record: Record) -> None:
        here, later = score(record), score(moved(record, 200))
        for dimension in ("reactivity", "transparency", "tone", "overall"):
            assert getattr(here, dimension) == getattr(later, dimension)

    for_all(log, rule, explored)


@EXPLORED
def test_saying_nothing_scores_nothing(explored: bool) -> None:
    def rule(record: Record) -> None:
        card = score(replace(record, messages=(), watches=()))
        assert (card.reactivity, card.transparency, card.tone, card.overall) == (0.0, 0.0, 0.0, 0.0)

    for_all(log, rule, explored)


@EXPLORED
def test_an_incomplete_first_statement_is_never_worth_more_than_a_complete_one(explored: bool) -> None:
    def case(random: Random) -> Pair | None:
        record = log(random, paracrisis=False)
        whole = message(99, random.randint(0, ENDS), complete(update=None))
        part = retold(whole, holding=some(random, HOLDING_PARTS[:-1]))
        told = with_messages(record, *record.messages, whole)
        return (told, instead(told, whole, part)) if first_complete(record) is None else None

    def rule(pair: Pair) -> None:
        whole, part = pair
        assert score(part).reactivity <= score(whole).reactivity + SLACK

    for_all(case, rule, explored)


def moved(record: Record, by: int) -> Record:
    """The same crisis `by` minutes later."""

    def later(minute: int | None) -> int | None:
        return None if minute is None else minute + by

    quiet = record.veille
    return replace(
        record,
        begins=record.begins + by,
        ends=record.ends + by,
        facts=tuple(
            replace(one, verifiable=later(one.verifiable), verified=later(one.verified), leaked=later(one.leaked))
            for one in record.facts
        ),
        injects=tuple(
            replace(
                one,
                minute=one.minute + by,
                deadline=later(one.deadline),
                actions=tuple((minute + by, action) for minute, action in one.actions),
            )
            for one in record.injects
        ),
        owed=tuple(replace(one, since=one.since + by) for one in record.owed),
        questions=tuple(replace(one, minute=one.minute + by) for one in record.questions),
        watches=tuple(replace(one, minute=one.minute + by) for one in record.watches),
        veille=quiet
        and replace(
            quiet,
            ends=quiet.ends + by,
            signals=tuple(replace(one, escalated=later(one.escalated)) for one in quiet.signals),
            holding_ready=later(quiet.holding_ready),
        ),
        messages=tuple(
            replace(one, minute=one.minute + by, decided=one.decided + by, promised=later(one.promised))
            for one in record.messages
        ),
    )
