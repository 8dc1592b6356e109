"""The grades, and what won or lost their points."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.locale import Message
from simulator.pages import Cell, Grade, Grades, Part, Section, Subheading, Table
from simulator.play.presenters.hindsight import CriterionView, DebriefView, DimensionView


def grades_section(view: DebriefView) -> Section:
    """The grades side by side, or nothing where the play is not graded."""
    grades = [Grade(ring.name, ring.value, ring.band_name, ring.sentence) for ring in view.rings]
    notes = [view.note] if view.note else []
    return Section(Message("report.grades"), [Grades(grades), *notes] if grades else [])


def evidence_section(view: DebriefView) -> Section:
    """Each dimension with its sum, its criteria and every row; else the rows that counted most."""
    if view.dimensions:
        return dimensions_section(view.dimensions)
    rows: list[list[Cell]] = [[row.clock or "–", row.criterion, row.points, row.text] for row in view.evidence]
    most = [Table(_heads(), rows, Message("report.evidence_most"))] if rows else []
    return Section(Message("report.evidence"), most)


def dimensions_section(dimensions: Sequence[DimensionView]) -> Section:
    """Each of the `dimensions` with its sum, its criteria and every row."""
    parts = [part for dimension in dimensions for part in _dimension(dimension)]
    return Section(Message("report.evidence"), [Message("report.evidence_lead"), *parts])


def _dimension(dimension: DimensionView) -> list[Part]:
    arguments = {"name": dimension.name, "value": dimension.value, "band": dimension.band_name}
    parts: list[Part] = [Subheading(Message("report.dimension", arguments))]
    if dimension.criteria:
        parts.append(_criteria(dimension))
    if dimension.sum:
        parts.append(Message("report.sum", {"sum": dimension.sum}))
    if dimension.criterion != "overall" and any(criterion.rows for criterion in dimension.criteria):
        parts.append(_rows(dimension, dimension.criteria))
    return parts


def _criteria(dimension: DimensionView) -> Table:
    """What each criterion earned; where no paper stands behind any, what its rows say instead."""
    sourced = any(criterion.source for criterion in dimension.criteria)
    heads = ("criterion", "earned", "possible", "source" if sourced else "what_happened")
    rows = [
        (
            criterion.name,
            criterion.earned,
            criterion.possible or "–",
            (criterion.source if sourced else " ".join(row.text for row in criterion.rows)) or "–",
        )
        for criterion in dimension.criteria
    ]
    caption = Message("report.criteria_of", {"of": dimension.name})
    return Table([Message(f"report.{head}") for head in heads], rows, caption)


def _rows(dimension: DimensionView, criteria: Sequence[CriterionView]) -> Table:
    """Every row, criterion by criterion, each in the order of time."""
    rows: list[list[Cell]] = [
        [row.clock or "–", criterion.name, row.exact or row.points, row.text]
        for criterion in criteria
        for row in criterion.rows
    ]
    return Table(_heads(), rows, Message("report.evidence_of", {"of": dimension.name}))


def _heads() -> list[Message]:
    return [Message(f"report.{head}") for head in ("clock", "criterion", "points", "what_happened")]
