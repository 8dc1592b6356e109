"""Who would speak stands beside what is said, where one chooses the spokesperson and everybody hears."""

from __future__ import annotations

from simulator.engine.decision import ChooseSpokesperson
from simulator.engine.run import Run
from simulator.places import shipped
from simulator.play.edition import Edition
from simulator.play.presenters.responses import inject_responses
from simulator.play.presenters.telling import Telling
from simulator.scenario.load import load_scenario
from tests.play.presenters.conftest import Teller


def voices(telling: Telling, inject: str) -> set[str]:
    return {row.voice for row in inject_responses(telling, inject)}


def test_the_spokesperson_of_the_minute_is_named_for_what_everybody_hears() -> None:
    loaded = load_scenario(shipped("scenarios") / "rappel-tardif")
    run = Run(loaded.scenario, 1)
    run.advance_to(100)
    telling = Edition(loaded).telling(run, "fr")
    assert "Vous" in voices(telling, "authorities-call")
    assert voices(telling, "marion") == {""}, "an answer to one person is not the spokesperson's"
    run.decide(ChooseSpokesperson(100, "helene"))
    assert "Hélène Garnier" in voices(telling, "authorities-call")


def test_nobody_is_named_where_there_is_nobody_to_choose(tell: Teller) -> None:
    assert voices(tell(21), "burnt") == {""}
