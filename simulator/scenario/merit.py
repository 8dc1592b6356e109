"""What a response is worth by its tags alone, before anything is played: an ordering, and who dominates whom."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.scenario.model import Scenario
from simulator.scenario.reachability import out_after, true_outcomes
from simulator.scenario.response import Response
from simulator.scenario.scct import fitting_stances
from simulator.scenario.story import Inject

_AROUSAL = {"acknowledged": 1.0, "ignored": 0.0, "mirrored": -2.0}
_UPDATE = {"new": 2.0, "nothing_new": 1.0, None: 0.0}


def manner(response: Response, fitting: tuple[int, int]) -> float:
    """How well `response` speaks where stances from `fitting[0]` to `fitting[1]` are in place; larger is better."""
    low, high = fitting
    stance = 3 if response.stance is None else response.stance
    fit = -2.0 * max(low - stance, 0) - 1.2 * max(stance - high, 0)
    if response.tone is None or response.channel is None:
        return fit if response.stance is not None else 0.0
    tone = response.tone
    return fit + 0.6 * tone.empathy + 0.4 * tone.voice + _AROUSAL[tone.arousal] - (3.0 if tone.humour else 0.0)


def merit(response: Response, inject: Inject, scenario: Scenario) -> float:
    """A number that orders the responses of `inject` as their author tagged them; larger is better.

    Facts are taken as they are true under some draw: what can never be true, or must never be published, is a fault.
    """
    good = (
        2.0 * (len(response.owns) + len(response.answers) + len(response.discloses))
        + 0.8 * len(response.apology)
        + 0.3 * len(response.holding)
        + 0.5 * (_UPDATE[response.update] + (response.promise is not None) + response.invitation)
    )
    duty = 5.0 if _meets(response, inject) else -2.0
    return manner(response, _stances(scenario, settled=False)) + good + duty - 4.0 * _faults(response, scenario)


def dominates(one: Response, two: Response, inject: Inject, scenario: Scenario) -> bool:
    """Whether `one` is in no respect worse than `two`, which answers the same `inject`, and better in at least one.

    Respects are those that the grade reads (stance before and after responsibility is settled, empathy, voice, anger,
    what is answered, owned, disclosed, said of a holding statement, apologised for, promised, claimed), the expected
    action, the minutes until it is out, and what it requires.
    """
    if not (set(one.requires) <= set(two.requires) and all(_sets_hold(one, two))):
        return False
    numbers = list(zip(_numbers(one, inject, scenario), _numbers(two, inject, scenario), strict=True))
    if any(left < right for left, right in numbers):
        return False
    freer = set(one.requires) < set(two.requires)
    return freer or any(left > right for left, right in numbers) or not all(_sets_hold(two, one))


def dominant(inject: Inject, scenario: Scenario) -> Response | None:
    """The response of a card that dominates every other one, so that there is nothing to decide; None: a real choice.

    A choice has at least three responses: beside a provocation, watching is meant to be the only good one.
    """
    if inject.kind != "card" or len(inject.responses) < 3:
        return None
    for one in inject.responses:
        if all(dominates(one, two, inject, scenario) for two in inject.responses if two is not one):
            return one
    return None


def best(inject: Inject, scenario: Scenario) -> Response | None:
    """The response of the highest merit, the first of equals; None where there is none."""
    return max(inject.responses, key=lambda one: merit(one, inject, scenario), default=None)


def _sets_hold(one: Response, two: Response) -> Iterator[bool]:
    for name in ("owns", "answers", "discloses", "corrects", "apology", "holding"):
        yield set(getattr(one, name)) >= set(getattr(two, name))
    yield set(one.evades) <= set(two.evades)


def _numbers(response: Response, inject: Inject, scenario: Scenario) -> Iterator[float]:
    """Respects in which larger is better."""
    tone, stance = response.tone, response.stance
    for settled in (False, True):
        low, high = _stances(scenario, settled=settled)
        yield 0.0 if stance is None else -float(max(low - stance, stance - high, 0))
    yield float(tone.empathy if tone else 0)
    yield float(tone.voice if tone else 0)
    yield _AROUSAL[tone.arousal] if tone else 0.0
    yield -float(tone is not None and tone.humour)
    yield _UPDATE[response.update]
    yield float(response.promise is not None)
    yield float(response.invitation)
    yield float(_meets(response, inject))
    yield -float(len([claim for claim in response.claims if not claim.precaution]))
    yield -_faults(response, scenario)
    yield -float(out_after(response, scenario))


def _stances(scenario: Scenario, *, settled: bool) -> tuple[int, int]:
    return fitting_stances(scenario.cluster, scenario.history_of_crises, settled)


def _meets(response: Response, inject: Inject) -> bool:
    return inject.expected is None or inject.expected in response.actions


def _faults(response: Response, scenario: Scenario) -> float:
    """How many things are wrong with it whatever is drawn: evasions, falsehoods, secrets, deletions."""
    facts = {fact.id: fact for fact in scenario.facts}
    false = sum(
        not claim.precaution and claim.says not in true_outcomes(facts[claim.fact], scenario)
        for claim in response.claims
        if claim.fact in facts
    )
    secrets = sum(facts[name].restricted for name in response.discloses if name in facts)
    deleted = 3 * (response.deletes in ("criticism", "own_error"))
    return float(len(response.evades) + 3 * false + 5 * secrets + deleted)
