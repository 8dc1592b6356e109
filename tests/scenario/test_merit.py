"""Which response is better by its tags, and when one leaves nothing to decide."""

from __future__ import annotations

from typing import Any

import pytest

from simulator.scenario.merit import best, dominant, dominates
from simulator.scenario.model import Scenario
from simulator.scenario.response import Response
from simulator.scenario.story import Inject

GOOD: dict[str, Any] = {
    "id": "one",
    "text": "Une réponse.",
    "channel": "pepia",
    "recipient": "person",
    "preparation": 5,
    "stance": 5,
    "tone": {"empathy": 2, "voice": 2, "arousal": "acknowledged", "reason": "Une raison."},
    "owns": ("burn",),
    "answers": ("refund",),
}


def response(**changes: object) -> Response:
    return Response.model_validate({**GOOD, **changes})


def card(minimal: Scenario, *responses: Response) -> Inject:
    return minimal.injects[0].model_copy(update={"responses": responses})


WORSE: list[dict[str, Any]] = [
    {"preparation": 6},
    {"approval": "legal"},
    {"stance": 2},
    {"tone": {**GOOD["tone"], "empathy": 1}},
    {"tone": {**GOOD["tone"], "voice": 1}},
    {"tone": {**GOOD["tone"], "arousal": "mirrored"}},
    {"tone": {**GOOD["tone"], "humour": True}},
    {"owns": ()},
    {"answers": ()},
    {"evades": ("refund",)},
    {"claims": ({"fact": "heat", "says": "fine"},)},
    {"requires": ({"after": "H+0:40"},)},
    {"deletes": "criticism"},
]


@pytest.mark.parametrize("change", WORSE, ids=lambda change: next(iter(change)))
def test_who_is_worse_in_one_respect_is_dominated(minimal: Scenario, change: dict[str, Any]) -> None:
    good, worse = response(), response(id="two", **change)
    inject = card(minimal, good, worse)
    assert dominates(good, worse, inject, minimal)
    assert not dominates(worse, good, inject, minimal)


def test_equals_do_not_dominate_each_other(minimal: Scenario) -> None:
    one, two = response(), response(id="two")
    assert not dominates(one, two, card(minimal, one, two), minimal)


@pytest.mark.parametrize("change", WORSE, ids=lambda change: next(iter(change)))
def test_any_advantage_keeps_a_choice_open(minimal: Scenario, change: dict[str, Any]) -> None:
    if "preparation" in change:
        change = {**change, "invitation": True}
    else:
        change = {**change, "preparation": 1, "approval": "none"}
    quicker = response(id="two", **change)
    assert not dominates(response(), quicker, card(minimal, response(), quicker), minimal)


def test_a_card_with_one_response_above_all_others_holds_no_choice(minimal: Scenario) -> None:
    good = response()
    others = (response(id="two", stance=1), response(id="three", owns=(), preparation=9))
    assert dominant(card(minimal, good, *others), minimal) is good
    assert dominant(card(minimal, good, others[0]), minimal) is None, "two responses are a temptation, not a choice"
    dear = response(preparation=20)
    assert dominant(card(minimal, dear, *others), minimal) is None


def test_the_best_is_what_the_tags_say_not_the_longest(minimal: Scenario) -> None:
    good, cold = response(), response(id="two", text="Long. " * 40, stance=1, evades=("refund",))
    assert best(card(minimal, cold, good), minimal) is good
