"""R.K: the next update, at the time announced; the cadence is 120 minutes, its quarter 30."""

from math import fsum
from typing import Any

import pytest

from simulator.engine.message import PublishedMessage
from simulator.scenario.tags import Tags
from simulator.scoring.reactivity.promises import broken_elsewhere, promises
from tests.scoring.samples import complete, message, record

NEW = Tags(update="new")


def value(*messages: PublishedMessage) -> float | None:
    findings = promises(record(*messages))
    return None if findings is None else fsum(finding.earned for finding in findings)


def promising(minute: int, promised: int, **others: Any) -> PublishedMessage:
    return message(1, minute, complete(), promised=promised, **others)


@pytest.mark.parametrize(("update", "kept"), [(61, 1.0), (100, 1.0), (130, 1.0), (131, 0.0)])
def test_a_promise_is_kept_until_a_quarter_of_the_cadence_after_it(update: int, kept: float) -> None:
    assert value(promising(60, 100), message(2, update, NEW)) == kept


def test_only_a_new_update_for_everybody_keeps_it() -> None:
    promise = promising(60, 100)
    assert value(promise, message(2, 100, Tags(update="nothing_new"))) == 0.0
    assert value(promise, message(2, 100, NEW, recipient="person")) == 0.0
    assert value(promise, message(2, 100, NEW, repeat=True)) == 0.0
    assert value(promise, message(2, 100, complete(), holding=True)) == 0.0


def test_a_promise_beyond_the_cadence_counts_as_none() -> None:
    assert value(promising(60, 181), message(2, 181, NEW)) is None
    assert value(promising(60, 180), message(2, 181, NEW)) == 1.0


def test_a_promise_that_the_end_leaves_open_is_not_judged() -> None:
    assert value(promising(500, 580)) is None
    assert value(promising(500, 570)) == 0.0


def test_promises_are_those_of_complete_statements() -> None:
    assert value(message(1, 60, NEW, promised=100)) is None


def test_promises_share_the_criterion() -> None:
    broken = message(2, 100, complete(), promised=150)
    assert value(promising(60, 100), broken) == pytest.approx(0.5)


def test_a_promise_that_counts_for_nothing_and_is_broken_has_a_row_without_points() -> None:
    aside, far = message(1, 60, NEW, promised=100), promising(60, 300)
    (row,) = broken_elsewhere(record(aside))
    assert (row.rule, row.minute, row.message.code) == ("R.K", 130, "scoring.promise_broken_elsewhere")
    assert (row.earned, row.possible) == (0.0, 0.0)
    assert [row.message.code for row in broken_elsewhere(record(far))] == ["scoring.promise_broken_far"]
    assert broken_elsewhere(record(aside, message(2, 80, NEW))) == []
    assert broken_elsewhere(record(promising(60, 100))) == []
