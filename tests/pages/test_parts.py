"""Every kind of part is written as what it is; charts are read where their hours are named."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from simulator.locale import phrasebook
from simulator.pages import Chart, Mark, Marks, Series, shortened
from simulator.pages.drawing import svg
from simulator.pages.html import html_of
from simulator.pages.readings import readings
from simulator.pages.strips import strip_of
from tests.pages.samples import ALT, every_part, marked_chart, timeline

FRENCH = phrasebook("fr")


@pytest.fixture(scope="module")
def text() -> str:
    return html_of(every_part(), FRENCH)


@pytest.mark.parametrize(
    "written",
    [
        "<p>a paragraph</p>",
        "<h3>a subheading</h3>",
        "<blockquote><p>two lines\nof somebody</p></blockquote>",
        "<ul>\n<li>first</li>\n<li>second</li>\n</ul>",
        "<ol>\n<li>one</li>\n<li>two</li>\n</ol>",
        "<span>to be done <em>(done)</em></span>",
        "<span>without remark</span>",
        '<span class="word">good</span>',
        '<div style="width: 0%">',
        "<caption>caption</caption>",
        "<p>the last line</p>",
    ],
)
def test_each_part_is_written_as_what_it_is(text: str, written: str) -> None:
    assert written in text


def test_a_section_begins_a_page_on_paper_where_it_is_asked_to(text: str) -> None:
    assert '<section aria-labelledby="section-1" class="new-page">' in text
    assert re.search(r"\.new-page { break-before: page; }", text)


def test_a_timeline_is_a_picture_of_a_table_and_has_no_other(text: str) -> None:
    assert text.count("<figure>") == 2 and text.count("<details>") == 1


def test_a_chart_with_named_hours_is_read_there() -> None:
    (table,) = readings(marked_chart(), FRENCH)
    assert table.columns == ("hour", "mine", "other")
    assert table.rows == (("13 h", "30", "60"), ("14 h", "60", "30"), ("16 h", "–", "–"))


def test_between_two_points_a_line_is_straight_and_a_step_is_flat() -> None:
    def at_five(style: str) -> str:
        series = Series("curve", [0, 10], [0, 20], style)  # type: ignore[arg-type]
        chart = Chart("title", "x", "y", [series], ALT, ticks=[(5, "five")])
        return readings(chart, FRENCH)[0].rows[0][1]

    assert (at_five("line"), at_five("step")) == ("10", "0")


def test_marks_hours_and_lanes_are_named_in_the_drawing() -> None:
    drawn = [one.text for one in ElementTree.fromstring(svg(marked_chart(), FRENCH, "one")).iter("text")]
    assert {"1", "4", "A", "decisions", "events", "13 h", "14 h"} <= set(drawn)
    facts = [one.text for one in ElementTree.fromstring(svg(timeline(), FRENCH, "two")).iter("text")]
    assert {"first fact", "second fact", "verified", "public", "13 h"} <= set(facts)


def test_no_mark_hides_another_while_there_is_room() -> None:
    crowded = strip_of(Marks("decisions", [Mark(place, str(place)) for place in (3, 1, 2)]), 180)
    assert [(mark.label, level) for mark, level in crowded.placed] == [("1", 0), ("2", 1), ("3", 2)]
    spread = strip_of(Marks("decisions", [Mark(place, str(place)) for place in (10, 60, 110)]), 180)
    assert spread.levels == 1 < crowded.levels and spread.height < crowded.height


def test_a_crowd_of_marks_at_one_place_shares_a_box_and_hides_nobody() -> None:
    decisions = [Mark(100 + place / 10, str(place + 1)) for place in range(8)]
    crowd = strip_of(Marks("decisions", [Mark(20, "0"), *decisions, Mark(170, "9")]), 180)
    assert [mark.label for mark, _ in crowd.placed] == ["0", "1–8", "9"]
    few = strip_of(Marks("decisions", decisions[:5]), 180)
    assert [(mark.label, level) for mark, level in few.placed] == [(str(place + 1), place) for place in range(5)]


def test_boxes_on_one_level_never_touch() -> None:
    placed = strip_of(Marks("events", [Mark(2 * place, f"{place}") for place in range(60)]), 120).placed
    for level in {level for _, level in placed}:
        here = [mark for mark, other in placed if other == level]
        assert all(after.x - before.x > 0.02 * 120 for before, after in pairwise(here))


def test_the_groups_of_a_table_are_headed_and_tables_stand_side_by_side(text: str) -> None:
    heads = re.findall(r'<th scope="rowgroup" class="group" colspan="2">(.*?)</th>', text)
    assert heads == ["group 1", "group 2"]
    grouped = text[text.index("<caption>grouped") :]
    assert grouped.count("<tbody>", 0, grouped.index("</table>")) == 2
    pair = text[text.index('<div class="side-by-side">') :]
    assert 0 < pair.index("<caption>beside") < pair.index("<caption>each other") < pair.index("<caption>grouped")


def test_what_is_folded_can_be_opened(text: str) -> None:
    assert re.search(r'<details class="fold">\s*<summary>open</summary>\s*<ul>\s*<li>line 1</li>', text)


def test_a_curve_that_is_alone_has_no_marks_that_could_be_taken_for_events() -> None:
    alone = Series("mine", range(100), range(100))
    other = Series("other", range(100), range(100))

    def marks(*series: Series) -> int:
        drawn = ElementTree.fromstring(svg(Chart("title", "x", "y", series, ALT), FRENCH, "one"))
        return sum(1 for one in drawn.iter("g") if (one.get("id") or "").startswith("one-line2d") and used(one))

    def used(line: ElementTree.Element) -> bool:
        return len(line.findall(".//use")) > 1

    assert marks(alone) == 0 and marks(alone, other) == 2


def test_what_a_legend_leaves_out_stands_in_the_table() -> None:
    band = Series("others", [0, 1], [0, 0], "band", [1, 1], in_legend=False)
    chart = Chart("title", "x", "y", [Series("mine", [0, 1], [0, 1]), band], ALT)
    assert ">others<" not in svg(chart, FRENCH, "one") and ">mine<" in svg(chart, FRENCH, "one")
    assert "others" in readings(chart, FRENCH)[0].columns


@pytest.mark.parametrize(("text", "short"), [("name", "name"), ("a long name", "a lon…"), ("a lo  ng", "a lo…")])
def test_a_long_name_ends_in_an_ellipsis(text: str, short: str) -> None:
    assert shortened(text, 6) == short
