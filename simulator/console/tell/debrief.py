"""The hot wash as lines: grades, what to remember, the curve in words, facts, evidence."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.console.tell.timeline import curve_lines
from simulator.locale import Phrasebook
from simulator.play.presenters.hindsight import CurveRow, DebriefView, EvidenceRow, FactTimeRow


def debrief_lines(view: DebriefView, say: Phrasebook) -> Iterator[str]:
    """Everything that the debrief shows, for those who cannot ask for more."""
    yield from _grades(view, say)
    yield say("console.curve")
    yield from ("  " + line for line in played_lines(view, say))
    yield from ("  " + world_line(curve, say) for curve in view.curves if curve.kind != "play" and curve.points)
    if view.facts:
        yield say("console.facts")
        yield from ("  " + line for line in fact_lines(view, say))
    if view.evidence:
        yield say("console.evidence")
        yield from ("  " + evidence_line(row, say) for row in view.evidence)
    yield from _remarks(view)


def summary_lines(view: DebriefView, say: Phrasebook) -> Iterator[str]:
    """Grades, what to remember, and how far the figures can be trusted."""
    yield from _grades(view, say)
    yield from _remarks(view)


def played_lines(view: DebriefView, say: Phrasebook) -> Iterator[str]:
    """The curve of the play itself, with what came and what was decided."""
    played = next((curve.points for curve in view.curves if curve.kind == "play"), ())
    return curve_lines(played, view.injects, view.decisions, say)


def world_line(curve: CurveRow, say: Phrasebook) -> str:
    """Another world in one line: its peak, what that means, how much of it is lived."""
    minute, value = max(curve.points, key=lambda point: (point[1], -point[0]), default=(0.0, 0.0))
    told = say("console.other_curve", name=curve.name, outrage=round(value), time=say.elapsed(int(minute)))
    more = [part for part in (curve.sentence, curve.skipped) if part]
    if curve.done < 1:
        more.append(say("console.world_progress", percent=str(round(100 * curve.done))))
    return " ".join([told, *more] if curve.points else [curve.name, *more])


def fact_lines(view: DebriefView, say: Phrasebook) -> Iterator[str]:
    """When each fact was verified, published and leaked, and what that made of it."""
    for row in view.facts:
        yield _fact(row, say)


def evidence_line(row: EvidenceRow, say: Phrasebook) -> str:
    """What won or lost points, in one line."""
    return say("console.evidence_line", criterion=row.criterion, points=row.points, text=_reason(row))


def _grades(view: DebriefView, say: Phrasebook) -> Iterator[str]:
    yield view.title
    if view.subtitle:
        yield view.subtitle
    for ring in view.rings:
        yield say("console.ring", name=ring.name, value=ring.value, band=ring.band_name, sentence=ring.sentence)
    if view.standing:
        yield view.standing
    if view.takeaways:
        yield say("console.takeaways")
        yield from (f"  {number}. {text}" for number, text in enumerate(view.takeaways, 1))


def _remarks(view: DebriefView) -> Iterator[str]:
    yield from (text for text in (view.closing, view.note) if text)


def _fact(row: FactTimeRow, say: Phrasebook) -> str:
    if row.sentence:
        return say("console.fact", text=row.text, state=row.sentence)
    never = say("console.never")
    return say(
        "console.fact_times",
        text=row.text,
        verified=row.verified or never,
        published=row.published or never,
        leaked=row.leaked or never,
    )


def _reason(row: EvidenceRow) -> str:
    source = f" ({row.source})" if row.source else ""
    when = f"{row.clock}, " if row.clock else ""
    return f"{when}{row.text}{source}"
