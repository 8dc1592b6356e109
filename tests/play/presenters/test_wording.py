"""The sentences of a score card with things called by their names."""

from simulator.locale import Message
from simulator.places import shipped
from simulator.play.edition import Edition
from simulator.play.presenters.wording import score_sentence
from simulator.scenario.load import load_scenario
from tests.plays import played


def contradiction(fact: str, earlier: str, later: str) -> Message:
    versions = {"earlier_version": earlier, "later_version": later}
    return Message("scoring.contradiction", {"fact": fact, **versions, "earlier_minute": 60, "message_minute": 62})


def test_a_contradiction_tells_both_versions_but_nothing_confidential() -> None:
    run = played("rappel-tardif", "silent", 1)
    telling = Edition(load_scenario(shipped("scenarios") / "rappel-tardif")).telling(run, "fr")
    for fact in telling.facts.values():
        said = [outcome.text for outcome in fact.outcomes[:2]]
        message = contradiction(fact.id, fact.outcomes[0].id, fact.outcomes[-1].id)
        sentence = score_sentence(telling, message)
        assert all((text in sentence) is not fact.restricted for text in said)
        assert "13\u00a0h\u00a045" in sentence and "13\u00a0h\u00a047" in sentence
