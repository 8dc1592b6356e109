"""Charts of a comparison show what it found."""

from functools import cache

import pytest

from simulator.locale import LANGUAGES, Language, phrasebook
from simulator.study.what_if import (
    SILENCE,
    Comparison,
    compare,
    effect_chart,
    matching,
    message_of,
    stance_chart,
    stances,
    timing,
    volume_chart,
)
from tests.study.what_if.storms import SMALL


@cache
def compared() -> Comparison:
    answers = {**timing(message_of(), [90, 20]), **matching(message_of(), 20), **stances(20)}
    return compare(SMALL, answers, [1, 2, 3], processes=1)


def test_volume_is_drawn_for_silence_and_those_named() -> None:
    chart = volume_chart(compared(), ["denial"])
    outcomes = compared().outcomes
    labels = [series.name for series in chart.series if series.style == "line"]
    assert labels == [outcomes[SILENCE].label, outcomes["denial"].label]
    assert [series.style for series in chart.series].count("band") == 1


def test_volume_is_drawn_for_the_hours_asked() -> None:
    assert max(volume_chart(compared(), hours=2).series[0].x) < 120
    assert max(volume_chart(compared()).series[0].x) > 280


def test_the_effect_is_drawn_by_the_minute_of_the_message() -> None:
    chart = effect_chart(compared())
    medians = [100 * compared().outcomes[f"minute {minute}"].left.median for minute in (20, 90)]
    assert [(list(each.x), list(each.y)) for each in chart.series][1] == ([20, 90], medians)


def test_stances_are_drawn_in_their_order() -> None:
    bars, silence = stance_chart(compared()).series
    assert list(bars.x) == list(range(8)) and bars.style == "bars"
    assert list(bars.y) == [100 * compared().outcomes[f"stance {stance}"].left.median for stance in range(8)]
    assert set(silence.y) == {100}


def test_without_stances_there_is_no_chart_of_them() -> None:
    with pytest.raises(ValueError, match="no stance"):
        stance_chart(compare(SMALL, {}, [1], processes=1))


def test_without_messages_there_is_no_effect_to_draw() -> None:
    with pytest.raises(ValueError, match="no answer"):
        effect_chart(compared(), [SILENCE])


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_can_be_said(language: Language) -> None:
    say = phrasebook(language).say
    for chart in (
        volume_chart(compared()),
        volume_chart(compared(), ()),
        effect_chart(compared()),
        stance_chart(compared()),
    ):
        names = [series.name for series in chart.series]
        assert all(say(text) for text in (chart.title, chart.x_name, chart.y_name, chart.alt, *names))
