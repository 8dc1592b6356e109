"""The map in words tells the figures of the run."""

from __future__ import annotations

import pytest

from simulator.engine.run import Run
from simulator.locale import Language
from simulator.places import shipped
from simulator.play.edition import Edition
from simulator.play.network import Network
from simulator.play.presenters.network import Cartographer, NetworkMap
from simulator.play.presenters.segments import segments
from simulator.play.presenters.telling import Telling
from simulator.scenario.load import LoadedScenario, load_scenario

MINUTE = 110


@pytest.fixture(scope="module")
def loaded() -> LoadedScenario:
    return load_scenario(shipped("scenarios") / "rappel-tardif")


def told(loaded: LoadedScenario, language: Language, minute: int = MINUTE) -> tuple[Telling, NetworkMap]:
    run = Run(loaded.scenario, 21)
    run.advance_to(minute)
    telling = Edition(loaded).telling(run, language)
    network = NetworkMap(telling, Network(run))
    while not network.advance():
        pass
    return telling, network


def test_a_segment_has_the_outrage_that_the_situation_shows(loaded: LoadedScenario) -> None:
    telling, network = told(loaded, "fr")
    rows = dict(zip((one.segment_id for one in network.ground.segments), network.view(MINUTE).segments, strict=True))
    for shown in segments(telling):
        assert (rows[shown.segment_id].outrage, rows[shown.segment_id].arrow) == (shown.outrage, shown.arrow)


def test_before_anything_happens_nobody_is_said_to_be_outraged(loaded: LoadedScenario) -> None:
    _, network = told(loaded, "en", 3)
    view = network.view(3)
    assert view.words == ("Nobody in the audience is talking about it.", "", "")
    assert not view.hops


def test_the_sentence_of_a_community_tells_its_name_its_people_and_where_it_goes(loaded: LoadedScenario) -> None:
    _, network = told(loaded, "fr")
    place = next(place for place, one in enumerate(network.ground.communities) if one.key == "journalists 0")
    sentence = network.told(MINUTE, place)
    assert sentence.startswith("Journalistes\u202f: 2,8\u202fk personnes. Indignation ")
    assert "en hausse" in sentence


def test_the_hottest_are_named_hottest_first(loaded: LoadedScenario) -> None:
    _, network = told(loaded, "en")
    view = network.view(MINUTE)
    most = max(range(len(view.communities)), key=lambda place: view.communities[place].outrage)
    first = f"{network.ground.communities[most].name} ({view.communities[most].outrage})"
    assert view.hottest.startswith(f"Where outrage is highest: {first}")


def test_those_who_carry_it_have_the_names_that_they_have_in_the_feed(loaded: LoadedScenario) -> None:
    telling, network = told(loaded, "en")
    carrier, _ = Network.carriers(network._network, MINUTE, 1)[0]
    posts = {post.author: post for post in telling.run.feed.posts if post.kind == "crowd"}
    if str(carrier) in posts:
        assert telling.posts.author(posts[str(carrier)]).handle in network.view(MINUTE).carriers
    assert "@" in network.view(MINUTE).carriers


def test_a_minute_that_was_not_taken_in_cannot_be_shown(loaded: LoadedScenario) -> None:
    _, network = told(loaded, "fr", 20)
    with pytest.raises(IndexError):
        network.view(21)


def test_one_run_has_one_map_told_anew_in_another_language(loaded: LoadedScenario) -> None:
    run = Run(loaded.scenario, 21)
    edition, cartographer = Edition(loaded), Cartographer()
    french, english = edition.telling(run, "fr"), edition.telling(run, "en")
    first = cartographer.map_of(french)
    assert cartographer.map_of(french) is first
    other = cartographer.map_of(english)
    assert other is not first
    assert (first.ground.segments[0].name, other.ground.segments[0].name) == ("Clients", "Customers")
