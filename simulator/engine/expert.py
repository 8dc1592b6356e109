"""The exemplary player: what the tags of a scenario recommend, done in time."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.engine.decision import (
    AlertCell,
    ChooseSpokesperson,
    Decision,
    PrepareHolding,
    PublishHolding,
    Respond,
    ReviewPost,
    Verify,
    Watch,
)
from simulator.engine.run import Run
from simulator.engine.worth import Scales
from simulator.scenario.story import Inject

CADENCE = {1: 240, 2: 120, 3: 60}
"""Longest silence that suits a severity, minutes: 2 σ."""
WATCH_AT = 60


class Expert:
    """Alerts, checks, speaks first, keeps promises; acts `late` minutes after it could."""

    def __init__(self, run: Run, late: int = 0) -> None:
        self._late = late
        self._scales = Scales(run)
        scenario = run.scenario
        self._heaviest_first = sorted(scenario.facts, key=lambda fact: -fact.weight)
        speakers = [member for member in scenario.cell if member.spokesperson]
        self._speaker = min(speakers, key=lambda member: abs(member.rank - scenario.severity), default=None)

    def act(self, run: Run) -> None:
        """Take every decision that is due at this minute."""
        if run.finished:
            return
        for decision in self.due(run):
            if run.can_decide(decision):
                run.decide(decision)

    def due(self, run: Run) -> Iterator[Decision]:
        """What it would decide at this minute, the most urgent first; not all of it may be allowed."""
        yield from self._prevention(run)
        if run.minute >= run.scenario.crisis_begins + self._late:
            yield from self._first_words(run)
        yield from self._answers(run)
        yield from self._checks(run)
        if run.minute >= run.scenario.crisis_begins + self._late:
            yield from self._disclosures(run)
            yield from self._keeping_in_touch(run)

    def _prevention(self, run: Run) -> Iterator[Decision]:
        for signal in run.scenario.signals:
            if signal.genuine and run.minute >= signal.at + 3 + self._late and signal.id not in run.state.alerts:
                yield AlertCell(run.minute, signal.id)
        for post in run.scenario.scheduled:
            if post.id not in run.state.reviews and run.minute >= self._late:
                yield ReviewPost(run.minute, post.id, keep=not post.harmful)
        statement = run.scenario.holding
        if statement is not None and run.state.holding is None and run.minute >= 10 + self._late:
            fair = tuple(
                next((w.id for w in block.wordings if w.manner == "fair"), block.wordings[0].id)
                for block in statement.blocks
            )
            promise = min(statement.promise, CADENCE[run.scenario.severity] - 10)
            yield PrepareHolding(run.minute, fair, promise)
        best = self._speaker
        if best is not None and run.minute >= run.scenario.crisis_begins - 5 and run.state.spokesperson != best.id:
            yield ChooseSpokesperson(run.minute, best.id)

    def _first_words(self, run: Run) -> Iterator[Decision]:
        if not run.scenario.paracrisis:
            if run.state.holding is not None and run.state.holding.published is None:
                yield PublishHolding(run.minute)
        elif not run.state.watches:
            for reason in run.scenario.standing.watch_reasons[:1]:
                yield Watch(run.minute, reason.id, WATCH_AT)
        if run.state.alerted is None:
            yield AlertCell(run.minute)
        for response in (*run.scenario.standing.authority, *run.scenario.standing.employees):
            if response.id not in run.state.chosen and self._scales.worth(response) > 0:
                yield Respond(run.minute, response.id)

    def _answers(self, run: Run) -> Iterator[Decision]:
        waiting = []
        for inject in run.scenario.injects:
            state = run.state.injects.get(inject.id)
            if state is not None and state.is_open and run.minute >= state.delivered + self._late:
                waiting.append((-inject.priority, state.deadline or 0, inject))
        for _, _, inject in sorted(waiting, key=lambda entry: entry[:2]):
            yield from self._answer(run, inject)

    def _answer(self, run: Run, inject: Inject) -> Iterator[Decision]:
        options = []
        for place, response in enumerate(inject.responses):
            if run.can_decide(Respond(run.minute, response.id, inject=inject.id)):
                options.append((self._scales.worth(response, inject), -place, response))
        if options:
            value, _, best = max(options, key=lambda option: option[:2])
            if value > 0:
                yield Respond(run.minute, best.id, inject=inject.id)

    def _checks(self, run: Run) -> Iterator[Decision]:
        bench = run.state.benches["verification"]
        if bench.waiting or len(bench.running) >= bench.capacity:
            return
        open_facts = [
            fact
            for fact in self._heaviest_first
            if fact.verification is not None
            and not fact.restricted
            and run.minute >= fact.verification.opens + self._late
            and run.state.facts[fact.id].ordered is None
        ]
        if open_facts:
            yield Verify(run.minute, open_facts[0].id)

    def _disclosures(self, run: Run) -> Iterator[Decision]:
        for fact in self._heaviest_first:
            state = run.state.facts[fact.id]
            if fact.restricted or fact.disclosure is None or state.verified is None or state.disclosed is not None:
                continue
            if run.minute >= state.verified + self._late:
                yield Respond(run.minute, fact.disclosure.id)

    def _keeping_in_touch(self, run: Run) -> Iterator[Decision]:
        """Correct what turned out false, answer what is still asked, and break a silence before it is too long."""
        standing = run.scenario.standing
        for response in standing.corrections:
            unsaid = bool(response.corrects) and run.messages.last_words.keys().isdisjoint(response.corrects)
            if unsaid or response.id in run.state.chosen:
                continue
            decision = Respond(run.minute, response.id)
            if run.can_decide(decision) and self._scales.worth(response) > 0:
                yield decision
        last = max((message.minute for message in run.state.messages if message.is_public), default=0)
        quiet = run.minute - last
        settled = [name for name, inject in run.state.injects.items() if not inject.is_open]
        asked = unanswered(run)
        for response in standing.replies:
            fresh = response.id not in run.state.chosen and not run.messages.is_in_preparation(response.id)
            answers = not asked.isdisjoint(response.answers)
            needed = answers or (response.invitation and quiet >= CADENCE[run.scenario.severity] - 20)
            if fresh and needed and settled and self._scales.worth(response) > 0:
                yield Respond(run.minute, response.id, post=f"inject:{settled[-1]}")
                return


def unanswered(run: Run) -> set[str]:
    """Questions that came with an inject and that no public message has answered."""
    asked = {name for inject in run.scenario.injects if inject.id in run.state.injects for name in inject.asks}
    return asked - {name for message in run.state.messages if message.is_public for name in message.tags.answers}
