"""S202 and the like in a playthrough: what its decisions name is in the scenario that it plays."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from simulator.scenario.model import Scenario
from simulator.scenario.playthrough import LoadedPlaythrough, PlayedDecision
from simulator.scenario.problem import Problem
from simulator.scenario.response import Response
from simulator.scenario.shape import parts
from simulator.scenario.story import Inject, ScheduledPost, Signal, Topic, WatchReason, Wording
from simulator.scenario.survey import Layout

_INJECT_POST = "inject:"
"""So begins the id of the post in which an inject stands in the feed."""


def unknown_ids(loaded: LoadedPlaythrough, scenario: Scenario) -> Iterator[Problem]:
    """A problem at every id in the decisions that `scenario` does not have, with the nearest that it has."""
    layout = Layout(loaded.playthrough, loaded.places)
    ids = _ids(scenario)
    known = {
        "response": ("S210", ids[Response]),
        "inject": ("S213", ids[Inject]),
        "topic": ("S212", ids[Topic] | {""}),
        "fact": ("S204", {fact.id for fact in scenario.facts}),
        "signal": ("S216", ids[Signal]),
        "member": ("S207", {member.id for member in scenario.cell}),
        "reason": ("S211", ids[WatchReason]),
        "about": ("S210", ids[Response] | {fact.id for fact in scenario.facts}),
    }
    wordings, scheduled = ids[Wording], ids[ScheduledPost]
    for path, decision in layout.all(PlayedDecision):
        for key, (code, those) in known.items():
            yield from layout.unknown(code, (*path, key), getattr(decision, key), those)
        yield from layout.unknown_among("S214", (*path, "wordings"), decision.wordings or (), wordings)
        if decision.do == "review_post":
            yield from layout.unknown("S215", (*path, "post"), decision.post, scheduled)
        elif decision.post is not None and decision.post.startswith(_INJECT_POST):
            name = decision.post.removeprefix(_INJECT_POST)
            yield from layout.unknown("S213", (*path, "post"), name, ids[Inject])


def _ids(scenario: Scenario) -> Mapping[type[BaseModel], set[str]]:
    """The ids of every part of the scenario that has one, by its model."""
    ids: defaultdict[type[BaseModel], set[str]] = defaultdict(set)
    for _, part in parts(scenario):
        if hasattr(part, "id"):
            ids[type(part)].add(part.id)
    return ids
