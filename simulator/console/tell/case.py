"""The score card of a documented case, as lines."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.console.tell.grading import dimension_lines
from simulator.locale import Phrasebook
from simulator.play.presenters.case import CaseView


def case_lines(view: CaseView, say: Phrasebook) -> Iterator[str]:
    """Grades, what to remember, all the evidence, what was assumed."""
    yield view.title
    if view.summary:
        yield " ".join(view.summary.split())
    yield from (
        "  " + say("console.dimension", name=one.name, value=one.value, band=one.band_name) for one in view.dimensions
    )
    if view.unjudged:
        yield "  " + view.unjudged
    yield say("console.takeaways")
    yield from (f"  {number}. {text}" for number, text in enumerate(view.takeaways, 1))
    for dimension in view.dimensions:
        yield from dimension_lines(dimension, say)
    yield say("case.assumed")
    yield from (f"  - {text}" for text in view.assumptions)
    yield view.note
