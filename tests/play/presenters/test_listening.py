"""Listening finds the signals of a topic among what everybody says."""

import pytest

from simulator.engine.decision import Watch
from simulator.play.presenters.listening import listen_decision, listening, signal_of, topic_of
from simulator.play.presenters.watching import watching
from tests.play.presenters.conftest import Teller


def test_words_stand_for_their_topic_whatever_their_case(tell: Teller) -> None:
    telling = tell(6)
    topic = telling.scenario.listening[0]
    for words in (topic.words[0], f" #{topic.words[0].upper()} ", f"la {topic.words[0]}"):
        assert topic_of(telling, words) == topic.id
    assert topic_of(telling, "zzz") == topic_of(telling, " ") == ""


def test_a_search_runs_five_minutes_and_finds_its_signal(tell: Teller) -> None:
    telling = tell(6)
    signal = telling.scenario.signals[0]
    words = next(topic.words[0] for topic in telling.scenario.listening if topic.id in signal.topics)
    assert words in listening(telling).suggestions
    telling.run.decide(listen_decision(telling, words))
    running = listening(telling)
    assert not running.enabled and running.refusal
    assert [search.done for search in running.searches] == [False]
    telling.run.advance_to(11)
    (search,) = listening(telling).searches
    assert search.done
    assert f"signal:{signal.id}" in {row.post_id for row in search.found}


@pytest.mark.parametrize(("post", "signal"), [("signal:warm", "warm"), ("p12", "p12")])
def test_an_alert_names_the_signal_of_its_post(post: str, signal: str) -> None:
    assert signal_of(post) == signal


def test_a_decision_to_watch_names_what_why_and_until_when(tell: Teller) -> None:
    telling = tell(25)
    view = watching(telling)
    assert {option.value for option in view.subjects} >= {"burnt", ""}
    assert view.thresholds[0].text == "20 · modérée"
    telling.run.decide(Watch(25, "too-small", 60, "burnt"))
    view = watching(telling)
    assert "burnt" not in {option.value for option in view.subjects}
    assert view.active == (
        "Depuis 9\u00a0h\u00a025\u202f: Une cliente brûlée. Trop peu de gens en parlent. Seuil\u202f: 60.",
    )
