"""What a response is worth by its tags alone, before anything is played."""

from __future__ import annotations

from simulator.scenario.model import Scenario
from simulator.scenario.reachability import true_outcomes
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
    duty = 5.0 if inject.expected is None or inject.expected in response.actions else -2.0
    return (
        manner(response, fitting_stances(scenario.cluster, scenario.history_of_crises, settled=False))
        + good
        + duty
        - 4.0 * _faults(response, scenario)
    )


def best(inject: Inject, scenario: Scenario) -> Response | None:
    """The response of the highest merit, the first of equals; None where there is none."""
    return max(inject.responses, key=lambda one: merit(one, inject, scenario), default=None)


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
