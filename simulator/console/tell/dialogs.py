"""The windows over the crisis, as lines: searches and the holding statement."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.console.tell.spoken import spoken
from simulator.locale import Phrasebook
from simulator.play.presenters.dialogs import HoldingView, ListenView
from simulator.play.presenters.fact_rows import FactRow


def searches(view: ListenView, say: Phrasebook) -> Iterator[str]:
    """Searches made, and how many are left."""
    yield f"{spoken(view.budget)}."
    for row in view.searches:
        yield say("console.search", words=row.words, state=row.state)


def statement(view: HoldingView, say: Phrasebook) -> Iterator[str]:
    """The holding statement as it would be published."""
    yield say("console.holding_preview", author=view.author)
    yield "  " + view.preview
    yield say("console.holding_length", characters=view.characters, limit=view.limit)
    costs = ", ".join(part for part in (view.preparation, view.approval) if part)
    if costs:
        yield say("console.holding_costs", costs=costs)
    for row in view.checklist or ():
        yield "  " + say("console.check_done" if row.done else "console.check_open", text=row.text)


def fact_line(row: FactRow, say: Phrasebook) -> str:
    """A fact with what is known of it, its two marks, who could tell it first, and why it cannot be verified if so."""
    known = [] if row.text in ("", row.label) else [row.text.rstrip(".")]
    parts = [row.label or row.text, *known, *(mark.text for mark in row.marks), row.others.rstrip(".")]
    line = ". ".join(part for part in parts if part) + "."
    waits = row.state == "unknown" and not row.can_verify and row.verify_refusal
    return say("console.refused", text=line, refusal=row.verify_refusal) if waits else line
