"""What a response is worth by its tags, as an expert would weigh it with what the cell knows now."""

from __future__ import annotations

from simulator.engine.responsibility import is_settled
from simulator.engine.run import Run
from simulator.engine.state import FactState
from simulator.scenario.merit import manner
from simulator.scenario.response import Response
from simulator.scenario.scct import fitting_stances
from simulator.scenario.story import Inject

Knowledge = tuple[object, ...]


def worth(response: Response, run: Run, inject: Inject | None = None) -> float:
    """A number that is positive for what is better said than not; larger is better."""
    return (
        _manner(response, run)
        + _substance(response, run)
        - _faults(response, run)
        + (_duty(response, run, inject) if inject is not None else 0.0)
    )


class Scales:
    """Weighs the responses of one run, each again only when what its worth depends on has changed."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._looked: tuple[int, int] | None = None
        self._knowledge: Knowledge = ()
        self._weighed: dict[tuple[str, str], float] = {}

    def worth(self, response: Response, inject: Inject | None = None) -> float:
        """What `worth` says of `response` now."""
        self._look()
        key = response.id, "" if inject is None else inject.id
        weighed = self._weighed.get(key)
        if weighed is None:
            weighed = self._weighed[key] = worth(response, self._run, inject)
        return weighed

    def _look(self) -> None:
        """Forget what was weighed when something else is known, or was said, than then."""
        now = (self._run.minute, len(self._run.events))
        if now == self._looked:
            return
        self._looked = now
        knowledge = known(self._run)
        if knowledge != self._knowledge:
            self._knowledge = knowledge
            self._weighed.clear()


def known(run: Run) -> Knowledge:
    """All that the worth of a response depends on besides the scenario: equal where every worth is."""
    facts = run.state.facts.values()
    return (
        is_settled(run.scenario.facts, run.state.facts, run.minute),
        len(run.state.messages),
        *((fact.verified is None, fact.leaked is None, fact.disclosed is None) for fact in facts),
    )


def _manner(response: Response, run: Run) -> float:
    settled = is_settled(run.scenario.facts, run.state.facts, run.minute)
    return manner(response, fitting_stances(run.scenario.cluster, run.scenario.history_of_crises, settled))


def _substance(response: Response, run: Run) -> float:
    said = [message.tags for message in run.state.messages if message.is_public]
    owned = {name for tags in said for name in tags.owns}
    answered = {name for tags in said for name in tags.answers}
    components = {part for tags in said for part in tags.apology}
    fresh = [name for name in response.discloses if run.state.facts[name].disclosed is None]
    return (
        2.0 * len(set(response.owns) - owned)
        + 2.0 * len(set(response.answers) - answered)
        + 0.8 * len(set(response.apology) - components)
        + 2.0 * len(fresh)
        + (1.0 if response.update == "new" else 0.0)
        + (0.5 if response.promise is not None else 0.0)
        + (0.5 if response.invitation else 0.0)
        + 0.3 * len(response.holding)
        + 1.0 * len(response.corrects)
    )


def _faults(response: Response, run: Run) -> float:
    faults = 4.0 * len(response.evades) + (12.0 if response.deletes in ("criticism", "own_error") else 0.0)
    for name in response.discloses:
        fact = run.facts[name]
        faults += 20.0 if fact.restricted else 0.0
        faults += 6.0 if run.state.facts[name].verified is None and not run.state.facts[name].is_known else 0.0
    earlier = {(claim.fact, claim.says) for message in run.state.messages for claim in message.tags.claims}
    for claim in response.claims:
        if claim.precaution:
            continue
        state: FactState = run.state.facts[claim.fact]
        sure = state.verified is not None or state.is_known
        faults += 0.0 if sure and claim.says == state.outcome else 12.0
        contradicts = any(fact == claim.fact and says != claim.says for fact, says in earlier)
        faults += 8.0 if contradicts and claim.fact not in response.corrects else 0.0
    if response.corrects:
        wrong = {
            claim.fact
            for message in run.state.messages
            for claim in message.tags.claims
            if claim.says != run.state.facts[claim.fact].outcome
        }
        faults += 0.0 if set(response.corrects) & wrong else 20.0
    return faults


def _duty(response: Response, run: Run, inject: Inject) -> float:
    does = response.actions
    if inject.sender in run.trolls:
        return -6.0 if "reply" in does else 3.0
    if run.scenario.paracrisis and "reply" in does and response.recipient in ("public", "media"):
        return -8.0
    return 5.0 if inject.expected is None or inject.expected in does else -2.0
