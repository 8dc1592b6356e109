"""The hot wash: grades, curves, evidence, what to remember."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from simulator.debrief.checklist import checklist
from simulator.debrief.counterfactual.worst import RISE_MINUTES
from simulator.debrief.takeaways import takeaways
from simulator.play.presenters.choices import choice_rows
from simulator.play.presenters.curves import asked_curve, played_curve
from simulator.play.presenters.dimensions import dimension_views, judged
from simulator.play.presenters.evidence import counted_most, evidence_of
from simulator.play.presenters.guide import changed_sentence, guide_of
from simulator.play.presenters.hindsight import ChecklistRow, DebriefView
from simulator.play.presenters.ledger import fact_rows
from simulator.play.presenters.next_time import next_time
from simulator.play.presenters.rings import rings
from simulator.play.presenters.telling import Telling
from simulator.play.presenters.timeline import clock_marks, decision_marks, inject_marks
from simulator.play.presenters.wording import score_sentence
from simulator.play.what_ifs import Asked
from simulator.play.words import Words
from simulator.scoring import ScoreCard

_NO_WORDS = Words()
_ORDER = {"earlier_holding": 0, "best_at_worst": 1, "silence": 2, "expert": 3}
"""Where each usual what-if stands; those that the student asked for come after them, as they were asked."""


def debrief(
    telling: Telling,
    card: ScoreCard,
    asked: Sequence[Asked] = (),
    when: datetime | None = None,
    words: Words = _NO_WORDS,
    standing: str = "",
    best: float | None = None,
) -> DebriefView:
    """The debrief of a play that is over.

    `asked` are the what-ifs drawn beside its curve, as far as they have come; `when` it was played; `words` the
    student's own about it; `standing` how it compares with other plays, the `best` of which has that grade.
    """
    scenario = telling.scenario
    scored = scenario.scored
    rules = [rule for dimension in judged(card).values() for rule in dimension]
    alike = [one for rule in rules for one in evidence_of(telling, rule.rows)]
    view = DebriefView(
        title=telling.say("play.debrief_title", title=scenario.title),
        subtitle=_subtitle(telling, when),
        rings=rings(telling, card) if scored else (),
        start=0.0,
        end=float(scenario.length),
        curves=(),
        decisions=decision_marks(telling),
        injects=inject_marks(telling),
        clocks=clock_marks(telling),
        evidence=counted_most(telling, alike) if scored else (),
        takeaways=_takeaways(telling, card),
        facts=fact_rows(telling),
        closing=_closing(telling),
        scenario_id=scenario.id,
        seed=telling.run.seed,
        dimensions=dimension_views(telling, card) if scored else (),
        choices=choice_rows(telling, words),
        checklist=_checklist(telling, card) if scored else (),
        guide=guide_of(scenario, telling.phrases) if scored else None,
        questions=_questions(telling),
        words=words,
        standing=standing,
        digest=telling.run.digest(),
        begins=telling.times.moment(0),
        next_time=next_time(telling, card, best) if scored and not telling.run.state.abandoned else (),
    )
    return with_what_ifs(view, telling, asked)


def with_what_ifs(view: DebriefView, telling: Telling, asked: Sequence[Asked]) -> DebriefView:
    """The same debrief with the what-ifs `asked`, as far as they have come: all in it that changes while they come."""
    in_order = sorted(asked, key=lambda one: _ORDER.get(one.change.kind, len(_ORDER)))
    curves = (played_curve(telling), *(asked_curve(telling, one) for one in in_order))
    return replace(view, curves=curves, note=_note(telling, asked))


def _subtitle(telling: Telling, when: datetime | None) -> str:
    seed = str(telling.run.seed)
    if when is None:
        return telling.say("play.debrief_seed", seed=seed)
    return telling.say("play.debrief_when", date=telling.phrases.date(when), seed=seed)


def _takeaways(telling: Telling, card: ScoreCard) -> tuple[str, ...]:
    weights = telling.scenario.rubric.shares(telling.scenario.severity)
    return tuple(score_sentence(telling, lesson) for lesson in takeaways(card.evidence, weights))


def _checklist(telling: Telling, card: ScoreCard) -> tuple[ChecklistRow, ...]:
    return tuple(ChecklistRow(telling.times.say(line.message), line.state) for line in checklist(card.evidence))


def _questions(telling: Telling) -> tuple[str, ...]:
    codes = ("play.question_decided", "play.question_why", "play.question_change")
    return tuple(telling.say(code) for code in codes)


def _closing(telling: Telling) -> str:
    sentences = []
    if telling.run.state.abandoned:
        sentences.append(telling.say("play.closing_abandoned", end_minute=telling.minute))
    if telling.scenario.scored:
        sentences.append(changed_sentence(telling.scenario, telling.phrases))
    else:
        sentences.append(telling.say("play.closing_unscored"))
    return " ".join(sentence for sentence in sentences if sentence)


def _note(telling: Telling, asked: Sequence[Asked]) -> str:
    sentences = [telling.say("play.closing_judgment")] if telling.scenario.scored else []
    if asked:
        sentences.append(telling.say("play.closing_estimate"))
    if any(one.change.kind == "best_at_worst" for one in asked):
        sentences.append(telling.say("play.closing_worst", rise_span=RISE_MINUTES))
    if any(one.interval is not None for one in asked):
        sentences.append(telling.say("play.closing_interval"))
    return " ".join(sentences)
