"""Everything that may be decided at this minute."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.engine.decision import (
    AlertCell,
    ChooseSpokesperson,
    Decision,
    Listen,
    PrepareHolding,
    PublishHolding,
    Respond,
    ReviewPost,
    Verify,
    Watch,
)
from simulator.engine.run import Run
from simulator.scenario.story import HoldingStatement

WATCH_THRESHOLDS = (40, 60, 80)
PROMISES = (30, 60, 120)


def available(run: Run) -> list[Decision]:
    """Every allowed decision, in the scenario's order; thresholds, promises and replied posts are sampled.

    What only changes the order of a line is left out: bots that take any of these played before lines could be changed.
    """
    return [decision for decision in _thinkable(run) if run.can_decide(decision)]


def _thinkable(run: Run) -> Iterator[Decision]:
    minute, scenario = run.minute, run.scenario
    for offer in run.offers.values():
        if offer.origin == "inject":
            if offer.subject in run.state.injects:
                yield Respond(minute, offer.response.id, inject=offer.subject)
        elif offer.origin == "reply":
            for seen in run.feed.posts[-1:]:
                yield Respond(minute, offer.response.id, post=seen.id)
        else:
            yield Respond(minute, offer.response.id)
    for topic in scenario.listening:
        yield Listen(minute, topic.id)
    for fact in scenario.facts:
        yield Verify(minute, fact.id)
    if scenario.holding is not None:
        for promise in PROMISES:
            wordings = _some_wordings(scenario.holding, minute * 7 + promise)
            for publish in (False, True):
                yield PrepareHolding(minute, wordings, promise, publish)
        yield PublishHolding(minute)
    for post in scenario.scheduled:
        yield ReviewPost(minute, post.id, keep=True)
        yield ReviewPost(minute, post.id, keep=False)
    for signal in (None, *(signal.id for signal in scenario.signals)):
        yield AlertCell(minute, signal)
    for member in scenario.cell:
        yield ChooseSpokesperson(minute, member.id)
    asked = [name for name, inject in run.state.injects.items() if inject.is_open]
    for reason in scenario.standing.watch_reasons:
        for threshold in WATCH_THRESHOLDS:
            for subject in (None, *asked):
                yield Watch(minute, reason.id, threshold, inject=subject)


def _some_wordings(statement: HoldingStatement, number: int) -> tuple[str, ...]:
    """One wording a block, as counting them all through, the last block's fastest, reaches at `number`."""
    chosen = []
    for block in reversed(statement.blocks):
        number, place = divmod(number, len(block.wordings))
        chosen.append(block.wordings[place].id)
    return tuple(reversed(chosen))
