"""R.A: the first holding statement, with sigma 60 minutes and a crisis of ten sigmas."""

from dataclasses import replace
from math import log
from typing import Any

import pytest

from simulator.engine.message import PublishedMessage
from simulator.locale import Message, phrasebook
from simulator.scenario.tags import Tags
from simulator.scoring.reactivity.acknowledgement import acknowledgement, promptness
from simulator.scoring.record import Record, WatchRecord
from tests.scoring.samples import complete, message, record


def value(record: Record) -> float:
    (finding,) = acknowledgement(record)
    assert finding.possible == 1.0
    return finding.earned


@pytest.mark.parametrize(
    ("minute", "expected"),
    [(0, 1.0), (60, 1.0), (120, 1 - log(2) / log(10)), (300, 1 - log(5) / log(10)), (600, 0.0)],
)
def test_it_falls_with_the_logarithm_of_the_hours_beyond_one_sigma(minute: int, expected: float) -> None:
    assert value(record(message(1, minute, complete()))) == pytest.approx(expected)


def test_severity_sets_the_pace() -> None:
    light, grave = record(severity=1, ends=1200), record(severity=3, ends=1200)
    assert promptness(light, 240) == pytest.approx(1 - log(2) / log(10))
    assert promptness(grave, 240) == pytest.approx(1 - log(8) / log(24))


def test_the_horizon_is_at_least_four_sigmas_and_twenty_four_for_a_documented_case() -> None:
    assert promptness(record(ends=100), 120) == pytest.approx(1 - log(2) / log(4))
    assert promptness(record(documented=True), 120) == pytest.approx(1 - log(2) / log(24))


def test_anything_less_than_complete_earns_half() -> None:
    partial = Tags(holding=("happened", "doing"))
    assert value(record(message(1, 120, partial))) == pytest.approx(0.5 * (1 - log(2) / log(10)))


def test_a_complete_statement_that_comes_too_late_does_not_take_the_half_away() -> None:
    both = record(message(1, 10, Tags(holding=("happened",))), message(2, 590, complete()))
    assert value(both) == 0.5


def test_where_people_may_be_harmed_a_complete_statement_says_what_to_do() -> None:
    without = message(1, 30, Tags(holding=("happened", "doing", "known", "unknown", "next_update")))
    assert value(record(without)) == 1.0
    assert value(record(without, people_at_risk=True)) == 0.5


def test_neither_a_private_message_nor_a_repeat_acknowledges() -> None:
    private = message(1, 30, complete(), recipient="private")
    repeat = message(2, 40, complete(), repeat=True)
    assert value(record(private, repeat)) == 0.0


def test_in_a_paracrisis_a_recorded_watch_is_the_acknowledgement_and_an_answer_is_not() -> None:
    answered = record(message(1, 10, complete()), paracrisis=True)
    assert value(answered) == 0.0
    assert value(replace(answered, watches=(WatchRecord(60, "small", 40),))) == 1.0


def told(*messages: PublishedMessage, **others: Any) -> Message:
    (finding,) = acknowledgement(record(*messages, **others))
    return finding.message


def test_the_row_says_whether_it_was_late_incomplete_or_both() -> None:
    partial = Tags(holding=("happened", "doing"))
    assert told(message(1, 0, complete())).code == "scoring.acknowledgement_at_once"
    assert told(message(1, 61, complete())).code == "scoring.acknowledgement_complete"
    assert told(message(1, 90, complete())).code == "scoring.acknowledgement_late"
    assert told(message(1, 61, partial)).code == "scoring.acknowledgement_partial"
    assert told(message(1, 90, partial)).code == "scoring.acknowledgement_partial_late"
    assert told().code == "scoring.acknowledgement_never"


def test_the_row_names_what_an_incomplete_statement_lacks() -> None:
    partial = Tags(holding=("happened", "doing", "unknown"))
    french = phrasebook("fr")
    lacks = [french.say(one) for one in (missing(partial), missing(partial, people_at_risk=True))]
    assert lacks == [
        "ce que l’on sait et l’heure du prochain point",
        "ce que l’on sait, la consigne qui protège les gens et l’heure du prochain point",
    ]


def missing(tags: Tags, **others: Any) -> Message:
    lacking = told(message(1, 30, tags), **others).arguments["missing"]
    assert isinstance(lacking, Message)
    return lacking
