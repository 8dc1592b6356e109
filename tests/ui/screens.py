"""Every screen of the game with the samples, one after the other: for tests, and for looking at."""

from __future__ import annotations

from collections.abc import Iterator

import pygame

from simulator.locale import Language
from simulator.play.presenters.pages import Settings, ThemeName
from simulator.ui.app import Game
from simulator.ui.scenes.base import PanelScene
from simulator.ui.scenes.debrief import DebriefScene
from simulator.ui.scenes.history import HistoryScene
from simulator.ui.scenes.my_class import ClassScene
from simulator.ui.scenes.my_class.board import BoardScene
from simulator.ui.scenes.my_class.debrief import ClassDebriefScene
from simulator.ui.scenes.sentence import SentenceScene
from simulator.ui.scenes.settings import SettingsScene
from tests.ui import samples
from tests.ui.standins import SampleDesk, SampleReview

FRAME = 1 / 60
DIALOGS = (
    ("facts", pygame.K_v, "v"),
    ("holding", pygame.K_h, "h"),
    ("alert", pygame.K_a, "a"),
    ("listen", pygame.K_l, "l"),
    ("scheduled", pygame.K_p, "p"),
    ("replies", pygame.K_r, "r"),
    ("notify", pygame.K_u, "u"),
    ("inform", pygame.K_i, "i"),
    ("people", pygame.K_s, "s"),
    ("watch", pygame.K_o, "o"),
    ("cell", pygame.K_y, "y"),
    ("messages", pygame.K_m, "m"),
    ("dossier", pygame.K_e, "e"),
    ("keys", pygame.K_F1, ""),
    ("menu", pygame.K_ESCAPE, ""),
)


def new_game(
    size: tuple[int, int] = (1280, 800),
    language: Language = "fr",
    text_scale: int = 100,
    last_minute: int = 200,
    theme: ThemeName = "dark",
) -> tuple[Game, SampleDesk]:
    """A game that draws on a surface nobody sees."""
    desk = SampleDesk(Settings(language=language, text_scale=text_scale, theme=theme), last_minute)
    return Game(desk, pygame.Surface(size)), desk


def scene_of(game: Game) -> PanelScene:
    scene = game.stack[-1]
    assert isinstance(scene, PanelScene)
    return scene


def press(game: Game, key: int, letter: str = "", mod: int = 0) -> None:
    """Press and release a key."""
    down = pygame.event.Event(pygame.KEYDOWN, key=key, unicode=letter, mod=mod)
    game.step([down, pygame.event.Event(pygame.KEYUP, key=key, unicode="", mod=mod)], FRAME)


def type_text(game: Game, text: str) -> None:
    game.step([pygame.event.Event(pygame.TEXTINPUT, text=letter) for letter in text], FRAME)


def click(game: Game, name: str) -> None:
    """Click in the middle of what shows of the spot called `name`."""
    game.step([], FRAME)
    spot = next(spot for spot in scene_of(game).spots if spot.key == name)
    assert spot.seen.width > 0 and spot.seen.height > 0, f"{name} is out of sight"
    game.step([pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=spot.seen.center, button=1)], FRAME)


def wait(game: Game, seconds: float) -> None:
    for _ in range(round(seconds / FRAME)):
        game.step([], FRAME)


def every_screen(
    size: tuple[int, int], language: Language, text_scale: int = 100, theme: ThemeName = "dark"
) -> Iterator[tuple[str, Game]]:
    """(name, the game showing it), from the library to the debrief and the pages beside."""
    game, desk = new_game(size, language, text_scale, theme=theme)
    game.step([], FRAME)
    yield "library", game
    desk.interrupted = samples.continue_row(language)
    game.turn += 1
    game.step([], FRAME)
    yield "library-continue", game
    desk.interrupted = None
    game.turn += 1
    game.step([], FRAME)
    scene_of(game).focus_on("scenario premiers-pas")
    press(game, pygame.K_RETURN)
    yield "briefing", game
    press(game, pygame.K_g, "g")
    game.step([], FRAME)
    yield "grading", game
    press(game, pygame.K_ESCAPE)
    press(game, pygame.K_o, "o")
    game.step([], FRAME)
    yield "practice", game
    press(game, pygame.K_ESCAPE)
    press(game, pygame.K_RETURN)
    wait(game, 0.1)
    press(game, pygame.K_1, "1")
    yield "crisis", game
    press(game, pygame.K_4, "4")
    yield "refused", game
    yield from _narrow(game)
    press(game, pygame.K_x, "x")
    wait(game, 0.6)
    yield "network", game
    scene_of(game).focus_on("community journalists 0")
    game.step([], FRAME)
    yield "network-focused", game
    press(game, pygame.K_x, "x")
    yield from _reading(game)
    for name, key, letter in DIALOGS:
        press(game, key, letter)
        game.step([], FRAME)
        yield name, game
        if name == "listen":
            type_text(game, "lot 2214")
            press(game, pygame.K_RETURN)
            yield "found", game
        press(game, pygame.K_ESCAPE)
    press(game, pygame.K_1, "1")
    press(game, pygame.K_RETURN)
    wait(game, 0.2)
    yield "quiet", game
    assert desk.session is not None
    desk.session.minutes = 200
    wait(game, 0.1)
    yield "self-debrief", game
    type_text(game, WORDS[language])
    yield "self-debrief-written", game
    press(game, pygame.K_ESCAPE)
    yield "debrief", game
    yield from _pages(game)
    game.stack[-1] = HistoryScene(game)
    game.step([], FRAME)
    click(game, "progress rappel-tardif")
    game.step([], FRAME)
    yield "history-narrowed", game
    click(game, "credits")
    game.step([], FRAME)
    yield "credits", game
    yield from _class(game, desk)
    desk.rows_of_history = lambda language: ()  # noqa: ARG005
    sentence = "La partie n’a pas pu être enregistrée : le disque est plein. Libérez de la place, puis reprenez."
    for name, scene in (
        ("history-empty", HistoryScene(game)),
        ("settings", SettingsScene(game)),
        ("sentence", SentenceScene(game, sentence)),
    ):
        game.stack[-1] = scene
        game.resize(game.window)
        game.step([], FRAME)
        yield name, game


def _class(game: Game, desk: SampleDesk) -> Iterator[tuple[str, Game]]:
    """Joining a class, its page, the warning before an exam, the board, the debrief."""
    game.stack[-1] = ClassScene(game)
    game.step([], FRAME)
    scene_of(game).focus_on("more")
    press(game, pygame.K_RETURN)
    game.step([], FRAME)
    yield "class-join", game
    desk.my_class.is_in = True
    game.turn += 1
    game.stack[-1] = ClassScene(game)
    game.step([], FRAME)
    yield "class-busy", game
    desk.idle = True
    game.stack[-1] = ClassScene(game)
    game.step([], FRAME)
    scene_of(game).focus_on("team A1")
    press(game, pygame.K_RETURN)
    scene_of(game).focus_on("leave class")
    press(game, pygame.K_RETURN)
    game.step([], FRAME)
    yield "class", game
    scene_of(game).focus_on("begin A4")
    press(game, pygame.K_RETURN)
    game.step([], FRAME)
    yield "class-exam-warning", game
    game.stack[-1] = BoardScene(game, "A1")
    game.step([], FRAME)
    yield "class-board", game
    game.stack[-1] = ClassDebriefScene(game, "A1")
    game.step([], FRAME)
    yield "class-debrief", game
    desk.my_class.is_in = desk.idle = False
    game.turn += 1


def _reading(game: Game) -> Iterator[tuple[str, Game]]:
    """What the feed opens: a conversation, an account, its filters, a search."""
    press(game, pygame.K_F3)
    post = next(spot.key for spot in scene_of(game).spots if spot.key.startswith("post "))
    scene_of(game).focus_on(post)
    press(game, pygame.K_RETURN)
    game.step([], FRAME)
    yield "thread", game
    press(game, pygame.K_ESCAPE)
    scene_of(game).focus_on(post)
    press(game, pygame.K_q, "q")
    game.step([], FRAME)
    yield "account", game
    press(game, pygame.K_ESCAPE)
    press(game, pygame.K_f, "f")
    game.step([], FRAME)
    yield "filter", game
    press(game, pygame.K_ESCAPE)
    press(game, pygame.K_SLASH, "/")
    type_text(game, "radio")
    wait(game, 0.5)
    yield "search", game
    press(game, pygame.K_ESCAPE)
    press(game, pygame.K_ESCAPE)
    scene_of(game).close()
    press(game, pygame.K_F4)


def _pages(game: Game) -> Iterator[tuple[str, Game]]:
    """The pages of the debrief, with what unfolds on them."""
    scene = scene_of(game)
    assert isinstance(scene, DebriefScene)
    for rank, page in enumerate(scene.pages[1:], 2):
        press(game, pygame.K_0 + rank, str(rank))
        wait(game, 0.6 if page.name == "network" else FRAME)
        yield f"debrief-{page.name}", game
        if page.name == "evidence":
            scene.focus_on(next(spot.key for spot in scene.spots if spot.family == "rows"))
            press(game, pygame.K_RETURN)
            game.step([], FRAME)
            yield "debrief-unfolded", game
        if page.name == "what_if":
            scene.focus_on("choice 3")
            press(game, pygame.K_RETURN)
            scene.focus_on("ask earlier:3")
            press(game, pygame.K_RETURN)
            game.step([], FRAME)
            yield "debrief-asked", game
        if page.name == "remember":
            scene.focus_on("choice 2")
            press(game, pygame.K_RETURN)
            game.step([], FRAME)
            yield "debrief-note", game
            press(game, pygame.K_ESCAPE)
    assert isinstance(scene.review, SampleReview)
    scene.review.tell(TOLD[scene.game.look.settings.language], 0.4)
    press(game, pygame.K_1, "1")
    wait(game, 0.3)
    yield "debrief-exporting", game


WORDS: dict[Language, str] = {
    "fr": "Publier le message d’attente trop tard : j’attendais la validation juridique, alors que "
    "rien ne l’exigeait. Marion avait déjà raconté son histoire deux fois.\nPuis le lot.",
    "en": "Publishing the holding statement too late: I waited for legal approval although "
    "nothing demanded it. Marion had told her story twice by then.\nThen the batch.",
}
TOLD: dict[Language, str] = {
    "fr": "Le rapport est écrit : dossier des rapports, rappel-tardif-4821-du-22-novembre.pdf.",
    "en": "The report is written: reports folder, rappel-tardif-4821-of-november-22.pdf.",
}


def _narrow(game: Game) -> Iterator[tuple[str, Game]]:
    """The columns that a narrow window shows in turn."""
    for name, key in (("feed", pygame.K_F3), ("measures", pygame.K_F5), ("decisions", pygame.K_F4)):
        press(game, key)
        yield name, game
