"""The score card of a documented case: grades with their additions, what to remember, what was assumed."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.debrief.takeaways import takeaways
from simulator.locale import Phrasebook
from simulator.play.presenters.addition import addition, figure
from simulator.play.presenters.alike import Alike, told_once
from simulator.play.presenters.case_telling import CaseTelling
from simulator.play.presenters.dimensions import Judged, judged
from simulator.play.presenters.hindsight import CriterionView, DimensionView, EvidenceRow
from simulator.play.presenters.rings import BAND_CODES, CRITERION_CODES, points
from simulator.scenario.case_load import LoadedCase
from simulator.scoring import RULES, ScoreCard, band_of
from simulator.scoring.evidence import Evidence
from simulator.scoring.of_case import CaseRecord
from simulator.scoring.weights import changed_weights


@dataclass(frozen=True)
class CaseView:
    """A graded case in words. `dimensions` begin with the overall grade; `note` says what the figures are worth.

    A dimension that cannot be judged is not among them, and `unjudged` says so; it is empty where all are.
    """

    id: str
    title: str
    summary: str
    dimensions: tuple[DimensionView, ...]
    takeaways: tuple[str, ...]
    assumptions: tuple[str, ...]
    note: str
    unjudged: str = ""


def case_view(loaded: LoadedCase, graded: CaseRecord, card: ScoreCard, phrases: Phrasebook) -> CaseView:
    """The score card `card` of what was `graded` of a case."""
    case, record = loaded.case, graded.record
    telling = CaseTelling(case, loaded.calendar, record, phrases)
    scores = {
        "overall": card.overall,
        "reactivity": card.reactivity,
        "transparency": card.transparency,
        "tone": card.tone,
    }
    weights = record.rubric.shares(record.severity)
    return CaseView(
        id=loaded.id,
        title=case.title,
        summary=case.summary or "",
        dimensions=tuple(
            DimensionView(
                criterion=dimension,
                name=telling.say(CRITERION_CODES[dimension]),
                value=points(scores[dimension]),
                band=band_of(scores[dimension]),
                band_name=telling.say(BAND_CODES[band_of(scores[dimension])]),
                sum=addition(phrases, [rule.share.earned for rule in rules if rule.counts]),
                criteria=tuple(_criterion(telling, rule) for rule in rules),
            )
            for dimension, rules in judged(card).items()
            if not graded.unjudged or dimension != "transparency"
        ),
        takeaways=tuple(telling.sentence(lesson) for lesson in takeaways(card.evidence, weights)),
        assumptions=tuple(telling.sentence(one) for one in graded.assumptions),
        note=" ".join([*_changes(telling, graded.record.severity), telling.say("case.note")]),
        unjudged=" ".join(telling.sentence(reason) for reason in graded.unjudged),
    )


def _changes(telling: CaseTelling, severity: int) -> list[str]:
    """A sentence for each weight that the rubric changed."""
    return [
        telling.say(
            "case.weight_changed",
            name=RULES[one.rule].name,
            now=str(round(100 * one.now)),
            usual=str(round(100 * one.usual)),
        )
        for one in changed_weights(telling.case.rubric, severity)
    ]


def _criterion(telling: CaseTelling, rule: Judged) -> CriterionView:
    known, share = RULES[rule.rule], rule.share
    return CriterionView(
        rule=rule.rule,
        name=telling.sentence(known.name),
        earned=figure(telling.phrases, share.earned),
        possible=figure(telling.phrases, share.possible) if share.possible else "",
        share=min(max(share.earned / share.possible, 0.0), 1.0) if share.possible else None,
        source=known.source or "",
        rows=tuple(_row(telling, alike) for alike in told_once(telling.sentence, rule.rows)),
    )


def _row(telling: CaseTelling, alike: Alike) -> EvidenceRow:
    row, share = alike.row, alike.share
    earned = figure(telling.phrases, share.earned)
    exact = f"+{earned}" if share.earned > 0 else earned
    if row.possible > 0.0:
        exact = telling.say("play.of_possible", earned=earned, possible=figure(telling.phrases, share.possible))
    return EvidenceRow(
        clock="" if row.minute is None else telling.times.clock(row.minute),
        sign=(share.earned > 0) - (share.earned < 0),
        points=exact,
        criterion=telling.say(CRITERION_CODES[row.dimension]),
        text=_text(telling, alike),
        source=" · ".join(part for part in (row.rule, row.source or "") if part),
        exact=exact,
        detail=_detail(telling, alike),
    )


def _text(telling: CaseTelling, alike: Alike) -> str:
    """The sentence, after the opening words of the message whose tone it judges, or after how many it judges."""
    if not _judges_messages(alike.row):
        return alike.text
    if len(alike.rows) > 1:
        return telling.say("play.evidence_of_messages", count=len(alike.rows), text=alike.text)
    said = _said(telling, alike.row)
    return telling.say("play.evidence_of_message", said=said, text=alike.text) if said else alike.text


def _detail(telling: CaseTelling, alike: Alike) -> tuple[str, ...]:
    """The messages that rows told together are about."""
    if not _judges_messages(alike.row) or len(alike.rows) == 1:
        return ()
    return tuple(_message(telling, row) for row in alike.rows)


def _message(telling: CaseTelling, row: Evidence) -> str:
    """The hour of the message that `row` is about, and its opening words where these are known."""
    said = _said(telling, row)
    if said:
        return telling.say("play.evidence_message", message_minute=row.minute, said=said)
    return "" if row.minute is None else telling.times.clock(row.minute)


def _judges_messages(row: Evidence) -> bool:
    return row.dimension == "tone" and row.subject is not None and row.subject.kind == "message"


def _said(telling: CaseTelling, row: Evidence) -> str:
    return "" if row.subject is None else telling.opening_words(row.subject.id)
