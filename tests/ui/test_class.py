"""The class in the window: joined, played for, looked at, by keyboard and by mouse."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pygame
import pytest

from simulator.classroom.work.assignments import Plan
from simulator.play.desk import Desk
from simulator.play.history import History
from simulator.play.settings import SettingsFile
from simulator.play.what_ifs import WhatIfs
from simulator.scenario.library import Library
from simulator.ui.app import Game
from simulator.ui.scenes.briefing import BriefingScene
from simulator.ui.scenes.crisis import CrisisScene
from simulator.ui.scenes.debrief import DebriefScene
from simulator.ui.scenes.my_class import ClassScene
from simulator.ui.scenes.my_class.board import BoardScene
from simulator.ui.scenes.my_class.debrief import ClassDebriefScene
from simulator.ui.scenes.my_class.exam import ExamScene
from simulator.ui.scenes.my_class.warning import ExamWarning
from simulator.ui.scenes.self_debrief import SelfDebriefScene
from simulator.ui.spots import by_key
from tests.submission.pupil import play_as, server
from tests.submission.server_process import SEED, Server
from tests.ui.screens import FRAME, click, new_game, press, scene_of, type_text
from tests.ui.standins import SampleDesk

__all__ = ["server"]
_PATIENCE = 30.0


def class_page() -> tuple[Game, SampleDesk]:
    """The page of somebody who is in a class, with nothing going on."""
    game, desk = new_game()
    desk.my_class.is_in = desk.idle = True
    game.stack[-1] = ClassScene(game)
    game.step([], FRAME)
    return game, desk


def test_a_class_is_joined_by_keyboard_alone() -> None:
    game, desk = new_game()
    game.step([], FRAME)
    scene_of(game).focus_on("page class")
    press(game, pygame.K_RETURN)
    assert isinstance(scene_of(game), ClassScene) and scene_of(game).focus == "field address"
    type_text(game, "https://classe.example.org/join/LOUTRE-4821")
    press(game, pygame.K_TAB)
    press(game, pygame.K_TAB)
    type_text(game, "Renard bleu")
    press(game, pygame.K_RETURN)
    assert desk.my_class.told_of == [
        ("join", "https://classe.example.org/join/LOUTRE-4821", "", "Renard bleu", "", "", False, "")
    ]


def test_a_class_is_joined_by_mouse_with_every_field() -> None:
    game, desk = new_game()
    game.step([], FRAME)
    click(game, "page class")
    click(game, "more")
    for name, text in (("address", "192.168.1.12:8000"), ("code", "LOUTRE-4821"), ("pseudonym", "Ada"),
                       ("roster", "2201"), ("ca", "/ca.pem")):  # fmt: skip
        scene_of(game).focus_on(f"field {name}")
        click(game, f"field {name}")
        type_text(game, text)
    scene_of(game).reveal("listed")
    click(game, "listed")
    scene_of(game).reveal("join")
    click(game, "join")
    assert desk.my_class.told_of == [("join", "192.168.1.12:8000", "LOUTRE-4821", "Ada", "2201", "", True, "/ca.pem")]


def test_a_line_that_is_pasted_stays_one_line() -> None:
    game, _ = new_game()
    game.stack[-1] = ClassScene(game)
    game.step([], FRAME)
    type_text(game, "classe.example.org\r\n")
    scene = scene_of(game)
    assert isinstance(scene, ClassScene) and scene.form.text("address") == "classe.example.org"


def test_what_can_be_played_is_prepared_and_what_cannot_says_why() -> None:
    game, desk = class_page()
    click(game, "begin A1")
    assert desk.my_class.told_of == [("prepare", "A1", ())]
    spot = by_key(scene_of(game).spots, "begin A2")
    assert spot is not None and not spot.enabled and spot.tip == "Pas encore ouvert"


def test_a_team_is_named_before_its_play() -> None:
    game, desk = class_page()
    scene_of(game).focus_on("team A1")
    press(game, pygame.K_RETURN)
    assert scene_of(game).focus == "names A1"
    type_text(game, "Ada, Ben ,")
    scene_of(game).focus_on("begin A1")
    press(game, pygame.K_RETURN)
    assert desk.my_class.told_of == [("prepare", "A1", ("Ada", "Ben"))]


def test_an_exam_says_its_rules_before_it_begins() -> None:
    game, desk = class_page()
    scene_of(game).focus_on("begin A4")
    press(game, pygame.K_RETURN)
    assert isinstance(scene_of(game).dialog, ExamWarning) and not desk.my_class.told_of
    press(game, pygame.K_ESCAPE)
    assert scene_of(game).dialog is None and not desk.my_class.told_of
    press(game, pygame.K_RETURN)
    press(game, pygame.K_RETURN)
    assert desk.my_class.told_of == [("prepare", "A4", ())]


def test_an_exam_that_has_begun_is_gone_on_with_at_once() -> None:
    game, desk = class_page()
    scene_of(game).focus_on("begin A5")
    press(game, pygame.K_RETURN)
    assert scene_of(game).dialog is None and desk.my_class.told_of == [("prepare", "A5", ())]


def test_a_class_is_left_when_it_is_asked_twice() -> None:
    game, desk = class_page()
    scene_of(game).focus_on("leave class")
    press(game, pygame.K_RETURN)
    assert desk.my_class.is_in
    press(game, pygame.K_RETURN)
    game.step([], FRAME)
    scene = scene_of(game)
    assert desk.my_class.told_of == [("leave",)] and isinstance(scene, ClassScene) and not scene.view.name


def test_a_disk_that_refuses_costs_a_sentence() -> None:
    game, desk = class_page()
    desk.my_class.refuses = True
    for name in ("export q1", "leave class"):
        scene_of(game).focus_on(name)
        press(game, pygame.K_RETURN)
    press(game, pygame.K_RETURN)
    assert desk.my_class.is_in and not desk.my_class.told_of


def test_the_board_opens_and_closes() -> None:
    game, _ = class_page()
    scene_of(game).focus_on("look A1")
    press(game, pygame.K_RETURN)
    assert isinstance(scene_of(game), BoardScene)
    press(game, pygame.K_ESCAPE)
    assert isinstance(scene_of(game), ClassScene)


def test_the_debrief_opens_where_the_teacher_opened_it_and_closes() -> None:
    game, _ = class_page()
    assert by_key(scene_of(game).spots, "debrief A3") is None
    scene_of(game).focus_on("debrief A1")
    press(game, pygame.K_RETURN)
    assert isinstance(scene_of(game), ClassDebriefScene)
    press(game, pygame.K_ESCAPE)
    assert isinstance(scene_of(game), ClassScene)


def test_the_class_box_leads_to_the_class() -> None:
    game, desk = new_game()
    desk.my_class.is_in = True
    game.turn += 1
    game.step([], FRAME)
    click(game, "class box")
    assert isinstance(scene_of(game), ClassScene)


# -- against a real server


class Player:
    """The real game, and a server that answers when it does."""

    def __init__(self, room: Path) -> None:
        self.desk = Desk(Library([]), History(room / "plays"), SettingsFile(room / "settings.json"), "fr")
        self.game = Game(self.desk, pygame.Surface((1280, 800)))
        self.game.step([], FRAME)

    def until(self, holds: Callable[[], object]) -> None:
        latest = time.monotonic() + _PATIENCE
        while not holds():
            assert time.monotonic() < latest, "waited in vain"
            self.game.step([], FRAME)
            time.sleep(0.01)

    def press(self, name: str) -> None:
        scene_of(self.game).focus_on(name)
        assert scene_of(self.game).focus == name
        press(self.game, pygame.K_RETURN)
        self.game.step([], FRAME)

    def join(self, server: Server, pseudonym: str) -> ClassScene:
        self.press("page class")
        type_text(self.game, f"{server.address}/join/{server.code}")
        scene_of(self.game).focus_on("field pseudonym")
        type_text(self.game, pseudonym)
        press(self.game, pygame.K_RETURN)
        scene = scene_of(self.game)
        assert isinstance(scene, ClassScene)
        self.until(lambda: scene.view.tone == "good" and scene.view.assignments)
        return scene


@pytest.fixture
def player(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Player]:
    monkeypatch.setenv("BADBUZZ_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(WhatIfs, "ask_usual", lambda _: None)
    made = Player(tmp_path)
    yield made
    made.game.leave()
    made.desk.close()
    made.desk.my_class.close()


@pytest.mark.slow
def test_from_the_form_to_the_grade_in_the_window(server: Server, player: Player) -> None:
    own = server.assign(Plan(title="En fenêtre", seed=SEED, students_see="names"))
    scene = player.join(server, "Fenêtre")
    player.press(f"begin {own}")
    player.until(lambda: isinstance(scene_of(player.game), BriefingScene))
    assert by_key(scene_of(player.game).spots, "seed") is None, "a class has one draw"
    player.press("start")
    player.until(lambda: isinstance(scene_of(player.game), CrisisScene))
    session = player.game.session
    assert session is not None and session.for_class
    play_as(session, "exemplary")  # type: ignore[arg-type]
    player.until(lambda: isinstance(scene_of(player.game), SelfDebriefScene))
    press(player.game, pygame.K_ESCAPE)
    player.until(lambda: isinstance(scene_of(player.game), DebriefScene))
    press(player.game, pygame.K_ESCAPE)
    player.until(lambda: isinstance(scene_of(player.game), ClassScene))
    player.until(lambda: any("Vérifiée" in row.state for row in scene.view.queue))


@pytest.mark.slow
def test_an_exam_in_the_window_has_no_pause_no_map_and_is_handed_in(server: Server, player: Player) -> None:
    own = server.assign(Plan(title="Épreuve en fenêtre", seed=SEED, mode="exam"))
    player.join(server, "Épreuve")
    player.press(f"begin {own}")
    player.press("sit")
    player.until(lambda: isinstance(scene_of(player.game), ExamScene))
    scene = scene_of(player.game)
    assert isinstance(scene, ExamScene) and scene.dialog is not None, "its dossier is read first"
    press(player.game, pygame.K_ESCAPE)
    press(player.game, pygame.K_SPACE)
    press(player.game, pygame.K_x, "x")
    press(player.game, pygame.K_n, "n")
    assert not scene.session.paused and not scene.mapped
    press(player.game, pygame.K_ESCAPE)
    player.press("give up")
    player.press("give up")
    player.until(lambda: isinstance(scene_of(player.game), ClassScene))
    below = scene_of(player.game)
    assert isinstance(below, ClassScene)
    player.until(lambda: any(row.assignment_id == own and row.mine for row in below.view.assignments))
