"""A scenario before it is played: its card in the library and its briefing."""

from __future__ import annotations

from typing import Literal

from simulator.locale import Phrasebook
from simulator.play.presenters.audience import people_by_segment, segment_name
from simulator.play.presenters.cell_rows import PersonRow
from simulator.play.presenters.pages import (
    AudienceRow,
    BriefingView,
    Criterion,
    CriterionRow,
    LibraryRow,
    SectionRow,
    Settings,
)
from simulator.play.presenters.people import initials
from simulator.play.presenters.rings import points
from simulator.play.presenters.tempo import slower
from simulator.play.presenters.times import Times
from simulator.scenario.model import Scenario
from simulator.scenario.story import CellMember

Kind = Literal["ethical_breach", "security_breach", "service_problem", "defamation"]

_KINDS: dict[Kind, tuple[str, int]] = {
    "service_problem": ("play.kind_service_problem", 1),
    "security_breach": ("play.kind_security_breach", 2),
    "ethical_breach": ("play.kind_ethical_breach", 3),
    "defamation": ("play.kind_defamation", 4),
}
"""Name and accent of each type of crisis; the tutorial has accent 0, a broken scenario 5."""
_BROKEN_ACCENT = 5
_ORIGINS: dict[Literal["internal", "external"], str] = {
    "internal": "play.origin_internal",
    "external": "play.origin_external",
}
_CRITERIA: dict[Criterion, tuple[str, str]] = {
    "reactivity": ("play.criterion_reactivity", "play.criterion_reactivity_text"),
    "transparency": ("play.criterion_transparency", "play.criterion_transparency_text"),
    "tone": ("play.criterion_tone", "play.criterion_tone_text"),
}
_WORK: dict[str, str] = {
    "writing": "play.member_writes",
    "verification": "play.member_verifies",
    "legal": "play.member_reads",
}


def library_row(scenario: Scenario, phrases: Phrasebook, best: float | None = None, played: bool = False) -> LibraryRow:
    """The card of a scenario told in the reader's language; `best` is the best grade so far, None if there is none."""
    return LibraryRow(
        scenario_id=scenario.id,
        title=scenario.title,
        subtitle=phrases("play.tutorial") if scenario.tutorial else _type(scenario, phrases),
        summary=scenario.summary,
        kind=scenario.type,
        origin=scenario.origin,
        severity=scenario.severity,
        duration=phrases("play.span_minutes", minutes=str(scenario.minutes_of_play)),
        best="" if best is None else phrases.number(points(best)),
        accent=accent(scenario),
        tutorial=scenario.tutorial,
        minutes=scenario.minutes_of_play,
        grade=best,
        played=played,
        warning=scenario.briefing.content_warning or "",
    )


def broken_row(scenario_id: str, problem: str, phrases: Phrasebook) -> LibraryRow:
    """The card of a scenario that cannot be played, with the sentence of why."""
    return LibraryRow(
        scenario_id=scenario_id,
        title=scenario_id,
        subtitle=phrases("play.broken"),
        summary="",
        kind="",
        origin="",
        severity=0,
        duration="",
        best="",
        accent=_BROKEN_ACCENT,
        problem=problem,
    )


def accent(scenario: Scenario) -> int:
    """The number of a scenario's colour: one for each type of crisis, and one for the tutorial."""
    return 0 if scenario.tutorial else _KINDS[scenario.type][1]


def briefing(scenario: Scenario, seed: int, phrases: Phrasebook, mode: str = "") -> BriefingView:
    """The page before a play; `mode` is a sentence, practice with pauses unless told otherwise."""
    minutes = phrases("play.span_minutes", minutes=str(scenario.minutes_of_play))
    return BriefingView(
        scenario_id=scenario.id,
        title=scenario.title,
        tags=(phrases("play.tutorial") if scenario.tutorial else _type(scenario, phrases), minutes),
        severity=scenario.severity,
        accent=accent(scenario),
        organisation=scenario.organisation.name,
        mission=tuple(part.strip() for part in scenario.briefing.mission.split("\n") if part.strip()),
        advice=scenario.briefing.advice,
        criteria=_criteria(phrases) if scenario.scored else (),
        warning=scenario.briefing.content_warning or "",
        people=tuple(_person(scenario, member, phrases) for member in scenario.cell),
        audience=_audience(scenario, phrases),
        seed=seed,
        mode=mode or phrases("play.mode_practice"),
        dossier=(
            SectionRow(scenario.organisation.name, scenario.organisation.description),
            *(SectionRow(page.title, page.text) for page in scenario.organisation.dossier),
        ),
    )


def _criteria(phrases: Phrasebook) -> tuple[CriterionRow, ...]:
    return tuple(CriterionRow(name, phrases(title), phrases(text)) for name, (title, text) in _CRITERIA.items())


def practice_mode(settings: Settings, phrases: Phrasebook) -> str:
    """How the next play goes: « Entraînement · pause permise · départ en pause »."""
    said = [phrases("play.mode_practice")]
    if settings.tempo == 0:
        said.append(phrases("play.mode_untimed"))
    elif settings.tempo != 1:
        said.append(slower(settings.tempo, phrases))
    if settings.start_paused:
        said.append(phrases("play.mode_start_paused"))
    if settings.stop_at_events:
        said.append(phrases("play.mode_stop_at_events"))
    return " · ".join(said)


def _type(scenario: Scenario, phrases: Phrasebook) -> str:
    return f"{phrases(_KINDS[scenario.type][0])} · {phrases(_ORIGINS[scenario.origin])}"


def _person(scenario: Scenario, member: CellMember, phrases: Phrasebook) -> PersonRow:
    return PersonRow(
        persona_id=member.id,
        name=member.name,
        initials=initials(member.name),
        role=" · ".join([member.role, *_abilities(scenario, member, phrases)]),
        colour_key=member.id,
    )


def _abilities(scenario: Scenario, member: CellMember, phrases: Phrasebook) -> list[str]:
    """What can be asked of them, with the time it takes."""
    times = Times(scenario.start, phrases)
    spans = [
        fact.verification.minutes for fact in scenario.facts if fact.verification and fact.verification.by == member.id
    ]
    said = []
    if member.does in _WORK:
        shortest = {"verification": min(spans, default=0), "legal": member.reading}.get(member.does, 0)
        code = "play.member_verifies_soon" if member.does == "verification" and not spans else _WORK[member.does]
        said.append(phrases(code, time=times.span(shortest)))
    if member.spokesperson:
        said.append(phrases("play.member_speaks"))
    return said


def _audience(scenario: Scenario, phrases: Phrasebook) -> tuple[AudienceRow, ...]:
    people = people_by_segment(scenario.audience)
    counted = sorted(
        ((segment, count) for segment, count in people.items() if count and segment != "bots"),
        key=lambda entry: -entry[1],
    )
    total = sum(count for _, count in counted)
    return tuple(
        AudienceRow(segment, segment_name(segment, scenario.audience, phrases), phrases.number(count), count / total)
        for segment, count in counted
    )
