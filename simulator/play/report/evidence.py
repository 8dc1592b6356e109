"""The grades, and what won or lost their points."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.locale import Message
from simulator.pages import Cell, Grade, Grades, Part, Section, Subheading, Table
from simulator.play.presenters.hindsight import CriterionView, DebriefView, DimensionView, EvidenceRow


def grades_section(view: DebriefView) -> Section:
    """The grades side by side, or nothing where the play is not graded."""
    grades = [Grade(ring.name, ring.value, ring.band_name, ring.sentence) for ring in view.rings]
    notes = [view.note] if view.note else []
    return Section(Message("report.grades"), [Grades(grades), *notes] if grades else [])


def evidence_section(view: DebriefView) -> Section:
    """Each dimension with its sum, its criteria and every row; else the rows that counted most."""
    parts: list[Part] = []
    if view.dimensions:
        parts.append(Message("report.evidence_lead"))
    for dimension in view.dimensions:
        parts += _dimension(dimension)
    if view.evidence and not view.dimensions:
        parts.append(_rows(view.evidence, Message("report.evidence_most"), None))
    return Section(Message("report.evidence"), parts)


def _dimension(dimension: DimensionView) -> list[Part]:
    arguments = {"name": dimension.name, "value": dimension.value, "band": dimension.band_name}
    criteria = [criterion for criterion in dimension.criteria if criterion.rows or criterion.possible]
    rows = [row for criterion in criteria for row in criterion.rows]
    parts: list[Part] = [Subheading(Message("report.dimension", arguments))]
    if criteria:
        parts.append(_criteria(dimension, criteria))
    if dimension.sum:
        parts.append(Message("report.sum", {"sum": dimension.sum}))
    if rows:
        caption = Message("report.evidence_of", {"of": dimension.name})
        parts.append(_rows(rows, caption, {criterion.source for criterion in criteria}))
    return parts


def _criteria(dimension: DimensionView, criteria: Sequence[CriterionView]) -> Table:
    heads = ("criterion", "earned", "possible", "source")
    return Table(
        [Message(f"report.{head}") for head in heads],
        [(one.name, one.earned, one.possible, one.source) for one in criteria],
        Message("report.criteria_of", {"of": dimension.name}),
    )


def _rows(rows: Sequence[EvidenceRow], caption: Message, known: set[str] | None) -> Table:
    """The rows in a table; sources that stand elsewhere (`known`) are not said again."""
    sourced = known is None or any(row.source and row.source not in known for row in rows)
    heads = ["clock", "criterion", "points", "what_happened", *(["source"] if sourced else [])]
    cells: list[list[Cell]] = [
        [row.clock or "–", row.criterion, row.exact or row.points, row.text, *([row.source] if sourced else [])]
        for row in rows
    ]
    return Table([Message(f"report.{head}") for head in heads], cells, caption)
