"""What no play can do to the grade, on random logs."""

from __future__ import annotations

from dataclasses import replace
from math import fsum

import pytest

from simulator.scoring import score
from simulator.scoring.record import Record
from tests.scoring.guards import GUARDS, SLACK, Guard, Pair
from tests.scoring.logs import EXPLORED, LOGS, for_all, log

DIMENSIONS = ("reactivity", "transparency", "tone", "overall")
BITES = LOGS // 50
"""How many of its pairs a guard must grade differently at least: one that never bites proves nothing."""


@EXPLORED
@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: guard.name)
def test_no_play_gains_what_it_does_not_deserve(guard: Guard, explored: bool) -> None:
    bites = 0

    def rule(pair: Pair) -> None:
        nonlocal bites
        gains = guard.gains(pair)
        assert max(gains) <= SLACK
        bites += min(gains) < -SLACK

    for_all(guard.pair, rule, explored)
    assert explored or bites >= BITES


@EXPLORED
def test_the_evidence_rows_add_up(explored: bool) -> None:
    for_all(log, rows_add_up, explored)


def rows_add_up(record: Record) -> None:
    card = score(record)
    for dimension in DIMENSIONS:
        rows = [row for row in card.evidence if row.dimension == dimension]
        assert abs(fsum(row.earned for row in rows) - getattr(card, dimension)) < SLACK
        assert abs(fsum(row.possible for row in rows) - 100.0) < SLACK
        assert 0.0 <= getattr(card, dimension) <= 100.0


@EXPLORED
def test_no_dimension_makes_up_for_another_beyond_the_margin(explored: bool) -> None:
    def rule(record: Record) -> None:
        card = score(record)
        assert card.overall <= min(card.reactivity, card.transparency, card.tone) + 25.0 + SLACK

    for_all(log, rule, explored)


@EXPLORED
def test_only_durations_count_so_a_crisis_moved_in_time_scores_the_same(explored: bool) -> None:
    for_all(log, scores_the_same_later, explored)


def scores_the_same_later(record: Record) -> None:
    here, later = score(record), score(moved(record, 200))
    assert [getattr(here, name) for name in DIMENSIONS] == [getattr(later, name) for name in DIMENSIONS]


@EXPLORED
def test_saying_nothing_scores_nothing(explored: bool) -> None:
    def rule(record: Record) -> None:
        card = score(replace(record, messages=(), watches=()))
        assert [getattr(card, name) for name in DIMENSIONS] == [0.0] * 4

    for_all(log, rule, explored)


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
        deletions=tuple(replace(one, minute=one.minute + by) for one in record.deletions),
        nights=tuple((since + by, until + by) for since, until in record.nights),
        veille=quiet
        and replace(
            quiet,
            ends=quiet.ends + by,
            signals=tuple(
                replace(one, minute=one.minute + by, escalated=later(one.escalated)) for one in quiet.signals
            ),
            scheduled=tuple(replace(one, minute=one.minute + by) for one in quiet.scheduled),
            false_alarms=tuple(minute + by for minute in quiet.false_alarms),
            holding_ready=later(quiet.holding_ready),
        ),
        messages=tuple(
            replace(one, minute=one.minute + by, decided=one.decided + by, promised=later(one.promised))
            for one in record.messages
        ),
    )
