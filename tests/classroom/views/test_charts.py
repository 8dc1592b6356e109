"""Shapes of a class: where dots, columns and quartiles stand, and what is said of them in words."""

from __future__ import annotations

from simulator.classroom.views.charts import first_message_columns, first_messages, grades
from simulator.classroom.views.statistics import quantile
from simulator.locale import phrasebook

SAY = phrasebook("en")


def plain(text: str) -> str:
    """Without the spaces that no line is broken at."""
    return text.replace("\u00a0", " ")


def test_first_messages_at_one_time_stand_above_each_other() -> None:
    dots = first_messages([59, 60, 60, 200], SAY)
    assert dots is not None
    assert [(dot.x == dots.dots[0].x, dot.level) for dot in dots.dots] == [(True, 0), (True, 1), (True, 2), (False, 0)]
    assert dots.levels == 3
    assert [plain(tick.text) for tick in dots.ticks] == ["0 min", "1 h", "2 h", "3 h", "4 h"]
    assert (
        plain(dots.alt) == "4 first messages: the earliest 59 min after the start, the median 1 h, the last 3 h 20 min."
    )


def test_a_message_at_the_first_minute_has_an_axis() -> None:
    dots = first_messages([0], SAY)
    assert dots is not None and [dot.x for dot in dots.dots] == [0.0]
    columns = first_message_columns([0], SAY)
    assert columns is not None and [one.figure for one in columns.columns] == ["1"]


def test_columns_hold_everybody_and_are_few() -> None:
    minutes = [3, 17, 17, 240, 599]
    chart = first_message_columns(minutes, SAY)
    assert chart is not None and len(chart.columns) <= 14
    assert sum(int(one.figure or 0) for one in chart.columns) == len(minutes)
    assert max(one.height for one in chart.columns) == 1.0


def test_grades_are_coloured_by_their_band_and_told_in_words() -> None:
    chart = grades((2, 0, 0, 0, 1, 0, 0, 0, 0, 4), SAY)
    assert chart is not None
    assert [one.band for one in chart.columns if one.figure] == ["insufficient", "fair", "excellent"]
    assert chart.alt == "Distribution of grades: 2 plays from 0 to 10, 1 play from 40 to 50, 4 plays from 90 to 100."
    assert grades((0,) * 10, SAY) is None and first_messages([], SAY) is None


def test_quartiles_lie_between_their_neighbours_in_proportion() -> None:
    assert [quantile([10, 20, 30, 40], share) for share in (0, 0.25, 0.5, 0.75, 1)] == [10, 17.5, 25, 32.5, 40]
    assert quantile([7], 0.25) == 7
