"""How outrage went, what was decided meanwhile, and what else it could have done."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.locale import Message
from simulator.pages import Cell, Chart, Mark, Marks, Part, Section, Series, SideBySide, Table, Text, shortened
from simulator.play.presenters.hindsight import CurveRow, DebriefView

_BESIDE = 4
"""Curves that one can still follow beside that of the play."""
_LONGEST = 44
"""Characters of a curve's name in a legend; the table has it whole."""
_ON_ONE_LINE = 54
"""Characters by which one recognises a decision, and that a line of half a page has room for."""
_HEIGHT = 2.2
"""Inches that the axes of a chart are high: the first stands on the page of the grades."""


def outrage_section(view: DebriefView) -> Section:
    """The play's own curve, with what was decided and what happened below it."""
    curve = _own(view)
    parts: list[Part] = []
    if curve is not None:
        decisions = [Mark(choice.minute, str(choice.place + 1)) for choice in view.choices]
        events = [Mark(event.minute, letters(rank)) for rank, event in enumerate(view.injects)]
        marks = [Marks(Message("report.decisions"), decisions), Marks(Message("report.events"), events)]
        title = Message("report.outrage_chart")
        parts.append(_chart(view, title, curve.sentence or Message("report.outrage"), [_series(curve)], marks))
        if decisions or events:
            parts.append(Message("report.marks_below"))
    return Section(Message("report.outrage"), parts)


def marks_section(view: DebriefView) -> Section:
    """What the marks of the chart stand for: every decision and, beside them, every event."""
    tables = [table for table in (_decisions(view), _events(view)) if table.rows]
    return Section(Message("report.marks"), [SideBySide(tables)] if tables else [])


def what_ifs_section(view: DebriefView) -> Section:
    """What would have been, a few curves a chart beside that of the play, then all of them in words."""
    own, others = _own(view), [curve for curve in view.curves if curve.kind != "play"]
    heading = Message("report.what_ifs")
    if own is None or not others:
        return Section(heading, [])
    lived = [curve for curve in others if curve.points]
    groups = [lived[start : start + _BESIDE] for start in range(0, len(lived), _BESIDE)]
    charts, alone = [], Message("report.what_ifs_chart")
    for rank, group in enumerate(groups, start=1):
        title = Message("report.what_ifs_of", {"rank": rank, "ranks": len(groups)}) if len(groups) > 1 else alone
        series = [one for curve in (own, *group) for one in _banded(curve)]
        charts.append(_chart(view, title, Message("report.what_ifs_alt", {"count": len(group)}), series))
    rows = [(curve.name, " ".join(text for text in (curve.sentence, curve.skipped) if text) or "–") for curve in others]
    heads = [Message("report.what_if"), Message("report.difference")]
    table = Table(heads, rows, Message("report.what_ifs_caption"))
    return Section(heading, [Message("report.estimate"), *charts, table])


def _decisions(view: DebriefView) -> Table:
    """Every decision in order, with the student's own words where there are any."""
    noted = any(choice.words for choice in view.choices)
    heads = ["mark", "clock", "decision", *(["words"] if noted else [])]
    rows: list[list[Cell]] = [
        [str(one.place + 1), one.clock, shortened(one.text, _ON_ONE_LINE), *([one.words or "–"] if noted else [])]
        for one in view.choices
    ]
    return Table([Message(f"report.{head}") for head in heads], rows, Message("report.decisions_caption"))


def _events(view: DebriefView) -> Table:
    rows = [(letters(rank), event.clock, event.label) for rank, event in enumerate(view.injects)]
    heads = [Message(f"report.{head}") for head in ("mark", "clock", "event")]
    return Table(heads, rows, Message("report.events_caption"))


def letters(rank: int) -> str:
    """A, B, … Z, AA, AB, …: the name of the event `rank`, from 0."""
    before, last = divmod(rank, 26)
    return (letters(before - 1) if before else "") + chr(ord("A") + last)


def _own(view: DebriefView) -> CurveRow | None:
    return next((curve for curve in view.curves if curve.kind == "play" and curve.points), None)


def _chart(
    view: DebriefView, title: Message, alt: Text, series: Sequence[Series], marks: Sequence[Marks] = ()
) -> Chart:
    return Chart(
        title=title,
        x_name=Message("report.hour"),
        y_name=Message("report.outrage_axis"),
        series=series,
        alt=alt,
        x_scale="time",
        ticks=[(mark.minute, mark.label) for mark in view.clocks],
        marks=marks,
        y_top=100,
        height=_HEIGHT,
    )


def _series(curve: CurveRow) -> Series:
    return Series(
        shortened(curve.name, _LONGEST), [minute for minute, _ in curve.points], [value for _, value in curve.points]
    )


def _banded(curve: CurveRow) -> list[Series]:
    """The curve, and around it what the same change does among other people."""
    line = _series(curve)
    if not curve.low or [minute for minute, _ in curve.low] != [minute for minute, _ in curve.high]:
        return [line]
    name = Message("report.band", {"name": line.name})
    low, high = ([value for _, value in edge] for edge in (curve.low, curve.high))
    return [line, Series(name, [minute for minute, _ in curve.low], low, "band", high, in_legend=False)]
