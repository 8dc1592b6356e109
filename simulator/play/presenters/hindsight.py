"""What a debrief shows: the hot wash of a play that is over. Same rules as `rows`."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from simulator.play.presenters.curve_rows import MarkRow, Point
from simulator.play.presenters.pages import Band, Criterion, SectionRow
from simulator.play.words import Words

CurveKind = Literal["play", "silence", "expert", "what_if"]


@dataclass(frozen=True)
class RingRow:
    """One score, 0..100, with its band's word and one sentence of why."""

    criterion: Criterion
    name: str
    value: int
    band: Band
    band_name: str
    sentence: str


@dataclass(frozen=True)
class CurveRow:
    """A curve of outrage: the play itself, or what would have been in the same world.

    `key` is what it is asked by: "play", "silence", "without:12", "instead:12:sorry". `low` and `high` bound what the
    same change does in other worlds, empty until they are lived; `done` is the share of them that is, 0..1. `sentence`
    says what became of the peak, with its interval; `skipped` how many decisions no longer held, "" when all did.
    `peak` is the highest outrage, 0..100, first reached at `peak_minute`, as an hour `peak_clock` ("15 h 26"); `points`
    may pass it by.
    """

    name: str
    kind: CurveKind
    points: tuple[Point, ...]
    low: tuple[Point, ...] = ()
    high: tuple[Point, ...] = ()
    key: str = "play"
    sentence: str = ""
    skipped: str = ""
    done: float = 1.0
    peak: int = 0
    peak_minute: float = 0.0
    peak_clock: str = ""


@dataclass(frozen=True)
class EvidenceRow:
    """What won or lost points: `points` is "+8", `sign` -1, 0 or 1, `source` the rule or the paper.

    `exact` is "8,4 / 10", earned of possible, as it adds up to the score. Rows that would read alike are one: `detail`
    then tells each message apart ("14 h 02 · « Nous sommes désolés… »"), and `clock` is the hour of the first.
    """

    clock: str
    sign: int
    points: str
    criterion: str
    text: str
    source: str
    exact: str = ""
    detail: tuple[str, ...] = ()


@dataclass(frozen=True)
class CriterionView:
    """One rule of a dimension: what it earned of what was possible ("24,5", "35"), and its rows, in time.

    `share` (0..1) is earned of possible, for a bar; None where nothing was possible (a penalty, a cap).
    """

    rule: str
    name: str
    earned: str
    possible: str
    share: float | None
    source: str
    rows: tuple[EvidenceRow, ...]


@dataclass(frozen=True)
class DimensionView:
    """A dimension with all its evidence. `sum` is the addition that gives the score: "24,5 + 12 − 10 = 26,5"."""

    criterion: Criterion
    name: str
    value: int
    band: Band
    band_name: str
    sum: str
    criteria: tuple[CriterionView, ...]


@dataclass(frozen=True)
class FactTimeRow:
    """When a fact was verified, published and leaked, as hours to read, empty when it never was, and as minutes.

    `verifiable` is the first minute at which it could have been verified. `sentence` says what that made of it.
    """

    text: str
    verified: str = ""
    published: str = ""
    leaked: str = ""
    verifiable_minute: float | None = None
    verified_minute: float | None = None
    published_minute: float | None = None
    leaked_minute: float | None = None
    sentence: str = ""


@dataclass(frozen=True)
class AlternativeRow:
    """What else could have been decided: `key` is what `Review.ask` takes."""

    key: str
    text: str


@dataclass(frozen=True)
class ChoiceRow:
    """A decision of the play; `place` counts from 0. `words` are the student's own, never graded.

    `returns`: whether one may play on from here (not ranked).
    """

    place: int
    minute: float
    clock: str
    text: str
    words: str = ""
    alternatives: tuple[AlternativeRow, ...] = ()
    returns: bool = True


@dataclass(frozen=True)
class ChecklistRow:
    """A line of the checklist to print; `state` says how this play did on it."""

    text: str
    state: Literal["done", "missed", "untested"]


@dataclass(frozen=True)
class WeightRow:
    """What a criterion counts for: `share` is "35 %"; `changed` says what it usually is, where the scenario differs."""

    name: str
    share: str
    text: str
    changed: str = ""


@dataclass(frozen=True)
class WeightGroup:
    """The weights of a dimension, or of the overall grade."""

    criterion: Criterion
    name: str
    text: str
    rows: tuple[WeightRow, ...]


@dataclass(frozen=True)
class GuideView:
    """*How I am graded*, on one page: what counts, how much, and what does not count."""

    title: str
    lead: str
    groups: tuple[WeightGroup, ...]
    sections: tuple[SectionRow, ...]
    changed: str = ""


@dataclass(frozen=True)
class DebriefView:
    """The hot wash. `rings` is empty for an unscored play (`closing` then says so), overall comes first.

    `closing` says what is particular about the play, `note` how far its figures can be trusted, `standing` how it
    compares with the first and the best play of the same scenario. `questions` are those of the self-debrief, one each
    for `Words.decided`, `why` and `change`.

    `begins` is the date and hour of minute 0: every hour that is shown counts from there.

    `scenario_id` and `seed` are what *play again* starts; "" where the scenario is no longer there. `next_time` says
    what a second play could bring, its challenge first; `challenge` whether the one set before this play was met.
    """

    title: str
    subtitle: str
    rings: tuple[RingRow, ...]
    start: float
    end: float
    curves: tuple[CurveRow, ...]
    decisions: tuple[MarkRow, ...]
    injects: tuple[MarkRow, ...]
    clocks: tuple[MarkRow, ...]
    evidence: tuple[EvidenceRow, ...]
    takeaways: tuple[str, ...]
    facts: tuple[FactTimeRow, ...] = ()
    closing: str = ""
    note: str = ""
    scenario_id: str = ""
    seed: int = 0
    dimensions: tuple[DimensionView, ...] = ()
    choices: tuple[ChoiceRow, ...] = ()
    checklist: tuple[ChecklistRow, ...] = ()
    guide: GuideView | None = None
    questions: tuple[str, ...] = ()
    words: Words = field(default_factory=Words)
    standing: str = ""
    digest: str = ""
    begins: datetime | None = None
    next_time: tuple[str, ...] = ()
    challenge: str = ""
