"""Decisions in a few words."""

from simulator.engine.decision import Respond
from simulator.places import shipped
from simulator.play.edition import Edition
from simulator.play.presenters.deeds import deed
from simulator.scenario.load import load_scenario
from tests.plays import played


def test_a_choice_without_a_message_is_named_after_what_it_is() -> None:
    """Not to answer a troll is no measure, and a measure is no decision of another kind."""
    run = played("rappel-tardif", "silent", 1)
    telling = Edition(load_scenario(shipped("scenarios") / "rappel-tardif")).telling(run, "fr")
    quiet = {
        response.id: (inject.title, response.watch is not None)
        for inject in telling.scenario.injects
        for response in inject.responses
        if response.channel is None
    }
    assert {watches for _, watches in quiet.values()} == {True, False}
    for response, (title, watches) in quiet.items():
        name = deed(telling, Respond(100, response))
        assert name == (f"Pas de réponse à\u202f: {title}" if watches else f"Mesure sans annonce\u202f: {title}")
