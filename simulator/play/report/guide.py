"""*How I am graded*, on one page."""

from __future__ import annotations

from simulator.locale import Message
from simulator.pages import Part, Section, Subheading, Table
from simulator.play.presenters.hindsight import DebriefView, WeightGroup


def guide_section(view: DebriefView) -> Section:
    """What counts and for how much, what does not, and what the scenario's author changed of it."""
    guide = view.guide
    if guide is None:
        return Section(Message("report.guide"), [])
    parts: list[Part] = [text for text in (guide.lead, guide.changed) if text]
    parts += [_weights(group) for group in guide.groups if group.rows]
    for section in guide.sections:
        parts += [Subheading(section.heading), section.text]
    return Section(guide.title, parts, new_page=True)


def _weights(group: WeightGroup) -> Table:
    changed = any(row.changed for row in group.rows)
    heads = ["criterion", "share", "meaning", *(["changed"] if changed else [])]
    rows = [[row.name, row.share, row.text, *([row.changed or "–"] if changed else [])] for row in group.rows]
    caption = Message("report.weights_caption", {"name": group.name, "text": group.text})
    return Table([Message(f"report.{head}") for head in heads], rows, caption)
