"""Branches of a scenario that no play ever reached."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from simulator.engine.catalogue import offers
from simulator.scenario.model import Scenario
from simulator.scenario.story import HoldingBlock
from simulator.study.balance.lived import Lived

Ids = tuple[str, ...]


@dataclass(frozen=True)
class Dead:
    """What never came about in any of the plays, by ids in the scenario's order.

    `undelivered`: injects with a condition. `never_allowed`: responses that could never be chosen; `never_chosen`:
    those that could and never were. `unverified` facts could be verified, `undisclosed` ones told by some text, and
    `unleaked` ones leak or be revealed.
    """

    undelivered: Ids
    never_allowed: Ids
    never_chosen: Ids
    unverified: Ids
    undisclosed: Ids
    unleaked: Ids

    def __bool__(self) -> bool:
        return any((self.undelivered, self.never_allowed, self.unverified, self.undisclosed, self.unleaked))


def dead_of(scenario: Scenario, plays: Sequence[Lived]) -> Dead:
    """What none of `plays` reached."""
    allowed, chosen = _all(play.allowed for play in plays), _all(play.chosen for play in plays)
    responses = offers(scenario)
    told = _all(offer.response.discloses for offer in responses.values())
    told |= _all(wording.discloses for block in _blocks(scenario) for wording in block.wordings)
    revealed = _all(inject.reveals for inject in scenario.injects)
    verifiable = [fact.id for fact in scenario.facts if fact.verification is not None]
    leaking = [fact.id for fact in scenario.facts if fact.leaks or fact.id in revealed]
    return Dead(
        undelivered=_without(
            (inject.id for inject in scenario.injects if inject.when is not None),
            _all(play.delivered for play in plays),
        ),
        never_allowed=_without(responses, allowed),
        never_chosen=tuple(name for name in responses if name in allowed and name not in chosen),
        unverified=_without(verifiable, _all(play.verified for play in plays)),
        undisclosed=_without(
            (fact.id for fact in scenario.facts if fact.id in told), _all(play.disclosed for play in plays)
        ),
        unleaked=_without(leaking, _all(play.leaked for play in plays)),
    )


def _blocks(scenario: Scenario) -> tuple[HoldingBlock, ...]:
    return () if scenario.holding is None else scenario.holding.blocks


def _all(names: Iterable[Iterable[str]]) -> set[str]:
    return set(chain.from_iterable(names))


def _without(names: Iterable[str], reached: set[str]) -> Ids:
    return tuple(name for name in names if name not in reached)
