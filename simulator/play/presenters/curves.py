"""The curve of the play and those of other worlds, each with what became of the peak."""

from __future__ import annotations

from simulator.debrief.counterfactual import PROMPT_MINUTES, Change, WhatIf
from simulator.debrief.interval import Interval
from simulator.debrief.timeline import decisions_of, outrage_curve, peak_of
from simulator.engine.decision import Respond
from simulator.play.presenters.choices import in_brief
from simulator.play.presenters.curve_rows import Point
from simulator.play.presenters.deeds import deed
from simulator.play.presenters.gauge import signed, thinned
from simulator.play.presenters.hindsight import CurveKind, CurveRow
from simulator.play.presenters.telling import Telling
from simulator.play.presenters.timeline import CURVE_POINTS
from simulator.play.what_ifs import Asked


def played_curve(telling: Telling) -> CurveRow:
    """The play itself."""
    peak = peak_of(telling.run.state.outrage)
    shown = telling.phrases.number(round(peak.value / 10))
    return CurveRow(
        name=telling.say("play.curve_play"),
        kind="play",
        points=thinned(outrage_curve(telling.run), CURVE_POINTS),
        sentence=telling.say("play.peak_of_play", peak=shown, peak_minute=peak.minute),
        peak=round(peak.value / 10),
        peak_minute=float(peak.minute),
        peak_clock=telling.times.clock(peak.minute),
    )


def asked_curve(telling: Telling, asked: Asked) -> CurveRow:
    """A what-if as far as it has come: its name at once, then its curve, then its interval."""
    what_if, interval = asked.what_if, asked.interval
    kind: CurveKind = asked.change.kind if asked.change.kind in ("silence", "expert") else "what_if"
    peak = peak_of(what_if.outrage) if what_if else None
    return CurveRow(
        name=_name(telling, asked.change, what_if),
        kind=kind,
        points=_points(what_if.outrage) if what_if else (),
        low=_points(interval.low) if interval else (),
        high=_points(interval.high) if interval else (),
        key=asked.change.key,
        sentence=_sentence(telling, asked),
        skipped=telling.say("play.skipped", count=what_if.skipped) if what_if and what_if.skipped else "",
        done=min(asked.done / asked.steps, 1.0) if asked.steps and asked.failed is None else 1.0,
        peak=round(peak.value / 10) if peak else 0,
        peak_minute=float(peak.minute) if peak else 0.0,
        peak_clock=telling.times.clock(peak.minute) if peak else "",
    )


def _points(outrage: tuple[int, ...]) -> tuple[Point, ...]:
    return thinned([(float(minute), value / 10) for minute, value in enumerate(outrage)], CURVE_POINTS)


def _name(telling: Telling, change: Change, what_if: WhatIf | None) -> str:
    match change.kind:
        case "without" | "instead":
            return _changed(telling, change)
        case "earlier_holding":
            return telling.say(
                "play.curve_earlier_holding", what_if_minute=telling.scenario.crisis_begins + PROMPT_MINUTES
            )
        case "best_at_worst" if what_if is not None and isinstance(what_if.decision, Respond):
            said = in_brief(telling, what_if.decision.response)
            return telling.say("play.curve_best_then", said=said, what_if_minute=what_if.decision.minute)
        case kind:
            return telling.say(f"play.curve_{kind}")


def _changed(telling: Telling, change: Change) -> str:
    assert change.place is not None  # such a change has one
    decision = decisions_of(telling.run)[change.place]
    if change.response is None:
        return telling.say("play.curve_without", deed=deed(telling, decision), what_if_minute=decision.minute)
    said = in_brief(telling, change.response)
    return telling.say("play.curve_instead", said=said, what_if_minute=decision.minute)


def _sentence(telling: Telling, asked: Asked) -> str:
    if asked.interval is not None:
        return _elsewhere(telling, asked.interval)
    here = _here(telling, asked.what_if) if asked.what_if is not None else ""
    if asked.failed is not None:
        failed = telling.times.say(asked.failed)
        return f"{here} {failed}" if here else failed
    if asked.done >= asked.steps and here:
        return here
    return telling.say("play.peak_here_so_far", here=here) if here else telling.say("play.peak_awaited")


def _here(telling: Telling, what_if: WhatIf) -> str:
    """What became of the peak in the very same world."""
    mine = peak_of(telling.run.state.outrage).value
    change = round(100 * (what_if.peak - mine) / mine) if mine else 0
    return telling.say("play.peak_here", change=signed(change)) if change else telling.say("play.peak_here_same")


def _elsewhere(telling: Telling, interval: Interval) -> str:
    """What the same change does to the peak among other people."""
    middle, low, high = (round(value) for value in (interval.peak.median, interval.peak.low, interval.peak.high))
    worlds, posts = interval.worlds, signed(round(interval.volume.median))
    if low == high == 0:
        return telling.say("play.peak_same", count=worlds, posts=posts)
    if high <= 0:
        return telling.say(
            "play.peak_lower", count=worlds, posts=posts, by=str(-middle), least=str(-high), most=str(-low)
        )
    if low >= 0:
        return telling.say(
            "play.peak_higher", count=worlds, posts=posts, by=str(middle), least=str(low), most=str(high)
        )
    return telling.say(
        "play.peak_unsure", count=worlds, posts=posts, change=signed(middle), low=signed(low), high=signed(high)
    )
