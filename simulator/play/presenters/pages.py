"""What the other scenes show: library, briefing, debrief, plays, settings. Same rules as `rows`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from simulator.locale import Language
from simulator.play.presenters.rows import MarkRow, PersonRow, Point

Band = Literal["insufficient", "fair", "good", "excellent"]
Criterion = Literal["overall", "reactivity", "transparency", "tone"]


@dataclass(frozen=True)
class Settings:
    """What the player chose. `text_scale` is in per cent; `tempo` divides the pace: 1 to 10, 0 is untimed."""

    language: Language = "fr"
    reduced_motion: bool = False
    text_scale: int = 100
    tempo: float = 1.0


@dataclass(frozen=True)
class LibraryRow:
    """One scenario. `kind` and `origin` are ids for the filters; `problem` says why it cannot be played."""

    scenario_id: str
    title: str
    subtitle: str
    summary: str
    kind: Literal["ethical_breach", "security_breach", "service_problem", "defamation", ""]
    origin: Literal["internal", "external", ""]
    severity: int
    duration: str
    best: str
    accent: int
    tutorial: bool = False
    problem: str = ""


@dataclass(frozen=True)
class CriterionRow:
    criterion: Criterion
    name: str
    text: str


@dataclass(frozen=True)
class AudienceRow:
    """A segment of the audience; `share` (0..1) of the whole sets the width of its chip."""

    segment_id: str
    name: str
    count: str
    share: float


@dataclass(frozen=True)
class SectionRow:
    heading: str
    text: str


@dataclass(frozen=True)
class BriefingView:
    """The page before a play. `mode` is "Entraînement · pause permise"; `mission` has one entry a paragraph.

    `organisation` is printed bold where the mission names it.
    """

    scenario_id: str
    title: str
    tags: tuple[str, ...]
    severity: int
    accent: int
    organisation: str
    mission: tuple[str, ...]
    advice: str
    criteria: tuple[CriterionRow, ...]
    warning: str
    people: tuple[PersonRow, ...]
    audience: tuple[AudienceRow, ...]
    seed: int
    mode: str
    dossier: tuple[SectionRow, ...] = ()


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
    """A curve of outrage: the play itself, or what would have been; `low` and `high` bound an estimate."""

    name: str
    kind: Literal["play", "silence", "expert", "what_if"]
    points: tuple[Point, ...]
    low: tuple[Point, ...] = ()
    high: tuple[Point, ...] = ()


@dataclass(frozen=True)
class EvidenceRow:
    """What won or lost points: `points` is "+8", `sign` -1, 0 or 1, `source` the rule or the paper."""

    clock: str
    sign: int
    points: str
    criterion: str
    text: str
    source: str


@dataclass(frozen=True)
class FactTimeRow:
    """When a fact was verified, published and leaked, as hours to read, empty when it never was."""

    text: str
    verified: str = ""
    published: str = ""
    leaked: str = ""


@dataclass(frozen=True)
class DebriefView:
    """The hot wash. `rings` is empty for an unscored play (`closing` then says so), overall comes first.

    `closing` says what is particular about the play, `note` how far its figures can be trusted.

    `scenario_id` and `seed` are what *play again* starts; "" where the scenario is no longer there.
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


@dataclass(frozen=True)
class PlayRow:
    """A play of the past; `overall` is "" when it is unscored or was abandoned (`state` then says so)."""

    play_id: str
    title: str
    date: str
    seed: str
    state: str
    overall: str = ""
    band: Band | None = None
    band_name: str = ""
    accent: int = 0
