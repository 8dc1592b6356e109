"""What the other scenes show: library, briefing, debrief, plays, settings. Same rules as `rows`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from simulator.locale import Language
from simulator.play.presenters.cell_rows import PersonRow

Band = Literal["insufficient", "fair", "good", "excellent"]
Criterion = Literal["overall", "reactivity", "transparency", "tone"]


ThemeName = Literal["dark", "light"]


@dataclass(frozen=True)
class Settings:
    """What the player chose. `text_scale` is in per cent; `tempo` divides the pace: 1 to 10, 0 is untimed.

    `sound` is the volume, 0 (off) to 100; `speech` has what happens read aloud where the system offers a voice; `keys`
    are the (action, key) that differ from those of `play.keys`.
    In practice, a play may start with its clock stopped (`start_paused`) and stop at each event (`stop_at_events`).
    """

    language: Language = "fr"
    reduced_motion: bool = False
    text_scale: int = 100
    tempo: float = 1.0
    theme: ThemeName = "dark"
    sound: int = 50
    speech: bool = False
    keys: tuple[tuple[str, str], ...] = ()
    start_paused: bool = False
    stop_at_events: bool = False


@dataclass(frozen=True)
class LibraryRow:
    """One scenario. `kind` and `origin` are ids for the filters; `problem` says why it cannot be played.

    `minutes` is how long a play takes, `grade` the best one so far; `warning` says what may hurt in it.
    `art` is the drawing of its emblem, None where it has none.
    """

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
    minutes: int = 0
    grade: float | None = None
    played: bool = False
    warning: str = ""
    art: Path | None = None


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

    `organisation` is printed bold where the mission names it; `challenge` is what the last play left to do.
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
    art: Path | None = None
    challenge: str = ""


@dataclass(frozen=True)
class PlayRow:
    """A play of the past; `overall` is "" when it is unscored or was abandoned (`state` then says so).

    `mark` says that it is the first or the best of its scenario, "" where it is neither. `is_unfinished`: it was
    interrupted, and is resumed instead of looked back on. `grade` is `overall` as a figure, `ranked` whether it counts
    among the first and best; a `problem` keeps it from being looked at.
    """

    play_id: str
    title: str
    date: str
    seed: str
    state: str
    overall: str = ""
    band: Band | None = None
    band_name: str = ""
    accent: int = 0
    mark: str = ""
    is_unfinished: bool = False
    scenario_id: str = ""
    grade: float | None = None
    ranked: bool = False
    problem: bool = False


@dataclass(frozen=True)
class ContinueRow:
    """The play interrupted last. `label` is "Reprendre · mar. 14 h 51", `detail` what it holds and since when."""

    play_id: str
    heading: str
    title: str
    label: str
    detail: str
    accent: int
