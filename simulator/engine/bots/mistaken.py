"""Players with a strategy that is taught as a mistake: wait for the best moment, tell all at once, say nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from simulator.engine.bots.player import Player, allowed_responses, decide_if_allowed, open_injects, speak_first
from simulator.engine.decision import Decision, PublishHolding, Respond
from simulator.engine.expert import CADENCE, Expert
from simulator.engine.run import Run
from simulator.scenario.story import HoldingBlock, Wording
from simulator.scenario.tags import Tags


class Patient(Expert):
    """Alerts, checks and notifies in time, but says nothing in public until all that can be verified is."""

    def due(self, run: Run) -> Iterator[Decision]:
        """What the expert would decide, without what is public as long as something is left to verify."""
        awaited = [fact.id for fact in run.scenario.facts if fact.verification is not None and not fact.restricted]
        ready = all(run.state.facts[name].verified is not None for name in awaited)
        for decision in super().due(run):
            if ready or not is_public(decision, run):
                yield decision


def is_public(decision: Decision, run: Run) -> bool:
    """Whether `decision` makes something public."""
    if isinstance(decision, Respond):
        response = run.offers[decision.response].response
        return response.channel is not None and response.recipient in ("person", "public", "media")
    return isinstance(decision, PublishHolding)


def waits(run: Run) -> Player:
    """Waits for the best moment, then says it all, and well."""
    return Patient(run).act


def tells_all(_: Run) -> Player:
    """Tells all that might be true as soon as the crisis is there, checks nothing, then falls silent."""

    def act(run: Run) -> None:
        since = run.scenario.crisis_begins
        if run.minute > since + CADENCE[run.scenario.severity]:
            return
        speak_first(run, boldest)
        if run.minute >= since:
            for inject in open_injects(run):
                bold = max(allowed_responses(run, inject), key=boldness, default=None)
                if bold is not None and boldness(bold)[0]:
                    decide_if_allowed(run, Respond(run.minute, bold.id, inject=inject.id))

    return act


def boldness(tags: Tags) -> tuple[int, int]:
    """How much is asserted, then how much is conceded."""
    return len(tags.claims) + len(tags.discloses), tags.stance or 0


def boldest(blocks: Sequence[HoldingBlock]) -> Iterator[Wording]:
    """The wording of each block that asserts most without going against what an earlier one asserts."""
    said: dict[str, str] = {}
    for block in blocks:
        fitting = [one for one in block.wordings if all(said.get(two.fact, two.says) == two.says for two in one.claims)]
        if fitting:
            bold = max(fitting, key=lambda one: (boldness(one)[0], one.manner == "over_asserts", one.stance or 0))
            said |= {claim.fact: claim.says for claim in bold.claims}
            yield bold


def empty_holding(_: Run) -> Player:
    """A holding statement of wordings that say nothing, and not a word more."""
    return lambda run: speak_first(run, emptiest)


def emptiest(blocks: Sequence[HoldingBlock]) -> Iterator[Wording]:
    """The most defensive wording of each block that neither informs nor asserts anything, where there is one."""
    for block in blocks:
        empty = [one for one in block.wordings if not (one.holding or one.claims or one.owns or one.answers)]
        if empty:
            yield min(empty, key=lambda one: 9 if one.stance is None else one.stance)
