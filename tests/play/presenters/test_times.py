"""Minutes become hours, and durations become durations."""

import pytest

from simulator.locale import Language, Message, phrasebook
from simulator.play.presenters.times import Times


@pytest.mark.parametrize(
    ("minutes", "french", "english"),
    [(0, "0 min", "0 min"), (42, "42 min", "42 min"), (60, "1 h", "1 h"), (65, "1 h 05", "1 h 05 min")],
)
def test_a_span_is_worded(minutes: int, french: str, english: str) -> None:
    for language, expected in (("fr", french), ("en", english)):
        assert times(language).span(minutes).replace("\u00a0", " ") == expected  # type: ignore[arg-type]


def test_a_minute_is_an_hour_of_the_day_even_past_midnight() -> None:
    assert times("fr", "2026-03-10 23:50").clock(15) == "0\u00a0h\u00a005"
    assert times("en", "2026-03-10 23:50").dated(15) == "Wed 0:05"


def test_an_axis_says_whole_hours_in_short() -> None:
    assert times("fr").round_clock(15) == "13\u00a0h"
    assert times("fr").round_clock(45) == "13\u00a0h\u00a030"


def test_a_sentence_words_minutes_and_spans_by_the_names_of_its_arguments() -> None:
    message = Message("play.ring_first_word", {"first_minute": 73, "delay_span": 13})
    assert times("en").say(message) == "First useful word at 13:58, after 13\u00a0min"


def times(language: Language, start: str = "2026-03-10 12:45") -> Times:
    return Times(start, phrasebook(language))
