"""The hot wash: grades, curves, evidence, what to remember."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from simulator.debrief.counterfactual import Kind, WhatIf
from simulator.debrief.takeaways import takeaways
from simulator.debrief.timeline import fact_times, outrage_curve
from simulator.play.presenters.evidence import evidence_rows
from simulator.play.presenters.gauge import thinned
from simulator.play.presenters.hindsight import CurveRow, DebriefView, FactTimeRow
from simulator.play.presenters.rings import rings
from simulator.play.presenters.telling import Telling
from simulator.play.presenters.timeline import CURVE_POINTS, clock_marks, decision_marks, inject_marks
from simulator.scenario.rubric import OverallWeights, overall_weights
from simulator.scoring import ScoreCard

_NAMES: dict[Kind, str] = {
    "none": "play.curve_none",
    "silence": "play.curve_silence",
    "expert": "play.curve_expert",
    "without": "play.curve_without",
    "earlier_holding": "play.curve_earlier_holding",
    "best_at_worst": "play.curve_best_at_worst",
    "instead": "play.curve_instead",
}


def debrief(
    telling: Telling, card: ScoreCard, what_ifs: Sequence[WhatIf] = (), when: datetime | None = None
) -> DebriefView:
    """The debrief of a play that is over; `what_ifs` are drawn beside its curve, `when` it was played."""
    scenario = telling.scenario
    weights = scenario.rubric.overall or overall_weights(scenario.severity)
    return DebriefView(
        title=telling.say("play.debrief_title", title=scenario.title),
        subtitle=_subtitle(telling, when),
        rings=rings(telling, card, weights) if scenario.scored else (),
        start=0.0,
        end=float(scenario.length),
        curves=(
            CurveRow(telling.say("play.curve_play"), "play", thinned(outrage_curve(telling.run), CURVE_POINTS)),
            *(_curve(telling, what_if) for what_if in what_ifs),
        ),
        decisions=decision_marks(telling),
        injects=inject_marks(telling),
        clocks=clock_marks(telling),
        evidence=evidence_rows(telling, card.evidence) if scenario.scored else (),
        takeaways=_takeaways(telling, card, weights),
        facts=_facts(telling),
        closing=_closing(telling),
        note=_note(telling, what_ifs),
        scenario_id=scenario.id,
        seed=telling.run.seed,
    )


def _subtitle(telling: Telling, when: datetime | None) -> str:
    seed = str(telling.run.seed)
    if when is None:
        return telling.say("play.debrief_seed", seed=seed)
    return telling.say("play.debrief_when", date=telling.phrases.date(when), seed=seed)


def _curve(telling: Telling, what_if: WhatIf) -> CurveRow:
    mine = max(telling.run.state.outrage, default=0)
    name = telling.say(_NAMES[what_if.change.kind], what_if_minute=what_if.minute or 0)
    change = round(100 * (what_if.peak - mine) / mine) if mine else 0
    if change:
        name = telling.say("play.curve_peak", name=name, change=f"+{change}" if change > 0 else f"−{-change}")
    points = [(float(minute), value / 10) for minute, value in enumerate(what_if.outrage)]
    key = what_if.change.key
    match what_if.change.kind:
        case "silence" | "expert" as kind:
            return CurveRow(name, kind, thinned(points, CURVE_POINTS), key=key)
        case _:
            return CurveRow(name, "what_if", thinned(points, CURVE_POINTS), key=key)


def _takeaways(telling: Telling, card: ScoreCard, weights: OverallWeights) -> tuple[str, ...]:
    return tuple(telling.times.say(lesson) for lesson in takeaways(card.evidence, weights))


def _facts(telling: Telling) -> tuple[FactTimeRow, ...]:
    """The ledger, without what must stay confidential and did."""

    def clock(minute: int | None) -> str:
        return "" if minute is None else telling.times.clock(minute)

    return tuple(
        FactTimeRow(telling.outcome(fact.fact), clock(fact.verified), clock(fact.disclosed), clock(fact.leaked))
        for fact in fact_times(telling.run)
        if not fact.restricted or fact.disclosed is not None
    )


def _closing(telling: Telling) -> str:
    sentences = []
    if telling.run.state.abandoned:
        sentences.append(telling.say("play.closing_abandoned", end_minute=telling.minute))
    if not telling.scenario.scored:
        sentences.append(telling.say("play.closing_unscored"))
    return " ".join(sentences)


def _note(telling: Telling, what_ifs: Sequence[WhatIf]) -> str:
    sentences = [telling.say("play.closing_judgment")] if telling.scenario.scored else []
    if what_ifs:
        sentences.append(telling.say("play.closing_estimate"))
    skipped = sum(what_if.skipped for what_if in what_ifs)
    if skipped:
        sentences.append(telling.say("play.closing_skipped", count=skipped))
    return " ".join(sentences)
