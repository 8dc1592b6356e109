"""A tip is told once, when it is of use, and goes as soon as it is followed."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.locale import LANGUAGES, phrasebook
from simulator.places import shipped
from simulator.play.desk import HINTS_FILE, Desk
from simulator.play.hints import Hints
from simulator.play.history import History
from simulator.play.presenters.hints import HINTS
from simulator.play.presenters.post_rows import FeedFilter
from simulator.play.session import Session
from simulator.play.settings import SettingsFile
from simulator.scenario.library import Library


def hint(session: Session) -> str:
    return session.crisis(FeedFilter()).hint


def test_it_stands_until_it_is_followed_and_never_comes_again(desk: Desk) -> None:
    session = desk.start("minimal", 1)
    session.play_until(3)
    told = hint(session)
    assert "(L) y cherche" in told
    session.play_until(5)
    assert hint(session) == told
    session.listen("lampe")
    assert hint(session) == ""
    again = desk.start("minimal", 1)
    again.play_until(3)
    assert "(L) y cherche" not in hint(again)


def test_it_can_be_put_away(desk: Desk) -> None:
    session = desk.start("minimal", 1)
    session.play_until(3)
    assert hint(session)
    session.put_hint_away()
    assert hint(session) == ""


def test_what_presses_comes_first(desk: Desk) -> None:
    session = desk.start("minimal", 1)
    session.play_until(20)
    assert "Un événement attend" in hint(session)
    session.choose("burnt", "burnt-care")
    session.publish("notify", None)
    assert "(Y) montre les files" in hint(session)


def test_the_tutorial_has_its_own(data: Path) -> None:
    shelf = Library([shipped("scenarios")])
    desk = Desk(shelf, History(data / "plays"), SettingsFile(data / "settings.json"), "fr")
    session = desk.start("premiers-pas", 1)
    for minute in range(1, session.run.scenario.length):
        session.play_until(minute)
        assert hint(session) == ""


def test_every_tip_is_told_in_both_languages() -> None:
    for language in LANGUAGES:
        assert all(phrasebook(language)(f"play.hint_{name}", key="L") for name in HINTS)


@pytest.mark.parametrize("damage", ["", "{", '{"card": 1}', "[3]", "[" * 9_000, " " * 30_000])
def test_a_damaged_file_costs_a_tip_told_twice(tmp_path: Path, damage: str, desk: Desk) -> None:
    file = tmp_path / HINTS_FILE
    file.write_text(damage)
    session = desk.start("minimal", 1)
    session.hints = Hints(file)
    session.play_until(3)
    assert hint(session)
