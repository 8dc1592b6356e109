"""Words that every page about plays uses: grades, names, times, how a play stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from simulator.classroom.plays.roll import State
from simulator.locale import Phrasebook
from simulator.play.presenters.rings import BAND_CODES, CRITERION_CODES, points
from simulator.scoring import band_of

NOTHING = "–"
SIGNS: dict[State, str] = {
    "verified": "✓",
    "waiting": "…",
    "late": "◷",
    "refused": "✕",
    "playing": "▶",
    "joined": "○",
    "away": "·",
}
"""Beside the word of a state, so that it is told at a glance without its colour."""


@dataclass(frozen=True)
class BarRow:
    """A mark as a bar: `share` is 0..1, `figure` what is read; without a mark, `share` is None."""

    key: str
    name: str
    figure: str
    share: float | None


@dataclass(frozen=True)
class StateRow:
    """How a play stands: the sign, the word, and why where it is not as one would wish."""

    key: State
    sign: str
    text: str
    why: str = ""


def figure(mark: float | None, say: Phrasebook) -> str:
    """A mark of 100, never one of a better band than it has."""
    return NOTHING if mark is None else say.number(points(mark))


def exact(mark: float | None, say: Phrasebook) -> str:
    """A mark with its first decimal."""
    return NOTHING if mark is None else say.number(mark, 1)


def band_name(mark: float | None, say: Phrasebook) -> str:
    """The word of a mark's band."""
    return "" if mark is None else say(BAND_CODES[band_of(mark)])


def bars(
    reactivity: float | None, transparency: float | None, tone: float | None, say: Phrasebook
) -> tuple[BarRow, ...]:
    """The three dimensions."""
    return (
        BarRow("reactivity", say(CRITERION_CODES["reactivity"]), figure(reactivity, say), _share(reactivity)),
        BarRow("transparency", say(CRITERION_CODES["transparency"]), figure(transparency, say), _share(transparency)),
        BarRow("tone", say(CRITERION_CODES["tone"]), figure(tone, say), _share(tone)),
    )


def span(minute: int | None, say: Phrasebook) -> str:
    """A stretch of scenario time: `42 min`, `1 h 05`."""
    if minute is None:
        return NOTHING
    hours, rest = divmod(minute, 60)
    if hours == 0:
        return say("play.span_minutes", minutes=str(rest))
    if rest == 0:
        return say("play.span_hours", hours=str(hours))
    return say("play.span_hours_minutes", hours=str(hours), minutes=f"{rest:02d}")


def together(names: Sequence[str], people: Sequence[str] = (), *, roster: bool = False) -> str:
    """Those who played, by pseudonym, or by the name on the roster where there is one and it is asked for."""
    if not roster:
        return ", ".join(names)
    pairs = zip(names, people, strict=True)
    return ", ".join(f"{person} ({name})" if person else name for name, person in pairs)


def state_row(state: State, say: Phrasebook, why: str = "") -> StateRow:
    """A state in words."""
    return StateRow(state, SIGNS[state], say(f"boards.state_{state}"), why)


def when(moment: datetime, say: Phrasebook, zone: tzinfo) -> str:
    """A moment as it is read in `zone`: `30 nov., 14 h 32`."""
    here = moment.astimezone(zone)
    return say("boards.when", date=say.date(here), clock=say.clock(here))


def _share(mark: float | None) -> float | None:
    return None if mark is None else round(max(0.0, min(mark, 100.0)) / 100, 4)
