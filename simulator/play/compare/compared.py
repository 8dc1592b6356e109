"""What is compared of a play."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import fsum

from simulator.debrief.timeline import outrage_curve, peak_of
from simulator.engine.run import Run
from simulator.locale import Language, Message
from simulator.pages import shortened
from simulator.play.edition import Edition
from simulator.play.presenters.curve_rows import MarkRow, Point
from simulator.play.presenters.timeline import clock_marks
from simulator.scoring import RULES, Evidence, ScoreCard, score, weights_of
from simulator.scoring.of_run import record_of

FEWEST, MOST = 2, 60
"""Plays that can be compared: a class and its teacher's own."""

_LONGEST = 28
_SHARES = {"reactivity": "O.R", "transparency": "O.T", "tone": "O.S"}


@dataclass(frozen=True)
class Criterion:
    """What a play earned of what was possible by one rule, in points of its dimension, 0..100.

    `cost` is what was lost by it, in points of the overall grade.
    """

    earned: float
    possible: float
    cost: float


@dataclass(frozen=True)
class Compared:
    """A play as it is compared; `card` is None where the scenario is not graded, `criteria` is then empty.

    `peak` is the highest outrage, 0..100, at `peak_minute`, which is the hour `peak_clock`; `clocks` are the hours of
    its axis; `remark` says what is particular about the play.
    """

    name: str
    scenario_id: str
    title: str
    seed: int
    card: ScoreCard | None
    criteria: Mapping[str, Criterion]
    peak: float
    peak_minute: int
    peak_clock: str
    clocks: tuple[MarkRow, ...]
    curve: tuple[Point, ...]
    digest: str
    remark: Message | None = None

    def costliest(self) -> tuple[str, Criterion] | None:
        """The rule that cost the play most of its overall grade, None where none cost anything."""
        found = max(self.criteria.items(), key=lambda one: one[1].cost, default=None)
        return found if found is not None and found[1].cost > 0 else None

    def to_mapping(self) -> dict[str, object]:
        """The play as JSON-ready values, points to six places."""
        card = self.card
        names = ("overall", "reactivity", "transparency", "tone")
        return {
            "name": self.name,
            "scenario": self.scenario_id,
            "seed": self.seed,
            **{name: None if card is None else round(getattr(card, name), 6) for name in names},
            "band": None if card is None else card.band,
            "peak_outrage": self.peak,
            "peak_minute": self.peak_minute,
            "criteria": {
                rule: {"earned": round(one.earned, 6), "possible": round(one.possible, 6), "cost": round(one.cost, 6)}
                for rule, one in self.criteria.items()
            },
            "digest": self.digest,
        }


def compared(name: str, run: Run, edition: Edition, language: Language, *, branched: bool = False) -> Compared:
    """The play `run`, called `name`; `branched` if it began in the middle of another."""
    card = score(record_of(run)) if run.scenario.scored else None
    peak, telling = peak_of(run.state.outrage), edition.telling(run, language)
    return Compared(
        name=name,
        scenario_id=run.scenario.id,
        title=telling.scenario.title,
        seed=run.seed,
        card=card,
        criteria={} if card is None else _criteria(run, card),
        peak=peak.value / 10,
        peak_minute=peak.minute,
        peak_clock=telling.times.clock(peak.minute),
        clocks=clock_marks(telling),
        curve=tuple(outrage_curve(run)),
        digest=run.digest(),
        remark=_remark(run, branched=branched),
    )


def _remark(run: Run, *, branched: bool) -> Message | None:
    if run.state.abandoned:
        return Message("compare.abandoned")
    if not run.scenario.scored:
        return Message("compare.unscored")
    return Message("compare.branched") if branched else None


def short_names(plays: Sequence[Compared]) -> tuple[Compared, ...]:
    """The plays with names cut to a length that stands in a table; those that are then the same are numbered."""
    short = [shortened(play.name, _LONGEST) for play in plays]
    count = Counter(short)
    seen: Counter[str] = Counter()
    named = []
    for play, name in zip(plays, short, strict=True):
        seen[name] += 1
        end = f" ({seen[name]})" if count[name] > 1 else ""
        named.append(replace(play, name=shortened(play.name, _LONGEST - len(end)) + end))
    return tuple(named)


def _criteria(run: Run, card: ScoreCard) -> dict[str, Criterion]:
    weights = weights_of(run.scenario.rubric, run.scenario.severity)
    rows: dict[str, list[Evidence]] = {rule: [] for rule in RULES}
    for row in card.evidence:
        if row.dimension != "overall":
            rows[row.rule].append(row)
    return {
        rule: Criterion(
            fsum(row.earned for row in found),
            fsum(row.possible for row in found),
            weights[_SHARES[RULES[rule].dimension]] * fsum(row.lost for row in found),
        )
        for rule, found in rows.items()
        if any(row.earned or row.possible for row in found)
    }
