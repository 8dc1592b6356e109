"""What can ever happen in a scenario, and from which minute on: injects, responses, facts, conditions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from simulator.scenario.condition import Condition, FactTest
from simulator.scenario.contradiction import contradicts
from simulator.scenario.facts import Fact
from simulator.scenario.model import Scenario
from simulator.scenario.response import Response

Earliest = dict[str, int]
"""Ids with the first minute at which each may happen; what never can is absent."""


@dataclass(frozen=True)
class Reachability:
    """The first minutes, in scenario minutes, of what a run of the scenario may hold.

    It asks what the author's conditions allow, not how a storm goes: any outrage that exists is taken to be possible
    from the outbreak on. `published` of a fact is by the organisation, `known` by anybody.
    """

    injects: Earliest = field(default_factory=dict)
    responses: Earliest = field(default_factory=dict)
    verified: Earliest = field(default_factory=dict)
    published: Earliest = field(default_factory=dict)
    leaked: Earliest = field(default_factory=dict)

    def known(self, fact: str) -> int | None:
        """The first minute at which the public may know `fact`."""
        return min((found[fact] for found in (self.published, self.leaked) if fact in found), default=None)

    def of(self, condition: Condition, scenario: Scenario) -> int | None:
        """The first minute at which `condition` may hold; None: never."""
        return _Search(scenario, self).condition(condition)


def reachability(scenario: Scenario) -> Reachability:
    """What may happen in `scenario`: the least fixed point, since one thing makes another possible."""
    search = _Search(scenario, Reachability())
    while search.widen():
        pass
    return search.found


class _Search:
    def __init__(self, scenario: Scenario, found: Reachability) -> None:
        self.found = found
        self._scenario = scenario
        self._injects = {inject.id: inject for inject in scenario.injects}
        self._asked_by = {response.id: inject.id for inject in scenario.injects for response in inject.responses}

    def widen(self) -> bool:
        """Add what has become possible, or possible sooner; False once nothing has."""
        scenario, found = self._scenario, self.found
        news = [self._put(found.injects, name, minute) for name, minute in self._deliveries()]
        news += [self._put(found.responses, response.id, minute) for response, minute in self._choices()]
        for fact in scenario.facts:
            news.append(self._put(found.verified, fact.id, _verified(fact)))
            for leak in fact.leaks:
                news.append(self._put(found.leaked, fact.id, leak.between[0] if leak.chance else None))
        for inject in scenario.injects:
            for name in inject.reveals:
                news.append(self._put(found.leaked, name, found.injects.get(inject.id)))
        for response, minute in self._choices():
            if response.channel is not None and response.recipient in ("person", "public", "media"):
                ready = None if minute is None else minute + out_after(response, scenario)
                news += [self._put(found.published, name, ready) for name in response.discloses]
        return any(news)

    def _put(self, kind: Earliest, name: str, minute: int | None) -> bool:
        if minute is None or minute > self._scenario.length or kind.get(name, minute + 1) <= minute:
            return False
        kind[name] = minute
        return True

    def _deliveries(self) -> Iterator[tuple[str, int | None]]:
        slots = self._scenario.variants.free_slots
        for inject in self._scenario.injects:
            if inject.when is not None:
                yield inject.id, self.condition(inject.when)
            else:
                yield inject.id, min(slots, default=None) if inject.free else inject.at

    def _choices(self) -> Iterator[tuple[Response, int | None]]:
        begins = self._scenario.crisis_begins
        for inject in self._scenario.injects:
            for response in inject.responses:
                yield response, self._gated(response, self.found.injects.get(inject.id))
        for fact in self._scenario.facts:
            if fact.disclosure is not None:
                verified = self.found.verified.get(fact.id)
                yield fact.disclosure, self._gated(fact.disclosure, None if verified is None else max(verified, begins))
        standing = self._scenario.standing
        for response in (*standing.replies, *standing.authority, *standing.employees, *standing.corrections):
            yield response, self._gated(response, begins)

    def _gated(self, response: Response, since: int | None) -> int | None:
        return _latest([since, *(self.condition(condition) for condition in response.requires)])

    def condition(self, condition: Condition) -> int | None:
        """The first minute at which it may hold, by what was found so far."""
        match condition:
            case Condition(every=tuple(parts)):
                if contradicts(parts, self._asked_by):
                    return None
                return _latest([self.condition(part) for part in parts])
            case Condition(some=tuple(parts)):
                possible = [minute for part in parts if (minute := self.condition(part)) is not None]
                return min(possible, default=None)
            case Condition(fact=FactTest() as test):
                return self._fact(test)
            case Condition(after=int(minute)):
                return minute if minute <= self._scenario.length else None
            case Condition(chosen=str(name)):
                return self.found.responses.get(name)
            case Condition(answered=str(name)):
                return min(self._answers(name), default=None)
            case Condition(unanswered=str(name)):
                return self._missed(name)
            case Condition(done=str(action)):
                return self._done(action)
            case Condition(outrage_above=int(level)):
                return self._scenario.outbreak.at if level < 100 else None
            case Condition(outrage_below=int(level)):
                return 0 if level > 0 else None
            case Condition(reach_above=int(people)):
                audience = self._scenario.audience
                return 0 if people < audience.size * audience.people_per_user else None
        return 0

    def _fact(self, test: FactTest) -> int | None:
        fact = next((fact for fact in self._scenario.facts if fact.id == test.id), None)
        if fact is None or (test.outcome is not None and test.outcome not in true_outcomes(fact, self._scenario)):
            return None
        if test.state == "unknown":
            return 0
        if test.state == "known":
            return self.found.known(test.id)
        states = {"verified": self.found.verified, "published": self.found.published, "leaked": self.found.leaked}
        return states[test.state].get(test.id)

    def _answers(self, name: str) -> Iterator[int]:
        """When `name` may be met: by a response, or by a recorded watch."""
        inject = self._injects.get(name)
        came = self.found.injects.get(name)
        if inject is None or inject.deadline is None or came is None:
            return
        if inject.expected is not None:
            yield came
        for response in inject.responses:
            if response.id in self.found.responses:
                yield self.found.responses[response.id]

    def _missed(self, name: str) -> int | None:
        inject = self._injects.get(name)
        came = self.found.injects.get(name)
        if inject is None or inject.deadline is None or came is None:
            return None
        minute = came + inject.deadline + 1
        return minute if minute <= self._scenario.length else None

    def _done(self, action: str) -> int | None:
        if action == "holding":
            return self._scenario.crisis_begins if self._scenario.holding is not None else self._whole_statement()
        if action == "watch":
            watching = [
                self.found.responses[response.id]
                for inject in self._scenario.injects
                for response in inject.responses
                if response.watch is not None and response.id in self.found.responses
            ]
            standing = [self._scenario.crisis_begins] if self._scenario.standing.watch_reasons else []
            return min([*watching, *standing], default=None)
        return 0

    def _whole_statement(self) -> int | None:
        saying = [minute for response, minute in self._choices() if response.holding and response.channel]
        return min((minute for minute in saying if minute is not None), default=None)


def true_outcomes(fact: Fact, scenario: Scenario) -> frozenset[str]:
    """The outcomes of `fact` that are the true one under at least one of the truths that a seed may draw."""
    truths: list[str | None] = [truth.id for truth in scenario.variants.truths] or [None]
    found = set()
    for truth in truths:
        fitting = [outcome.id for outcome in fact.outcomes if outcome.truth in (None, truth)]
        found.add(fitting[0] if fitting else fact.outcomes[0].id)
    return frozenset(found)


def out_after(response: Response, scenario: Scenario) -> int:
    """Minutes from choosing `response` to its publication where nothing else waits: it is written, then read over."""
    reading = min((one.reading for one in scenario.cell if one.does == "legal"), default=0)
    return response.preparation + (reading if response.approval == "legal" else 0)


def _verified(fact: Fact) -> int | None:
    return None if fact.verification is None else fact.verification.opens + fact.verification.minutes


def _latest(minutes: list[int | None]) -> int | None:
    known = [minute for minute in minutes if minute is not None]
    return max(known, default=0) if len(known) == len(minutes) else None
