"""The organisation's messages on their way: written, read by legal, published, believed or disproved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import actions, benches
from simulator.engine.composing import composed, wordings_of
from simulator.engine.decision import Respond
from simulator.engine.events import ClaimDisproved, FactDisclosed, HoldingReady, MessagePublished, Work
from simulator.engine.message import PublishedMessage
from simulator.engine.publishing import Draft, draft_of, published
from simulator.engine.state import Task
from simulator.scenario.response import Response

if TYPE_CHECKING:
    from simulator.engine.run import Run


class Messages:
    """Every draft of a run by number, until it is out."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._drafts: dict[int, Draft] = {}
        self._numbered = 0
        self._disproved: set[tuple[str, int]] = set()

    @property
    def in_preparation(self) -> frozenset[str]:
        """Ids of the responses that are chosen but not published."""
        return frozenset(draft.signature[0] for draft in self._drafts.values())

    def draft(self, number: int) -> Draft:
        """The draft behind the task `message:number`."""
        return self._drafts[number]

    def choose(self, decision: Respond) -> None:
        """Have a response prepared; it leaves when it is written and, if it must be, read."""
        response = self._run.offers[decision.response].response
        if decision.inject is not None:
            self._run.state.injects[decision.inject].response = response.id
        self._numbered += 1
        self._drafts[self._numbered] = draft_of(response, self._run.minute, decision.inject, decision.post)
        task = Task("writing", f"message:{self._numbered}", response.preparation)
        if response.preparation:
            benches.order(self._run.state.benches["writing"], task)
        else:
            self.worked_on(self._numbered, "writing")

    def worked_on(self, number: int, work: Work) -> None:
        """A draft was written or read: on to the next pair of eyes, or out."""
        draft = self._drafts[number]
        response = draft.response
        if response is not None and response.approval == "legal" and work == "writing":
            task = Task("legal", f"message:{number}", self._reading_minutes())
            benches.order(self._run.state.benches["legal"], task)
            return
        del self._drafts[number]
        if response is not None:
            self._run.state.chosen.add(response.id)
            self._do(response, draft)
        if draft.channel is not None:
            self._publish(draft, draft.channel)

    def _reading_minutes(self) -> int:
        return min((member.reading for member in self._run.scenario.cell if member.does == "legal"), default=0)

    def holding_written(self) -> None:
        """The holding statement is ready; it leaves at once if that was the order and the crisis has begun."""
        holding = self._run.state.holding
        assert holding is not None  # only an order puts it on the bench
        holding.ready = self._run.minute
        self._run.log(HoldingReady(self._run.minute, holding.wordings))
        if holding.publish_when_ready and self._run.minute >= self._run.scenario.crisis_begins:
            self.publish_holding()

    def publish_holding(self) -> None:
        """Publish the holding statement that is ready."""
        holding, statement = self._run.state.holding, self._run.scenario.holding
        assert holding is not None and statement is not None  # the rules have seen to it
        holding.published = self._run.minute
        tags = composed(wordings_of(statement, holding.wordings), holding.promise)
        draft = Draft(self._run.minute, holding.wordings, tags, statement.channel, "public")
        self._publish(draft, statement.channel)

    def disprove(self, fact_id: str) -> None:
        """What was asserted of a fact that everybody now knows may turn out false."""
        run = self._run
        outcome = run.state.facts[fact_id].outcome
        for message in run.state.messages:
            said = any(
                claim.fact == fact_id and claim.says != outcome and not claim.precaution
                for claim in message.tags.claims
            )
            if said and (fact_id, message.serial) not in self._disproved:
                self._disproved.add((fact_id, message.serial))
                run.log(ClaimDisproved(run.minute, fact_id, message.serial))
                run.storm.disprove(run.minute)

    def _do(self, response: Response, draft: Draft) -> None:
        run = self._run
        for fact_id in response.verifies:
            run.order_verification(fact_id)
        if response.alerts and "" not in run.state.alerts:
            actions.alert(run, None)
        if draft.inject is not None:
            for action in sorted(response.actions - ({"watch"} if response.watch else set())):
                actions.meet(run, draft.inject, action, response.id)
        if response.watch is not None:
            actions.watch(run, draft.inject, response.watch.reason, response.watch.threshold)

    def _publish(self, draft: Draft, channel: str) -> None:
        run = self._run
        message = published(draft, channel, run.scenario, run.state)
        run.state.messages.append(message)
        run.log(MessagePublished(run.minute, message))
        if message.recipient != "authority":
            run.feed.show(run.minute, f"own:{message.serial}", "own", channel, "public", str(message.serial), "")
        run.storm.publish(message, run.state, run.facts)
        if message.is_public:
            for fact_id in message.tags.discloses:
                self._disclose(fact_id, message)

    def _disclose(self, fact_id: str, message: PublishedMessage) -> None:
        run = self._run
        fact = run.state.facts[fact_id]
        if fact.disclosed is None:
            fact.disclosed = message.minute
            run.log(FactDisclosed(message.minute, fact_id, message.serial))
            run.storm.learn(message.minute, leaked=False, withheld=False)
            self.disprove(fact_id)
