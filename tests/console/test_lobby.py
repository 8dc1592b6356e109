"""The lobby: pick a scenario, a play of the past, a language."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

from simulator.console.lines import Lines
from simulator.console.lobby import Lobby
from simulator.play.desk import Desk
from simulator.play.presenters.credits import credits_of_game


def stay(desk: Desk, *lines: str) -> str:
    out = StringIO()
    Lobby(desk, Lines(StringIO("".join(line + "\n" for line in lines)), out)).stay()
    return out.getvalue()


def test_one_plays_comes_back_and_changes_the_language(desk: Desk) -> None:
    said = stay(desk, "1", "", "w 2:00", "q", "q", "en", "zzz", "q")
    assert "La lampe qui chauffe" in said
    assert "Pick a scenario" in said
    assert len(desk.history()) == 1


def test_the_lobby_ends_with_its_input(desk: Desk) -> None:
    stay(desk, "1", "", "w 0:10")
    assert len(desk.history()) == 1


def test_a_play_of_the_past_is_looked_back_on(desk: Desk) -> None:
    assert "Aucune partie" in stay(desk, "p", "q")
    desk.start("minimal", 1).play_until(10_000)
    said = stay(desk, "p", "1", "q", "q")
    assert all(ring.sentence in said for ring in desk.review(desk.history()[0].play_id).view().rings)


def test_a_number_that_is_none_and_a_damaged_play_are_sentences(desk: Desk, data: Path) -> None:
    desk.start("minimal", 1).play_until(10_000)
    (data / "plays" / "broken.json").write_text("{")
    said = stay(desk, "p", "7", "p", "2", "p", "", "q")
    assert "de 1 à 2" in said
    assert said.count("broken.json") >= 1
    assert said.count("Choisissez un scénario") == 1


def test_a_play_of_the_past_is_played_again_and_on(desk: Desk) -> None:
    session = desk.start("minimal", 3)
    session.play_until(21)
    session.verify("heat")
    session.play_until(10_000)
    rows = stay(desk, "p", "1", "q", "q")
    again = next(line.split(".")[0] for line in rows.splitlines() if "même tirage" in line)
    stay(desk, "p", "1", again, "", "w 0:05")
    assert [row.seed for row in desk.history()] == ["tirage 3", "tirage 3"]


def test_the_credits_are_those_of_the_window(desk: Desk) -> None:
    said, told = stay(desk, "c", "q"), credits_of_game()
    assert told.people in said
    for work in (*told.fonts, *told.libraries):
        assert f"{work.name} {work.version}, {work.licence}" in said
    assert all(source in said for source in told.sources)


def test_scenarios_are_filtered_as_in_the_window(desk: Desk) -> None:
    assert "La lampe qui chauffe" in stay(desk, "f chauffe LAMPE", "", "q").partition("chauffe LAMPE")[2]
    assert "La lampe qui chauffe" not in stay(desk, "f introuvable", "", "q").partition("introuvable")[2]
