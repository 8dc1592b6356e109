"""R.V: signals, scheduled posts and the statement kept ready, in thirds; the quiet hour ends at 60."""

from math import fsum

import pytest

from simulator.scoring.reactivity.veille import veille
from simulator.scoring.record import ScheduledRecord, SignalRecord, VeilleRecord
from tests.scoring.samples import record

SEEN, UNSEEN, LATE = SignalRecord("a", 10, 20), SignalRecord("b", 15), SignalRecord("c", 15, 61)
RIGHT = (ScheduledRecord("x", 90, harmful=True, kept=False), ScheduledRecord("y", 95, harmful=False, kept=True))
WRONG = (ScheduledRecord("x", 90, harmful=True, kept=True), ScheduledRecord("y", 95, harmful=False, kept=False))
UNDECIDED = (ScheduledRecord("x", 90, harmful=True), ScheduledRecord("y", 95, harmful=False))


def value(quiet: VeilleRecord) -> float:
    findings = veille(record(veille=quiet))
    assert findings is not None
    assert fsum(finding.possible for finding in findings) == pytest.approx(1.0)
    return fsum(finding.earned for finding in findings)


def test_a_perfect_quiet_hour_is_whole() -> None:
    assert value(VeilleRecord(60, (SEEN,), (), RIGHT, holding_ready=40)) == pytest.approx(1.0)


def test_signals_count_when_escalated_before_the_crisis() -> None:
    assert value(VeilleRecord(60, (SEEN, UNSEEN), (), RIGHT, 40)) == pytest.approx(1 / 6 + 2 / 3)
    assert value(VeilleRecord(60, (SEEN, LATE), (), RIGHT, 40)) == pytest.approx(1 / 6 + 2 / 3)


def test_false_alarms_take_back_what_signals_earned_and_no_more() -> None:
    assert value(VeilleRecord(60, (SEEN, UNSEEN), (30,), RIGHT, 40)) == pytest.approx(2 / 3)
    assert value(VeilleRecord(60, (SEEN, UNSEEN), (30, 35), RIGHT, 40)) == pytest.approx(2 / 3)


def test_scheduled_posts_count_when_decided_rightly() -> None:
    assert value(VeilleRecord(60, (SEEN,), (), WRONG, 40)) == pytest.approx(2 / 3)
    assert value(VeilleRecord(60, (SEEN,), (), UNDECIDED, 40)) == pytest.approx(2 / 3)


def test_a_statement_counts_when_it_is_ready_before_the_crisis() -> None:
    assert value(VeilleRecord(60, (SEEN,), (), RIGHT, 61)) == pytest.approx(2 / 3)
    assert value(VeilleRecord(60, (SEEN,), (), RIGHT)) == pytest.approx(2 / 3)


def test_parts_without_matter_leave_their_share() -> None:
    assert value(VeilleRecord(60, holding_ready=30)) == 1.0
    assert veille(record()) is None
