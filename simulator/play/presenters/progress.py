"""The way from the first play of a scenario to the last, and which plays are listed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.locale import Phrasebook
from simulator.play.presenters.pages import PlayRow


@dataclass(frozen=True)
class ProgressRow:
    """The ranked plays of a scenario. `grades` are 0..100, the earliest first; `sentence` says what became of them."""

    scenario_id: str
    title: str
    accent: int
    grades: tuple[float, ...]
    sentence: str


def progress(rows: Sequence[PlayRow], phrases: Phrasebook) -> tuple[ProgressRow, ...]:
    """One row for each scenario with a ranked play, that played last first; `rows` are the latest first."""
    ranked: dict[str, list[PlayRow]] = {}
    for row in rows:
        if row.ranked and row.grade is not None:
            ranked.setdefault(row.scenario_id, []).insert(0, row)
    return tuple(_row(plays, phrases) for plays in ranked.values())


def listed(rows: Sequence[PlayRow], scenario_id: str = "", best_first: bool = False) -> tuple[PlayRow, ...]:
    """The plays of one scenario ("" is all of them), as they come or by grade; those without a grade stand last."""
    found = [row for row in rows if not scenario_id or row.scenario_id == scenario_id]
    if best_first:
        found.sort(key=lambda row: -1.0 if row.grade is None else row.grade, reverse=True)
    return tuple(found)


def _row(plays: Sequence[PlayRow], phrases: Phrasebook) -> ProgressRow:
    grades = tuple(row.grade for row in plays if row.grade is not None)
    first, best, last = (phrases.number(value) for value in (grades[0], max(grades), grades[-1]))
    if len(grades) == 1:
        sentence = phrases("desk.progress_one", best=best)
    else:
        sentence = phrases("desk.progress", count=len(grades), first=first, best=best, last=last)
    latest = plays[-1]
    return ProgressRow(latest.scenario_id, latest.title, latest.accent, grades, sentence)
