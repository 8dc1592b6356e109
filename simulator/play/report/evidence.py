"""The grades, and what won or lost their points."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.locale import Message
from simulator.pages import Cell, Folded, Grade, Grades, Part, Section, Subheading, Table, Text
from simulator.play.presenters.hindsight import CriterionView, DebriefView, DimensionView, EvidenceRow


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
    if dimension.sum:
        parts.append(Message("report.sum", {"sum": dimension.sum}))
    if dimension.criteria:
        parts.append(_shares(dimension) if dimension.criterion == "overall" else _rows(dimension))
    return parts


def _shares(dimension: DimensionView) -> Table:
    """What each part of the overall grade earned, and why."""
    heads = ("criterion", "earned", "possible", "what_happened")
    rows = [
        (one.name, one.earned, one.possible or "–", " ".join(row.text for row in one.rows) or "–")
        for one in dimension.criteria
    ]
    return Table([Message(f"report.{head}") for head in heads], rows, Message("report.criteria_of", _of(dimension)))


def _rows(dimension: DimensionView) -> Table:
    """Every row under the criterion that it counts for, each in the order of time."""
    rows: list[list[Cell]] = []
    groups: list[tuple[int, Text]] = []
    for criterion in dimension.criteria:
        groups.append((len(rows), _named(criterion)))
        rows += [[row.clock or "–", row.exact or row.points, _text(row)] for row in criterion.rows] or [["–", "–", "–"]]
    heads = [Message(f"report.{head}") for head in ("clock", "points", "what_happened")]
    return Table(heads, rows, Message("report.evidence_of", _of(dimension)), groups)


def _text(row: EvidenceRow) -> Cell:
    """The sentence of the row, with the messages that it is about where it is about several."""
    opener = Message("report.which_messages", {"count": len(row.detail)})
    return Folded(row.text, opener, row.detail) if len(row.detail) > 1 else row.text


def _named(criterion: CriterionView) -> Text:
    """The criterion with what it earned, and the paper behind it where there is one."""
    of_possible = f"\u202f/\u202f{criterion.possible}" if criterion.possible else ""
    arguments: dict[str, object] = {"name": criterion.name, "points": criterion.earned + of_possible}
    if criterion.source:
        return Message("report.criterion_from", {**arguments, "source": criterion.source})
    return Message("report.criterion_alone", arguments)


def _of(dimension: DimensionView) -> dict[str, object]:
    return {"of": dimension.name}


def _heads() -> list[Message]:
    return [Message(f"report.{head}") for head in ("clock", "criterion", "points", "what_happened")]
