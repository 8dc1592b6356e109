"""The evidence of each dimension, criterion by criterion, in figures that add up to its score."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum

from simulator.play.presenters.addition import UNITS, Share, addition, figure, shares
from simulator.play.presenters.evidence import evidence_of, evidence_row
from simulator.play.presenters.hindsight import CriterionView, DimensionView
from simulator.play.presenters.pages import Criterion
from simulator.play.presenters.rings import BAND_CODES, CRITERION_CODES, points
from simulator.play.presenters.telling import Telling
from simulator.scoring import RULES, ScoreCard, band_of
from simulator.scoring.evidence import Evidence

_WITHOUT_POINTS = frozenset({"R.K", "S.repeat"})
"""Rules some of whose rows tell something that no point depends on."""


@dataclass(frozen=True)
class Judged:
    """A rule of a dimension: its share of the score, and its rows in time with theirs."""

    rule: str
    share: Share
    rows: tuple[tuple[Evidence, Share], ...]

    @property
    def counts(self) -> bool:
        """Whether it has a term in the addition."""
        return bool(self.share.earned or self.share.possible)


def judged(card: ScoreCard) -> Mapping[Criterion, tuple[Judged, ...]]:
    """Every dimension's rules in tenths of a point.

    Rows that neither won nor could win anything are left out, but for those that are there to be read.
    """
    return {dimension: _rules(card, dimension, score) for dimension, score in _scores(card).items()}


def dimension_views(telling: Telling, card: ScoreCard) -> tuple[DimensionView, ...]:
    """The overall grade, then the three dimensions, each with all its evidence."""
    scores = _scores(card)
    return tuple(
        DimensionView(
            criterion=dimension,
            name=telling.say(CRITERION_CODES[dimension]),
            value=points(scores[dimension]),
            band=band_of(scores[dimension]),
            band_name=telling.say(BAND_CODES[band_of(scores[dimension])]),
            sum=addition(telling.phrases, [rule.share.earned for rule in rules if rule.counts]),
            criteria=tuple(_criterion(telling, rule) for rule in rules),
        )
        for dimension, rules in judged(card).items()
    )


def _scores(card: ScoreCard) -> dict[Criterion, float]:
    return {
        "overall": card.overall,
        "reactivity": card.reactivity,
        "transparency": card.transparency,
        "tone": card.tone,
    }


def _rules(card: ScoreCard, dimension: Criterion, score: float) -> tuple[Judged, ...]:
    rows: dict[str, list[Evidence]] = {rule: [] for rule in RULES}
    for row in card.evidence:
        if row.dimension == dimension and (row.earned or row.possible or row.rule in _WITHOUT_POINTS):
            rows[row.rule].append(row)
    told = {rule: sorted(found, key=_minute) for rule, found in rows.items() if found}
    sums = [(fsum(row.earned for row in found), fsum(row.possible for row in found)) for found in told.values()]
    whole = Share(round(UNITS * score), round(UNITS * fsum(possible for _, possible in sums)))
    return tuple(
        Judged(
            rule, share, tuple(zip(found, shares([(row.earned, row.possible) for row in found], share), strict=True))
        )
        for (rule, found), share in zip(told.items(), shares(sums, whole), strict=True)
    )


def _minute(row: Evidence) -> int:
    return -1 if row.minute is None else row.minute


def _criterion(telling: Telling, rule: Judged) -> CriterionView:
    known = RULES[rule.rule]
    share = rule.share
    return CriterionView(
        rule=rule.rule,
        name=telling.times.say(known.name),
        earned=figure(telling.phrases, share.earned),
        possible=figure(telling.phrases, share.possible) if share.possible else "",
        share=min(max(share.earned / share.possible, 0.0), 1.0) if share.possible else None,
        source=known.source or "",
        rows=tuple(evidence_row(telling, alike) for alike in evidence_of(telling, rule.rows)),
    )
