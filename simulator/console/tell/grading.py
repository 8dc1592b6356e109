"""How a play was graded, as lines: each dimension's addition, how grading works, the checklist."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.locale import Phrasebook
from simulator.play.presenters.hindsight import CriterionView, DebriefView, DimensionView, EvidenceRow, GuideView

_STATES = {"done": "console.check_was_done", "missed": "console.check_missed", "untested": "console.check_untested"}


def dimension_lines(view: DimensionView, say: Phrasebook) -> Iterator[str]:
    """A dimension with all its evidence, rule by rule."""
    yield say("console.dimension", name=view.name, value=view.value, band=view.band_name)
    yield view.sum
    for criterion in view.criteria:
        yield _criterion(criterion, say)
        for row in criterion.rows:
            yield "  " + _row(row, say)
            yield from ("    " + text for text in row.detail)


def guide_lines(view: GuideView, say: Phrasebook) -> Iterator[str]:
    """*How I am graded*."""
    yield view.title
    yield view.lead
    if view.changed:
        yield view.changed
    for group in view.groups:
        yield say("console.guide_group", name=group.name, text=group.text)
        for row in group.rows:
            line = say("console.guide_weight", name=row.name, share=row.share, text=row.text)
            yield f"  {line} {row.changed}".rstrip()
    for section in view.sections:
        yield section.heading
        yield "  " + section.text


def checklist_lines(view: DebriefView, say: Phrasebook) -> Iterator[str]:
    """The checklist, each line with how this play did on it."""
    for row in view.checklist:
        yield say(_STATES[row.state], text=row.text)


def _criterion(view: CriterionView, say: Phrasebook) -> str:
    source = f" ({view.source})" if view.source else ""
    code = "console.criterion_of" if view.share is not None else "console.criterion_penalty"
    return say(code, name=view.name, earned=view.earned, possible=view.possible) + source


def _row(row: EvidenceRow, say: Phrasebook) -> str:
    return say("console.evidence_of", points=row.exact or row.points, text=dated(row))


def dated(row: EvidenceRow) -> str:
    """What is said of a row, after its hour where it does not tell that itself."""
    return row.text if not row.clock or row.clock in row.text else f"{row.clock}, {row.text}"
