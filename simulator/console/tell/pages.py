"""Library, briefing and plays of the past, as lines."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.console.tell.spoken import spoken
from simulator.locale import Phrasebook
from simulator.play.presenters.pages import BriefingView, ContinueRow, LibraryRow, PlayRow


def library_line(row: LibraryRow, say: Phrasebook) -> str:
    """A scenario in one line."""
    if row.problem:
        return say("console.scenario_broken", title=row.title, problem=row.problem)
    best = say("console.best", grade=row.best) if row.best else ""
    level = say("console.severity", severity=str(row.severity)) if row.severity else ""
    parts = (spoken(row.subtitle), row.duration, level, best)
    return say(
        "console.scenario", title=row.title, about=", ".join(part for part in parts if part), summary=row.summary
    )


def continue_line(row: ContinueRow, say: Phrasebook) -> str:
    """The play to continue, in one line."""
    return say("console.continue", label=row.label, title=row.title, detail=row.detail)


def briefing_lines(view: BriefingView, say: Phrasebook) -> Iterator[str]:
    """The page before a play."""
    yield say("console.briefing", title=view.title, tags=spoken(", ".join(view.tags)), severity=str(view.severity))
    if view.warning:
        yield view.warning
    yield from view.mission
    yield view.advice
    if view.challenge:
        yield view.challenge
    for row in view.criteria:
        yield say("console.criterion", name=row.name, text=row.text)
    if view.people:
        yield say(
            "console.cell",
            people=say("console.between").join(spoken(f"{person.name}, {person.role}") for person in view.people),
        )
    if view.audience:
        yield say("console.audience", audience=", ".join(f"{row.name} {row.count}" for row in view.audience))
    yield say("console.mode", mode=spoken(view.mode), seed=str(view.seed))


def dossier_lines(view: BriefingView) -> Iterator[str]:
    """What the cell knows of the organisation before it starts."""
    for section in view.dossier:
        yield section.heading
        yield "  " + section.text


def play_line(row: PlayRow, say: Phrasebook) -> str:
    """A play of the past in one line."""
    grade = f"{row.overall} ({row.band_name})" if row.overall else ""
    parts = (row.date, row.seed, grade, row.state, row.mark)
    return say("console.play", title=row.title, about=", ".join(part for part in parts if part))
