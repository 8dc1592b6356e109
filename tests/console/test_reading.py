"""The feed in lines: filtered by name, searched, with its threads, accounts, trends and pins."""

from __future__ import annotations

import pytest

from simulator.console.menu import Menu
from simulator.console.reading import Reading
from simulator.console.standing import Standing
from simulator.locale import phrasebook
from simulator.play.desk import Desk
from simulator.play.session import Session

FRENCH = phrasebook("fr")


@pytest.fixture
def reading(desk: Desk) -> tuple[Reading, Session]:
    session = desk.start("minimal", 1)
    session.play_until(60)
    return Reading(session, Standing(session, FRENCH), FRENCH), session


def lines(menu: Menu) -> list[str]:
    return list(menu.lines(FRENCH))


def choose(menu: Menu, beginning: str) -> Menu:
    found = next(choice for choice in menu.choices if choice.text.startswith(beginning)).do()
    assert isinstance(found, Menu)
    return found


def test_people_are_asked_for_by_name(reading: tuple[Reading, Session]) -> None:
    menu = reading[0].feed("journalistes")
    assert menu.choices and all("(Journaliste)" in choice.text for choice in menu.choices)


def test_several_words_must_all_stand_there(reading: tuple[Reading, Session]) -> None:
    whole = lines(reading[0].feed())
    assert lines(reading[0].feed("zzz aaa"))[0] == "Aucun message."
    assert len(lines(reading[0].feed("lampe"))) <= len(whole)


def test_what_awaits_an_answer_has_its_own_word(reading: tuple[Reading, Session]) -> None:
    menu = reading[0].feed("attendus")
    assert all("réponse attendue" in choice.text for choice in menu.choices)


def test_a_pinned_post_is_read_again_and_let_go(reading: tuple[Reading, Session]) -> None:
    read, _ = reading
    first = read.feed().choices[0]
    opened = first.do()
    assert isinstance(opened, Menu)
    assert "épinglé" in choose(opened, "Épingler").heading[0]
    assert [choice.text for choice in read.feed("épinglés").choices] == [first.text]
    again = first.do()
    assert isinstance(again, Menu)
    choose(again, "Désépingler")
    assert not read.feed("pins").choices and not read.feed("epingles").choices


def test_a_hidden_post_leaves_the_feed_and_stands_among_the_hidden(reading: tuple[Reading, Session]) -> None:
    read, session = reading
    before, ticks = read.feed().choices[0].text, list(session.run.ticks)
    opened = read.feed().choices[0].do()
    assert isinstance(opened, Menu)
    choose(opened, "Masquer ce message")
    assert before not in [choice.text for choice in read.feed().choices]
    assert [choice.text for choice in read.feed("masques").choices] == [before]
    assert session.run.ticks == ticks and not session.run.state.messages


def test_an_account_is_looked_up_from_a_post(reading: tuple[Reading, Session]) -> None:
    opened = reading[0].feed("journalistes").choices[0].do()
    assert isinstance(opened, Menu)
    told = lines(choose(opened, "Voir le compte"))
    assert "(Journaliste)" in told[0] and any(line.strip().startswith("Abonnés") for line in told)


def test_a_thread_is_read_post_by_post(reading: tuple[Reading, Session]) -> None:
    read, session = reading
    answered = next(
        post.id
        for post in session.run.feed.posts
        if session.thread(post.id) and session.thread(post.id).replies  # type: ignore[union-attr]
    )
    thread = session.thread(answered)
    assert thread is not None
    opened = read._opening(thread.post, {})()
    assert any(thread.heading in line for line in opened.heading)
    child = choose(opened, "Lire")
    assert any(line.startswith("En réponse à ceci") for line in child.heading)


def test_trends_lead_to_their_posts(reading: tuple[Reading, Session]) -> None:
    read, session = reading
    session.play_until(110)
    menu = read.feed("tendances")
    assert menu.heading[0].startswith("Le fil est ")
    for choice in menu.choices:
        found = choice.do()
        assert isinstance(found, Menu) and len(found.choices) > 0
