"""R.U: silence beyond the cadence of 120 minutes, in a crisis of 600."""

from math import fsum

import pytest

from simulator.scenario.tags import Tags
from simulator.scoring.reactivity.updates import updates
from simulator.scoring.record import Record, WatchRecord
from tests.scoring.samples import complete, message, record

NEW = Tags(update="new")
NOTHING_NEW = Tags(update="nothing_new")


def value(record: Record) -> float:
    findings = updates(record)
    assert fsum(finding.possible for finding in findings) == pytest.approx(1.0)
    return fsum(finding.earned for finding in findings)


def test_an_update_covers_the_cadence_that_follows() -> None:
    assert value(record(message(1, 100, NEW))) == pytest.approx(1 - (600 - 220) / 600)


def test_updates_in_cadence_leave_no_silence() -> None:
    assert value(record(*(message(n, 120 * n, NEW) for n in (1, 2, 3, 4)))) == 1.0


def test_each_silence_is_a_row_with_its_minute() -> None:
    findings = updates(record(message(1, 200, NEW), message(2, 310, NEW), message(3, 500, NEW)))
    lost = [finding for finding in findings if not finding.earned]
    assert [finding.minute for finding in lost] == [120, 430]
    assert [finding.possible for finding in lost] == pytest.approx([80 / 600, 70 / 600])


def test_nothing_new_counts_half_and_never_twice_running() -> None:
    once = record(message(1, 120, NOTHING_NEW))
    twice = record(message(1, 120, NOTHING_NEW), message(2, 180, NOTHING_NEW))
    between = record(message(1, 120, NOTHING_NEW), message(2, 180, NEW), message(3, 300, NOTHING_NEW))
    assert value(once) == pytest.approx(180 / 600)
    assert value(twice) == pytest.approx(180 / 600)
    assert value(between) == pytest.approx(360 / 600)


def test_a_complete_statement_pays_for_one_cadence_of_silence_after_it() -> None:
    assert value(record(message(1, 10, complete()))) == pytest.approx(240 / 600)
    assert value(record(message(1, 400, complete()))) == pytest.approx(240 / 600)


def test_saying_everything_at_once_covers_one_cadence_only() -> None:
    assert value(record(*(message(n, 60, NEW) for n in range(1, 9)))) == pytest.approx(180 / 600)


def test_the_first_statement_composed_again_with_other_words_brings_nothing_new() -> None:
    again = [message(n, 10 * n, complete(), holding=True) for n in range(1, 6)]
    assert value(record(*again)) == pytest.approx((120 + 120 + 60) / 600)


def test_an_answer_to_one_person_and_a_repeat_are_no_updates() -> None:
    answer = message(1, 120, NEW, recipient="person")
    repeat = message(2, 120, NEW, repeat=True)
    assert value(record(answer, repeat)) == pytest.approx(120 / 600)


def test_in_a_paracrisis_a_recorded_watch_is_an_update() -> None:
    watched = record(message(1, 60, NEW), paracrisis=True, watches=(WatchRecord(120, "small", 40),))
    assert value(watched) == pytest.approx(240 / 600)


def test_the_row_says_the_longest_wait_and_what_covered_it() -> None:
    in_time = updates(record(*(message(n, 110 * n, NEW) for n in (1, 2, 3, 4, 5))))
    assert [(one.message.code, one.message.arguments["longest_span"]) for one in in_time] == [
        ("scoring.updates_whole", 110)
    ]
    (covered,) = updates(record(message(1, 60, complete(update=None)), ends=240))
    assert (covered.message.code, covered.message.arguments["longest_span"]) == ("scoring.updates_reserve", 180)
