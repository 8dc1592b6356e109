"""The organisation's messages on their way: written, read by legal, published, believed or disproved."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from simulator.engine import actions
from simulator.engine.clock import Priority
from simulator.engine.composing import composed, wordings_of
from simulator.engine.decision import Respond
from simulator.engine.events import ClaimDisproved, FactDisclosed, HoldingReady, MessagePublished, PromiseDue, Work
from simulator.engine.message import PublishedMessage, belies
from simulator.engine.post import Post
from simulator.engine.publishing import Draft, draft_of, published
from simulator.scenario.response import Response

if TYPE_CHECKING:
    from simulator.engine.run import Run

REMINDER_MINUTES = 10
"""How long before its hour a promised update that has not come is called to mind (design)."""


class Messages:
    """What was chosen, numbered in order, until it is out; and what comes of it then."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._chosen: dict[int, Respond] = {}
        self._numbered = 0
        self._disproved: set[tuple[str, int]] = set()
        self.last_words: dict[str, str] = {}
        """The outcome that the last message to assert anything of a fact, other than as a precaution, gave it."""

    @property
    def in_preparation(self) -> frozenset[str]:
        """Ids of the responses that are chosen but not published."""
        return frozenset(decision.response for decision in self._chosen.values())

    def is_in_preparation(self, response: str) -> bool:
        """Whether the response of this id is chosen but not published."""
        return any(decision.response == response for decision in self._chosen.values())

    def choose(self, decision: Respond) -> None:
        """Have a response prepared; it leaves when it is written and, if it must be, read."""
        response = self._run.offers[decision.response].response
        if decision.inject is not None:
            self._run.state.injects[decision.inject].response = response.id
        self._numbered += 1
        self._chosen[self._numbered] = decision
        if response.preparation:
            self._run.cell.ask("writing", f"message:{self._numbered}", response.preparation)
        else:
            self.worked_on(self._numbered, "writing")

    def chosen(self, number: int) -> Respond:
        """The decision to publish the message `number`, which is not out yet."""
        return self._chosen[number]

    def take_back(self, number: int) -> Respond:
        """Forget the message `number`, which waited; what it would have answered awaits an answer again."""
        decision = self._chosen.pop(number)
        if decision.inject is not None:
            self._run.state.injects[decision.inject].response = None
        return decision

    def worked_on(self, number: int, work: Work) -> None:
        """A message was written or read: on to the next pair of eyes, or out."""
        decision = self._chosen[number]
        response = self._run.offers[decision.response].response
        if response.approval == "legal" and work == "writing":
            self._run.cell.ask("legal", f"message:{number}", self._reading_minutes())
            return
        del self._chosen[number]
        self._run.state.chosen.add(response.id)
        self._do(response, decision.inject)
        if response.channel is not None:
            self._publish(draft_of(response, response.channel, decision))

    def _reading_minutes(self) -> int:
        return min((member.reading for member in self._run.scenario.cell if member.does == "legal"), default=0)

    def holding_written(self) -> None:
        """The holding statement is ready; it leaves at once if that was the order."""
        holding = self._run.state.holding
        assert holding is not None  # only an order puts it on the bench
        holding.ready = self._run.minute
        self._run.log(HoldingReady(self._run.minute, holding.wordings))
        if holding.publish_when_ready:
            self.publish_holding()

    def publish_holding(self) -> None:
        """Publish the holding statement that is ready."""
        holding, statement = self._run.state.holding, self._run.scenario.holding
        assert holding is not None and statement is not None  # the rules have seen to it
        holding.published = self._run.minute
        tags = composed(wordings_of(statement, holding.wordings), holding.promise)
        self._publish(Draft(self._run.minute, holding.wordings, tags, statement.channel, "public", holding=True))

    def disprove(self, fact_id: str) -> None:
        """What was asserted of a fact that everybody now knows may turn out false."""
        run = self._run
        outcome = run.state.facts[fact_id].outcome
        for message in run.state.messages:
            if message.belies(fact_id, outcome) and (fact_id, message.serial) not in self._disproved:
                self._disproved.add((fact_id, message.serial))
                run.log(ClaimDisproved(run.minute, fact_id, message.serial))
                run.storm.disprove(run.minute)

    def _do(self, response: Response, inject_id: str | None) -> None:
        run = self._run
        for fact_id in response.verifies:
            run.cell.verify(fact_id)
        if response.alerts and "" not in run.state.alerts:
            actions.alert(run, None)
        if response.deletes in ("criticism", "own_error") and response.channel is None:
            run.storm.suppress(run.minute)
        if inject_id is not None:
            for action in sorted(response.actions - ({"watch"} if response.watch else set())):
                said = "evade" if action == "reply" and self._dodges(response) else action
                actions.meet(run, inject_id, said, response.id)
        if response.watch is not None:
            actions.watch(run, inject_id, response.watch.reason, response.watch.threshold)

    def _dodges(self, response: Response) -> bool:
        """Whether it evades what was asked, or says what is false: then it is no reply."""
        facts = self._run.state.facts
        return bool(response.evades) or any(belies(response, name, fact.outcome) for name, fact in facts.items())

    def _remind(self, message: PublishedMessage) -> None:
        """A promise comes due and nothing new was said since it was made."""
        run, due = self._run, message.promised
        since = [later for later in run.state.messages if later.is_public and later.minute > message.minute]
        if due is not None and not any(later.tags.update == "new" and not later.repeat for later in since):
            run.log(PromiseDue(run.minute, message.serial, due))

    def _publish(self, draft: Draft) -> None:
        run = self._run
        message = published(draft, run.scenario, run.state)
        run.state.messages.append(message)
        self.last_words |= {claim.fact: claim.says for claim in message.tags.claims if not claim.precaution}
        run.log(MessagePublished(run.minute, message))
        if message.recipient != "authority":
            source = str(message.serial)
            run.feed.show(Post(f"own:{source}", run.minute, "own", message.channel, "public", source=source))
        run.storm.publish(message, run.state, run.facts)
        if message.is_public:
            for fact_id in message.tags.discloses:
                self._disclose(fact_id, message)
        for claim in message.tags.claims:
            if run.state.facts[claim.fact].is_known:
                self.disprove(claim.fact)
        if message.is_public and message.promised is not None:
            early = max(message.promised - REMINDER_MINUTES, run.minute + 1)
            run.clock.at(early, Priority.DEADLINE, partial(self._remind, message))
        self._answer(message)

    def _answer(self, message: PublishedMessage) -> None:
        """A standing reply under an inject's own post is the reply that it awaits, unless it was pasted before.

        Of a troll nothing but silence is awaited.
        """
        run = self._run
        kind, _, inject_id = (message.post or "").partition(":")
        if kind != "inject" or message.repeat:
            return
        asked, state = run.injects[inject_id], run.state.injects[inject_id]
        if state.is_open and asked.expected == "reply" and asked.sender not in run.trolls:
            state.response = message.signature[0]
            actions.meet(run, inject_id, "reply", state.response)

    def _disclose(self, fact_id: str, message: PublishedMessage) -> None:
        """A fact becomes public, unless the message that should tell it says what is false."""
        run = self._run
        fact = run.state.facts[fact_id]
        if fact.disclosed is None and not message.belies(fact_id, fact.outcome):
            fact.disclosed = message.minute
            run.log(FactDisclosed(message.minute, fact_id, message.serial))
            run.storm.learn(message.minute, leaked=False, withheld=False)
            self.disprove(fact_id)
