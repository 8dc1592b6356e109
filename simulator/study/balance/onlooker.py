"""Who watches a play and notes which responses could have been chosen, whoever plays."""

from __future__ import annotations

from simulator.engine.catalogue import Offer
from simulator.engine.decision import Respond
from simulator.engine.run import Run
from simulator.scenario.condition import Condition


class Onlooker:
    """Looks at each minute of one play, before the player decides.

    `allowed` are the ids of the responses that could be chosen at some minute. Most become so only by an event: in a
    minute without any, those alone are asked about that time or the storm itself can allow.
    """

    def __init__(self) -> None:
        self.allowed: set[str] = set()
        self._waiting: list[Offer] | None = None
        self._restless: list[Offer] = []
        self._events = 0

    def look(self, run: Run) -> None:
        """See what may be chosen now among what never was."""
        if self._waiting is None:
            self._waiting = list(run.offers.values())
            self._restless = [offer for offer in self._waiting if any(map(_is_restless, offer.response.requires))]
        if len(run.events) == self._events and run.minute not in (run.scenario.crisis_begins, run.state.occupied_until):
            self._restless = self._left(run, self._restless)
        else:
            self._waiting = self._left(run, self._waiting)
        self._events = len(run.events)

    def _left(self, run: Run, offers: list[Offer]) -> list[Offer]:
        """Those of `offers` that never could be chosen, not now either."""
        self.allowed.update(offer.response.id for offer in offers if _may_be_chosen(run, offer))
        return [offer for offer in offers if offer.response.id not in self.allowed]


def _may_be_chosen(run: Run, offer: Offer) -> bool:
    if offer.origin == "inject" and offer.subject not in run.state.injects:
        return False
    inject = offer.subject if offer.origin == "inject" else None
    post = run.feed.posts[-1].id if offer.origin == "reply" and run.feed.posts else None
    return run.can_decide(Respond(run.minute, offer.response.id, inject=inject, post=post))


def _is_restless(condition: Condition) -> bool:
    """Whether it can come to hold without any event."""
    inner = (*(condition.every or ()), *(condition.some or ()), *(condition.none or ()))
    tests = (condition.after, condition.outrage_above, condition.outrage_below, condition.reach_above)
    return any(test is not None for test in tests) or any(map(_is_restless, inner))
