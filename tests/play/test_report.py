"""The report of a play: all that its debrief holds, and no section for what it does not hold."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest

from simulator.engine.bots import play
from simulator.locale import Language, Message, phrasebook
from simulator.pages import (
    Cell,
    Chart,
    Checklist,
    Folded,
    Grades,
    Page,
    Part,
    Quote,
    SideBySide,
    Table,
    Timeline,
    shortened,
)
from simulator.pages.text import worded
from simulator.places import shipped
from simulator.play.edition import Edition
from simulator.play.presenters.curve_rows import MarkRow
from simulator.play.presenters.debrief import debrief
from simulator.play.presenters.hindsight import DebriefView
from simulator.play.report import document, report_of
from simulator.play.words import Words
from simulator.scenario.load import load_scenario
from simulator.scoring import score
from simulator.scoring.of_run import record_of
from tests.ui.debrief_samples import debrief_view

pytestmark = pytest.mark.slow

FRENCH = phrasebook("fr")


def parts(page: Page) -> list[Part]:
    return [part for section in page.sections for part in section.parts]


def headings(page: Page) -> list[str]:
    return [worded(section.heading, FRENCH) for section in page.sections]


def cells(page: Page) -> set[str]:
    return {sentence(cell) for table in tables(page) for row in table.rows for cell in row}


def sentence(cell: Cell) -> str:
    return str(cell.text if isinstance(cell, Folded) else cell)


def tables(page: Page) -> list[Table]:
    beside = [table for part in parts(page) if isinstance(part, SideBySide) for table in part.tables]
    return [*(part for part in parts(page) if isinstance(part, Table)), *beside]


@pytest.fixture(scope="module")
def view() -> DebriefView:
    full = debrief_view("fr")
    choices = tuple(replace(choice, words="un doute" if choice.place == 3 else "") for choice in full.choices)
    return replace(full, words=Words(decided="attendre", change="parler"), choices=choices)


def test_all_that_the_debrief_holds_stands_in_it(view: DebriefView) -> None:
    page = report_of(view)
    told = cells(page)
    assert view.guide is not None
    assert {row.text for dimension in view.dimensions for one in dimension.criteria for row in one.rows} <= told
    assert [dimension.sum for dimension in view.dimensions] == [
        part.arguments["sum"] for part in parts(page) if isinstance(part, Message) and part.code == "report.sum"
    ]
    assert {fact.sentence for fact in view.facts} <= told
    assert {shortened(choice.text, 54) for choice in view.choices} <= told
    assert {event.label for event in view.injects} <= told
    assert {row.share for group in view.guide.groups for row in group.rows} <= told
    assert all(any(curve.sentence in cell for cell in told) for curve in view.curves)
    assert [ring.value for part in parts(page) if isinstance(part, Grades) for ring in part.grades] == [
        ring.value for ring in view.rings
    ]
    assert [check.text for part in parts(page) if isinstance(part, Checklist) for check in part.checks] == [
        row.text for row in view.checklist
    ]


def test_what_is_to_be_remembered_stands_before_what_proves_it(view: DebriefView) -> None:
    found = headings(report_of(view))
    order = ["report.grades", "report.takeaways", "report.outrage", "report.checklist", "report.evidence"]
    assert sorted(order, key=lambda code: found.index(FRENCH(code))) == order
    assert found[-1] == FRENCH("report.evidence")


def test_every_row_stands_under_the_criterion_that_it_counts_for(view: DebriefView) -> None:
    proofs = [table for table in tables(report_of(view)) if table.groups]
    dimensions = [dimension for dimension in view.dimensions if dimension.criterion != "overall"]
    for table, dimension in zip(proofs, dimensions, strict=True):
        starts = [place for place, _ in table.groups]
        for start, (_, name), criterion in zip(starts, table.groups, dimension.criteria, strict=True):
            assert worded(name, FRENCH).startswith(criterion.name) and criterion.earned in worded(name, FRENCH)
            texts = [sentence(row[2]) for row in table.rows[start : start + len(criterion.rows)]]
            assert texts == [row.text for row in criterion.rows]


def test_rows_told_as_one_name_their_messages(view: DebriefView) -> None:
    first = view.dimensions[1].criteria[0]
    lines = ("14:02 · first", "14:40 · second")
    together = replace(first, rows=(replace(first.rows[0], detail=lines),))
    dimension = replace(view.dimensions[1], criteria=(together,))
    (table,) = (table for table in tables(report_of(replace(view, dimensions=(dimension,)))) if table.groups)
    (cell,) = (cell for row in table.rows for cell in row if isinstance(cell, Folded))
    assert (cell.text, tuple(cell.lines)) == (first.rows[0].text, lines)
    assert worded(cell.opener, FRENCH).startswith("Les 2")


def test_the_peak_is_told_as_the_debrief_tells_it(view: DebriefView) -> None:
    told = replace(view, curves=(replace(view.curves[0], sentence="74 at 15:36"), *view.curves[1:]))
    chart = next(part for part in parts(report_of(told)) if isinstance(part, Chart))
    assert view.curves[0].kind == "play" and chart.alt == "74 at 15:36"


def test_the_digest_stands_at_its_foot(view: DebriefView) -> None:
    assert view.digest in " ".join(worded(line, FRENCH) for line in report_of(view).foot)


def test_own_words_are_quoted_and_notes_stand_at_their_decision(view: DebriefView) -> None:
    page = report_of(view)
    assert [part.text for part in parts(page) if isinstance(part, Quote)] == ["attendre", "parler"]
    (decisions,) = (table for table in tables(page) if any("un doute" in row for row in table.rows))
    assert [row[0] for row in decisions.rows if "un doute" in row] == ["4"]


def test_without_words_nothing_is_said_of_them(view: DebriefView) -> None:
    silent = replace(view, words=Words(), choices=tuple(replace(choice, words="") for choice in view.choices))
    page = report_of(silent)
    assert not [part for part in parts(page) if isinstance(part, Quote)]
    assert FRENCH("report.own_words") not in headings(page)


def test_every_decision_and_every_event_has_its_mark_on_the_chart(view: DebriefView) -> None:
    many = tuple(MarkRow(5.0 * place, f"event {place}", "13 h") for place in range(30))
    chart = next(part for part in parts(report_of(replace(view, injects=many))) if isinstance(part, Chart))
    decisions, events = chart.marks
    assert [(mark.x, mark.label) for mark in decisions.marks] == [
        (choice.minute, str(choice.place + 1)) for choice in view.choices
    ]
    assert [mark.label for mark in events.marks][:3] == ["A", "B", "C"]
    assert [mark.label for mark in events.marks][25:28] == ["Z", "AA", "AB"]


def test_a_curve_of_another_world_has_its_band_and_few_stand_on_a_chart(view: DebriefView) -> None:
    other = next(curve for curve in view.curves if curve.low)
    many = replace(view, curves=(view.curves[0], *(replace(other, name=f"world {place}") for place in range(9))))
    charts = [part for part in parts(report_of(many)) if isinstance(part, Chart)][1:]
    lines = [[one.name for one in chart.series if one.style == "line"] for chart in charts]
    assert [names[1:] for names in lines] == [
        [f"world {place}" for place in places] for places in ((0, 1, 2, 3), (4, 5, 6, 7), (8,))
    ]
    assert all(names[0] == view.curves[0].name for names in lines)
    assert sum(one.style == "band" for chart in charts for one in chart.series) == 9


def test_a_fact_that_was_kept_has_a_line_until_it_was_told_or_to_the_end(view: DebriefView) -> None:
    (timeline,) = (part for part in parts(report_of(view)) if isinstance(part, Timeline))
    spans = {str(lane.name): list(lane.spans) for lane in timeline.lanes}
    for fact in view.facts:
        told = view.end if fact.published_minute is None else fact.published_minute
        assert spans[fact.text] == ([] if fact.verified_minute is None else [(fact.verified_minute, told)])


def test_a_debrief_with_next_to_nothing_is_a_page_all_the_same() -> None:
    bare = DebriefView("title", "", (), 0, 60, (), (), (), (), (), (), closing="not graded")
    page = report_of(bare)
    assert page.sections == [] and page.lead == ["not graded"]
    for suffix in (".html", ".pdf"):
        assert document(bare, "fr", suffix)


@pytest.mark.parametrize(
    ("scenario", "language"),
    [
        ("premiers-pas", "fr"),
        ("rappel-tardif", "en"),
        pytest.param("premiers-pas", "en", marks=pytest.mark.slow),
        pytest.param("rappel-tardif", "fr", marks=pytest.mark.slow),
    ],
)
def test_a_real_play_has_its_report(scenario: str, language: Language) -> None:
    """The tutorial is not graded: its report has no grades and says why."""
    loaded = load_scenario(shipped("scenarios") / scenario)
    run = play(loaded.scenario, 5, "template")
    real = debrief(Edition(loaded).telling(run, language), score(record_of(run)))
    page = report_of(real)
    assert any(isinstance(part, Grades) for part in parts(page)) == loaded.scenario.scored
    assert loaded.scenario.scored or real.closing in page.lead
    assert run.digest() in " ".join(worded(line, phrasebook(language)) for line in page.foot)
    assert document(real, language, ".pdf").startswith(b"%PDF-")
    assert len(document(real, language, ".html")) < 2_000_000


def test_it_can_be_made_in_another_process(view: DebriefView) -> None:
    made, given = pickle.loads(pickle.dumps((document, view)))
    assert made(given, "fr", ".html") == document(view, "fr", ".html")
