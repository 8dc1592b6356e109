"""The hot wash as lines: grades, what to remember, the curve in words, facts, evidence."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.console.tell.grading import dated
from simulator.console.tell.hours import Hours
from simulator.console.tell.spoken import spoken
from simulator.console.tell.timeline import curve_lines
from simulator.locale import Phrasebook
from simulator.play.presenters.curve_rows import Point
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
    for curve in view.curves:
        if curve.kind == "play":
            yield from curve_lines(curve.points, _peak(curve), view.injects, view.decisions, Hours(say, view.begins))


def world_line(curve: CurveRow, say: Phrasebook) -> str:
    """Another world in one line: its peak, what that means, how much of it is lived."""
    told = say("console.other_curve", name=curve.name, outrage=curve.peak, time=curve.peak_clock)
    more = [part for part in (curve.sentence, curve.skipped) if part]
    if curve.done < 1:
        more.append(say("console.world_progress", percent=str(round(100 * curve.done))))
    return " ".join([told if curve.points else say("console.curve_awaited", name=curve.name), *more])


def world_lines(curve: CurveRow, view: DebriefView, say: Phrasebook) -> Iterator[str]:
    """Another world with its curve."""
    yield world_line(curve, say)
    yield from ("  " + line for line in curve_lines(curve.points, _peak(curve), (), (), Hours(say, view.begins)))


def fact_lines(view: DebriefView, say: Phrasebook) -> Iterator[str]:
    """When each fact was verified, published and leaked, and what that made of it."""
    for row in view.facts:
        yield _fact(row, say)


def evidence_line(row: EvidenceRow, say: Phrasebook) -> str:
    """What won or lost points, in one line."""
    return say("console.evidence_line", criterion=row.criterion, points=row.points, text=_reason(row))


def _grades(view: DebriefView, say: Phrasebook) -> Iterator[str]:
    yield f"{spoken(view.title)}."
    if view.subtitle:
        yield f"{spoken(view.subtitle)}."
    for ring in view.rings:
        yield say("console.ring", name=ring.name, value=ring.value, band=ring.band_name, sentence=ring.sentence)
    if view.standing:
        yield view.standing
    if view.takeaways:
        yield say("console.takeaways")
        yield from (f"  {number}. {text}" for number, text in enumerate(view.takeaways, 1))
    if view.challenge:
        yield view.challenge
    if view.next_time:
        yield say("console.next_time")
        yield from (f"  {text}" for text in view.next_time)


def _remarks(view: DebriefView) -> Iterator[str]:
    yield from (text for text in (view.closing, view.note) if text)


def _peak(curve: CurveRow) -> Point | None:
    return (curve.peak_minute, float(curve.peak)) if curve.points else None


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
    return f"{dated(row)}{source}"
