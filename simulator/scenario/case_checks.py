"""What the models of a case cannot see alone: whether its parts fit together and its moments can be counted."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from simulator.scenario.case import (
    Case,
    CaseAcknowledgement,
    CaseChannel,
    CaseFact,
    CaseInject,
    CaseMessage,
    CaseQuestion,
    CaseWatch,
    Spokesperson,
)
from simulator.scenario.case_calendar import Calendar, Unplaced, calendar_of, is_start
from simulator.scenario.case_moment import Moment
from simulator.scenario.positions import Path, Places
from simulator.scenario.problem import Problem, hint
from simulator.scenario.survey import Layout
from simulator.scenario.tags import Claim

_KINDS = (
    ("channel", CaseChannel),
    ("spokesperson", Spokesperson),
    ("fact", CaseFact),
    ("question", CaseQuestion),
    ("acknowledgement", CaseAcknowledgement),
    ("inject", CaseInject),
)
_ADVICE = {"S504": hint("first_signal"), "S505": hint("zone"), "S508": hint("ten_years")}


def moments_of(case: Case, places: Places) -> Iterator[tuple[Path, Moment]]:
    """Every moment of `case` with its path, besides that of the first signal."""
    for path, part in Layout(case, places).everything():
        for name in type(part).model_fields:
            value = getattr(part, name)
            if isinstance(value, Moment) and (*path, name) != ("first_signal",):
                yield (*path, name), value


def calendar_in(case: Case, places: Places) -> Calendar:
    """How moments of `case` are counted."""
    return calendar_of(case.first_signal, (moment for _, moment in moments_of(case, places)))


def problems_of_case(case: Case, places: Places) -> Iterator[Problem]:
    """What does not fit together in `case`, whose parts stand at `places`."""
    layout = Layout(case, places)
    for name, model in _KINDS:
        yield from layout.repeated(name, list(layout.values(model, "id")))
    named = [(path, name) for path, name in layout.values(CaseMessage, "id") if name is not None]
    yield from layout.repeated("message", named)
    placed, unplaced = _placed(case, layout)
    yield from unplaced
    if placed.get(("ends",), 1) <= 0:
        yield layout.problem("S115", ("ends",), hint("ends_later"))
    yield from _references(case, layout)
    yield from _repeats(layout, placed)


def _placed(case: Case, layout: Layout) -> tuple[dict[Path, int], list[Problem]]:
    """The minute of every moment that can be counted, and a problem for each that cannot."""
    if case.first_signal is not None and not is_start(case.first_signal):
        return {}, [layout.problem("S504", ("first_signal",), hint("first_signal"))]
    calendar = calendar_in(case, layout.places)
    placed: dict[Path, int] = {}
    problems = []
    for path, moment in moments_of(case, layout.places):
        try:
            placed[path] = calendar.end(moment) if path == ("ends",) else calendar.minute(moment)
        except Unplaced as unplaced:
            problems.append(layout.problem(unplaced.code, path, _ADVICE[unplaced.code]))
    return placed, problems


def _references(case: Case, layout: Layout) -> Iterator[Problem]:
    outcomes = {fact.id: {fact.outcome, *fact.other_outcomes} for fact in case.facts}
    injects = {inject.id for inject in case.injects}
    owed = {one.id for one in case.acknowledgements}
    questions = {one.id for one in case.questions}
    lists: tuple[tuple[str, str, Collection[str]], ...] = (
        ("S204", "discloses", outcomes),
        ("S204", "corrects", outcomes),
        ("S208", "answers", questions),
        ("S208", "evades", questions),
        ("S209", "owns", owed),
        ("S213", "replies_to", injects),
    )
    for path, message in layout.all(CaseMessage):
        for code, key, known in lists:
            yield from layout.unknown_among(code, (*path, key), getattr(message, key), known)
        if case.channels:
            yield from layout.unknown("S203", (*path, "channel"), message.channel, [one.id for one in case.channels])
        if case.spokespeople:
            speakers = [one.id for one in case.spokespeople]
            yield from layout.unknown("S506", (*path, "spokesperson"), message.spokesperson, speakers)
    for path, claim in layout.all(Claim):
        yield from layout.unknown("S204", (*path, "fact"), claim.fact, outcomes)
        if claim.fact in outcomes:
            yield from layout.unknown("S205", (*path, "says"), claim.says, outcomes[claim.fact])
    for path, watch in layout.all(CaseWatch):
        yield from layout.unknown("S213", (*path, "inject"), watch.inject, injects)


def _repeats(layout: Layout, placed: Mapping[Path, int]) -> Iterator[Problem]:
    """A message repeats one that came before it."""
    messages = list(layout.all(CaseMessage))
    said = {message.id: path for path, message in messages if message.id is not None}
    order = {path: (placed[(*path, "at")], path) for path, _ in messages if (*path, "at") in placed}
    for path, message in messages:
        yield from layout.unknown("S507", (*path, "repeats"), message.repeats, said)
        first = said.get(message.repeats) if message.repeats is not None else None
        if first is not None and path in order and first in order and order[first] >= order[path]:
            yield layout.problem("S509", (*path, "repeats"))
