"""How good a choice is, for the colours of a class's choices."""

from __future__ import annotations

import pytest

from simulator.classroom.plays.merit import Weighing, merits_of
from tests.classroom.school import SEED
from tests.plays import scenario_of


def test_the_best_answer_is_good_denial_and_silence_are_not() -> None:
    burnt = merits_of(scenario_of("minimal"), SEED)["burnt"]
    assert (burnt["burnt-care"], burnt["burnt-deny"], burnt[""]) == ("good", "poor", "poor")


@pytest.mark.slow
def test_each_event_of_a_scenario_has_a_good_answer_and_a_troll_is_best_left_alone() -> None:
    scenario = scenario_of("rappel-tardif")
    merits = Weighing().merits("digest", scenario, SEED)
    asked = {inject.id: [one.id for one in inject.responses] for inject in scenario.injects if inject.responses}
    assert merits.keys() >= asked.keys()
    for inject, responses in asked.items():
        values = {merits[inject][response] for response in responses}
        assert "good" in values and "poor" in values | {merits[inject][""]}, inject
    assert (merits["troll"]["watch"], merits["troll"][""], merits["troll"]["troll-reply"]) == (
        "good",
        "acceptable",
        "poor",
    )
    assert merits["hotline"]["hotline-gift"] == "acceptable"


def test_a_world_is_weighed_once() -> None:
    weighing, scenario = Weighing(), scenario_of("minimal")
    first = weighing.merits("digest", scenario, SEED)
    assert weighing.merits("digest", scenario, SEED) is first
