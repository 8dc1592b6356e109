"""Which response is better by its tags, whatever its length."""

from __future__ import annotations

from typing import Any

import pytest

from simulator.scenario.merit import best, merit
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


@pytest.mark.parametrize(
    "change",
    [
        {"stance": 1},
        {"tone": {**GOOD["tone"], "empathy": 1}},
        {"tone": {**GOOD["tone"], "arousal": "mirrored"}},
        {"tone": {**GOOD["tone"], "humour": True}},
        {"owns": ()},
        {"evades": ("refund",)},
        {"claims": ({"fact": "heat", "says": "fine"},)},
        {"deletes": "criticism"},
        {"channel": None, "stance": None},
    ],
    ids=lambda change: next(iter(change)),
)
def test_what_is_worse_by_its_tags_has_less_merit(minimal: Scenario, change: dict[str, Any]) -> None:
    good, worse = response(), response(id="two", **change)
    inject = card(minimal, good, worse)
    assert merit(good, inject, minimal) > merit(worse, inject, minimal)


def test_the_best_is_what_the_tags_say_not_the_longest(minimal: Scenario) -> None:
    good, cold = response(), response(id="two", text="Long. " * 40, stance=1, evades=("refund",))
    assert best(card(minimal, cold, good), minimal) is good
