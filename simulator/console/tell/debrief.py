"""The hot wash as lines: grades, what to remember, the curve in words, facts, evidence."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.console.tell.timeline import curve_lines
from simulator.locale import Phrasebook
from simulator.play.presenters.hindsight import CurveRow, DebriefView, EvidenceRow, FactTimeRow


def debrief_lines(view: DebriefView, say: Phrasebook) -> Iterator[str]:
    """Everything that the debrief shows."""
    yield view.title
    if view.subtitle:
        yield view.subtitle
    for ring in view.rings:
        yield say("console.ring", name=ring.name, value=ring.value, band=ring.band_name, sentence=ring.sentence)
    if view.takeaways:
        yield say("console.takeaways")
        yield from (f"  {number}. {text}" for number, text in enumerate(view.takeaways, 1))
    yield say("console.curve")
    played = next((curve.points for curve in view.curves if curve.kind == "play"), ())
    yield from ("  " + line for line in curve_lines(played, view.injects, view.decisions, say))
    yield from ("  " + _other(curve, say) for curve in view.curves if curve.kind != "play" and curve.points)
    if view.facts:
        yield say("console.facts")
        yield from ("  " + _fact(row, say) for row in view.facts)
    if view.evidence:
        yield say("console.evidence")
        yield from ("  " + _evidence(row, say) for row in view.evidence)
    if view.closing:
        yield view.closing
    if view.note:
        yield view.note


def _other(curve: CurveRow, say: Phrasebook) -> str:
    minute, value = max(curve.points, key=lambda point: (point[1], -point[0]))
    return say("console.other_curve", name=curve.name, outrage=round(value), time=say.elapsed(int(minute)))


def _fact(row: FactTimeRow, say: Phrasebook) -> str:
    never = say("console.never")
    return say(
        "console.fact_times",
        text=row.text,
        verified=row.verified or never,
        published=row.published or never,
        leaked=row.leaked or never,
    )


def _evidence(row: EvidenceRow, say: Phrasebook) -> str:
    source = f" ({row.source})" if row.source else ""
    when = f"{row.clock}, " if row.clock else ""
    return say("console.evidence_line", criterion=row.criterion, points=row.points, text=f"{when}{row.text}{source}")
