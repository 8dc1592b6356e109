"""A response is dominated by tags alone: as good in every respect, better in one, and no dearer."""

from __future__ import annotations

from typing import Any

import pytest

from simulator.scenario.condition import Condition, FactTest
from simulator.scenario.dominance import dominant, dominated, dominates
from simulator.scenario.model import Scenario
from simulator.scenario.response import Response
from simulator.scenario.story import Inject
from simulator.scenario.tags import Claim, Promise, Tone


def tone(**changes: Any) -> Tone:
    return Tone(**{"empathy": 2, "voice": 2, "arousal": "acknowledged", "reason": "made by hand", **changes})


def response(**changes: Any) -> Response:
    """A fair reply on a public channel."""
    usual = {"id": "reply", "text": "Reply.", "channel": "wall", "recipient": "person", "preparation": 3, "stance": 5}
    return Response(**{**usual, "tone": tone(), **changes})


@pytest.fixture
def inject(minimal: Scenario) -> Inject:
    return next(inject for inject in minimal.injects if inject.expected == "reply")


BETTER: dict[str, dict[str, Any]] = {
    "warmer": {"tone": tone(empathy=3)},
    "a human voice": {"tone": tone(voice=3)},
    "anger taken up": {"tone": tone()},
    "answers more": {"answers": ("when",)},
    "owns more": {"owns": ("harm",)},
    "apologises": {"apology": ("regret",)},
    "tells more": {"discloses": ("fact",)},
    "something new": {"update": "new"},
    "an invitation": {"invitation": True},
    "sooner ready": {"preparation": 2},
}
WORSE: dict[str, dict[str, Any]] = {
    "evades": {"evades": ("when",)},
    "asserts": {"claims": (Claim(fact="cause", says="oven"),)},
    "jokes": {"tone": tone(humour=True)},
    "denies": {"stance": 1},
    "deletes criticism": {"deletes": "criticism"},
    "is read by legal": {"approval": "legal"},
    "waits for a condition": {"requires": (Condition(after="H+0:10"),)},
    "later ready": {"preparation": 4},
}


@pytest.mark.parametrize("change", BETTER.values(), ids=BETTER)
def test_better_in_one_respect_and_alike_in_all_others_dominates(
    minimal: Scenario, inject: Inject, change: dict[str, Any]
) -> None:
    plain = response(tone=tone(arousal="ignored")) if change == {"tone": tone()} else response()
    assert dominates(response(**change), plain, inject, minimal)
    assert not dominates(plain, response(**change), inject, minimal)


@pytest.mark.parametrize("change", WORSE.values(), ids=WORSE)
def test_worse_in_one_respect_is_dominated(minimal: Scenario, inject: Inject, change: dict[str, Any]) -> None:
    assert dominates(response(), response(**change), inject, minimal)
    assert not dominates(response(**change), response(), inject, minimal)


def test_alike_in_everything_dominates_neither_way(minimal: Scenario, inject: Inject) -> None:
    assert not dominates(response(), response(id="twin"), inject, minimal)


@pytest.mark.parametrize("price", ["preparation", "approval", "requires", "claims", "promise"])
def test_what_is_better_but_has_its_price_is_a_choice(minimal: Scenario, inject: Inject, price: str) -> None:
    prices: dict[str, Any] = {
        "preparation": 9,
        "approval": "legal",
        "requires": (Condition(done="alert"),),
        "claims": (Claim(fact="cause", says="oven"),),
        "promise": Promise(within=60),
    }
    warm = response(tone=tone(empathy=3), **{price: prices[price]})
    assert not dominates(warm, response(), inject, minimal)


def test_a_precaution_and_what_the_gate_makes_sure_are_no_risk(minimal: Scenario, inject: Inject) -> None:
    careful = response(tone=tone(empathy=3), claims=(Claim(fact="cause", says="oven", precaution=True),))
    assert dominates(careful, response(), inject, minimal)
    known = (Condition(fact=FactTest(id="cause", state="verified", outcome="oven")),)
    sure = response(tone=tone(empathy=3), claims=(Claim(fact="cause", says="oven"),), requires=known)
    assert dominates(sure, response(requires=known), inject, minimal)


@pytest.mark.parametrize("change", [{"channel": "press"}, {"recipient": "private"}, {"channel": None}])
def test_elsewhere_or_for_others_is_no_rival(minimal: Scenario, inject: Inject, change: dict[str, Any]) -> None:
    assert not dominates(response(tone=tone(empathy=3)), response(**change), inject, minimal)


def test_what_nobody_publishes_is_compared_by_what_it_does(minimal: Scenario, inject: Inject) -> None:
    nothing = response(channel=None, tone=None, stance=None)
    alert = response(channel=None, tone=None, stance=None, alerts=True)
    assert dominates(alert, nothing, inject, minimal)


def test_a_scenario_s_dominated_and_dominant_responses_are_found(minimal: Scenario, inject: Inject) -> None:
    cold = response(id="cold", tone=tone(empathy=0))
    warm, sorry = response(id="warm"), response(id="sorry", preparation=9, apology=("regret",))
    for responses, losers, winners in (
        ((cold, warm), ["cold"], [(inject.id, "warm")]),
        ((cold, warm, sorry), ["cold"], []),
        ((warm, sorry), [], []),
    ):
        card = inject.model_copy(update={"responses": responses})
        made = minimal.model_copy(update={"injects": (card,)})
        assert [each.loser for each in dominated(made)] == losers
        assert all(each.winner == "warm" for each in dominated(made))
        assert list(dominant(made)) == winners
