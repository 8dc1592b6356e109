"""Options that are none: a response that is never better than another of the same inject, told by tags alone.

One response dominates another if it is at least as good in every respect below and better in one. Every respect is one
that the grade reads, or what it costs to give the response. Two responses are rivals only if both publish, on the same
channel and to the same readers, or neither does: what a channel weighs, and whether to speak at all, depends on the
rest of a play.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from simulator.scenario.condition import Condition
from simulator.scenario.model import Scenario
from simulator.scenario.response import Response
from simulator.scenario.scct import fitting_stances, misfit
from simulator.scenario.story import Inject
from simulator.scenario.tags import Tone

_AROUSAL = ("mirrored", "ignored", "acknowledged")
_UPDATE = (None, "nothing_new", "new")
_KNOWN = ("verified", "published", "leaked", "known")
_HARMFUL = ("criticism", "own_error")

Respect = Callable[[Response, Response, Inject, Scenario], bool]
"""Whether the first response is at least as good as the second in one respect."""


@dataclass(frozen=True)
class Dominated:
    """The response `loser` of an inject is never better than `winner`; ids."""

    inject: str
    loser: str
    winner: str


def dominated(scenario: Scenario) -> tuple[Dominated, ...]:
    """Every dominated response with one that dominates it, the first in the scenario's order."""
    found = []
    for inject in scenario.injects:
        for loser in inject.responses:
            winner = next((one for one in inject.responses if dominates(one, loser, inject, scenario)), None)
            if winner is not None:
                found.append(Dominated(inject.id, loser.id, winner.id))
    return tuple(found)


def dominant(scenario: Scenario) -> tuple[tuple[str, str], ...]:
    """(inject, response) for each response that dominates every other of its inject: no choice is left there."""
    return tuple(
        (inject.id, one.id)
        for inject in scenario.injects
        for one in inject.responses
        if len(inject.responses) > 1
        and all(other is one or dominates(one, other, inject, scenario) for other in inject.responses)
    )


def dominates(one: Response, other: Response, inject: Inject, scenario: Scenario) -> bool:
    """Whether `one` is at least as good as `other` in every respect, and better in one."""
    if one is other or not _are_rivals(one, other):
        return False
    return all(respect(one, other, inject, scenario) for respect in RESPECTS) and not all(
        respect(other, one, inject, scenario) for respect in RESPECTS
    )


def _are_rivals(one: Response, other: Response) -> bool:
    return one.channel == other.channel and (one.channel is None or one.recipient == other.recipient)


def _is_no_dearer(one: Response, other: Response, *_: object) -> bool:
    """Prepared as soon, read by nobody else, and possible whenever the other is."""
    needs_reading = one.approval != "none" and other.approval == "none"
    return one.preparation <= other.preparation and not needs_reading and set(one.requires) <= set(other.requires)


def _does_as_much(one: Response, other: Response, inject: Inject, scenario: Scenario) -> bool:
    """Meets what the inject calls for; verifies and alerts as much; answers no troll and feeds no rumour more."""
    trolls = {persona.id for persona in scenario.personas if persona.troll}
    if (inject.sender in trolls or scenario.paracrisis) and "reply" in one.actions and "reply" not in other.actions:
        return False
    met = inject.expected not in other.actions or inject.expected in one.actions
    return met and set(one.verifies) >= set(other.verifies) and one.alerts >= other.alerts and one.watch == other.watch


def _asserts_no_more(one: Response, other: Response, *_: object) -> bool:
    """Each thing asserted is asserted by the other too, or true whenever it can be chosen; as much is corrected."""
    asserted = {(claim.fact, claim.says) for claim in one.claims if not claim.precaution}
    conceded = {(claim.fact, claim.says) for claim in other.claims if not claim.precaution}
    return asserted <= conceded | _certain(one.requires) and set(one.corrects) >= set(other.corrects)


def _certain(requires: tuple[Condition, ...]) -> set[tuple[str, str]]:
    tests = [condition.fact for condition in requires if condition.fact is not None]
    return {(test.id, test.outcome) for test in tests if test.outcome is not None and test.state in _KNOWN}


def _tells_as_much(one: Response, other: Response, _: Inject, scenario: Scenario) -> bool:
    """Discloses what the other does, and nothing restricted that the other keeps."""
    restricted = {fact.id for fact in scenario.facts if fact.restricted}
    told, also = set(one.discloses), set(other.discloses)
    return told - restricted >= also - restricted and told & restricted <= also & restricted


def _owes_as_little(one: Response, other: Response, *_: object) -> bool:
    """Owns, answers and apologises as much, evades and deletes no more, and promises the same."""
    return (
        set(one.owns) >= set(other.owns)
        and set(one.answers) >= set(other.answers)
        and set(one.evades) <= set(other.evades)
        and set(one.apology) >= set(other.apology)
        and set(one.holding) >= set(other.holding)
        and one.promise == other.promise
        and _UPDATE.index(one.update) >= _UPDATE.index(other.update)
        and _deletes_no_worse(one, other)
    )


def _deletes_no_worse(one: Response, other: Response) -> bool:
    if one.deletes == other.deletes:
        return one.notice >= other.notice
    return one.deletes is None and other.deletes in _HARMFUL


def _fits_as_well(one: Response, other: Response, _: Inject, scenario: Scenario) -> bool:
    """The stance is as near to what is expected, whether or not responsibility is settled; none fits no stance."""
    if one.stance is None or other.stance is None:
        return one.stance == other.stance
    expected = [fitting_stances(scenario.cluster, scenario.history_of_crises, settled) for settled in (False, True)]
    return all(misfit(one.stance, *span) <= misfit(other.stance, *span) for span in expected)


def _sounds_as_good(one: Response, other: Response, *_: object) -> bool:
    """Empathy, voice, anger taken up, invitation; no humour that the other does without. Of a measure, nothing."""
    if one.channel is None or other.channel is None:
        return True
    if one.tone is None or other.tone is None:
        return one.tone == other.tone and one.invitation >= other.invitation
    return one.invitation >= other.invitation and all(
        this >= that for this, that in zip(_sound(one.tone), _sound(other.tone), strict=True)
    )


def _sound(tone: Tone) -> tuple[int, ...]:
    return tone.empathy, tone.voice, _AROUSAL.index(tone.arousal), not tone.humour


RESPECTS: tuple[Respect, ...] = (
    _is_no_dearer,
    _does_as_much,
    _asserts_no_more,
    _tells_as_much,
    _owes_as_little,
    _fits_as_well,
    _sounds_as_good,
)
