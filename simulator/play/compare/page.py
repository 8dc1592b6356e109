"""A comparison as a page."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.locale import Message, Phrasebook
from simulator.pages import Chart, Page, Part, Section, Series, shortened
from simulator.play.compare.compared import Compared
from simulator.play.compare.tables import given_back, likeness, losses_table, scores_table, spread_table, tables_of
from simulator.play.presenters.rings import CRITERION_CODES, points

_NAMED = 6
"""Plays whose names fit below their columns; those of more are numbered."""
_LABEL = 12
"""Characters of such a name."""
_GROUPED = 12
"""Plays whose four grades stand beside each other as bars that one can tell apart."""
_CURVES = 6
"""Curves of outrage that can be told apart on one chart."""


def comparison_page(plays: Sequence[Compared], say: Phrasebook) -> Page:
    """The grades of `plays` (at least two) side by side, their criteria, and their outrage where they are few."""
    graded = [play for play in plays if play.card is not None]
    sections = [Section(Message("compare.scores"), [*_grades(plays), scores_table(plays, say)])]
    if graded:
        sections += [
            Section(
                Message("compare.losses"), [spread_table(plays, say), *given_back(plays, say), losses_table(plays, say)]
            ),
            Section(Message("compare.criteria"), [Message("compare.criteria_lead"), *tables_of(plays, say)]),
        ]
    if len({play.scenario_id for play in plays}) == 1 and len(plays) <= _CURVES:
        sections.append(Section(Message("compare.outrage"), [Message("compare.outrage_lead"), _outrage(plays)]))
    return Page(
        title=Message("compare.title", {"count": len(plays)}),
        lead=likeness(plays),
        sections=sections,
        command="badbuzz compare",
    )


def _grades(plays: Sequence[Compared]) -> list[Part]:
    """The overall grades as bars, those of the dimensions beside them where the plays are few."""
    numbered = [(number, play) for number, play in enumerate(plays, start=1) if play.card is not None]
    if not numbered:
        return []
    places = [float(number) for number, _ in numbered]
    overall = [points(play.card.overall) for _, play in numbered if play.card is not None]
    series = [
        Series(
            Message(code),
            places,
            [float(getattr(play.card, name)) for _, play in numbered],
            "bars",
        )
        for name, code in CRITERION_CODES.items()
        if name == "overall" or len(numbered) <= _GROUPED
    ]
    best = max(range(len(overall)), key=overall.__getitem__)
    worst = min(range(len(overall)), key=overall.__getitem__)
    alt = {
        "best": numbered[best][1].name,
        "highest": overall[best],
        "worst": numbered[worst][1].name,
        "lowest": overall[worst],
    }
    chart = Chart(
        title=Message("compare.chart" if len(series) > 1 else "compare.chart_overall"),
        x_name=Message("compare.play"),
        y_name=Message("compare.out_of_100"),
        series=series,
        y_top=100,
        alt=Message("compare.chart_alt", alt),
        ticks=[
            (float(number), shortened(play.name, _LABEL) if len(plays) <= _NAMED else str(number))
            for number, play in enumerate(plays, start=1)
        ],
    )
    return [chart]


def _outrage(plays: Sequence[Compared]) -> Chart:
    highest = max(plays, key=lambda play: play.peak)
    return Chart(
        title=Message("compare.outrage_chart"),
        x_name=Message("compare.hour"),
        y_name=Message("compare.outrage_axis"),
        series=[
            Series(play.name, [minute for minute, _ in play.curve], [value for _, value in play.curve])
            for play in plays
        ],
        alt=Message(
            "compare.outrage_alt",
            {"play": highest.name, "peak": round(highest.peak), "clock": highest.peak_clock},
        ),
        x_scale="time",
        ticks=[(mark.minute, mark.label) for mark in plays[0].clocks],
        y_top=100,
    )
