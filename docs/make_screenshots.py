"""Pictures of the real game, for the README and for looking at: every screen of a real play.

    python docs/make_screenshots.py [FOLDER] [--size 1280x800 ...] [--lang fr en] [--theme dark light] [--text 100]

Without arguments, the README's pictures in `docs/pictures` are made anew.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pygame

from simulator.engine.bots.mistaken import Patient
from simulator.engine.expert import Expert
from simulator.engine.run import Run
from simulator.locale import Language
from simulator.places import shipped
from simulator.play.desk import Desk
from simulator.play.history import History
from simulator.play.presenters.pages import ThemeName
from simulator.play.presenters.post_rows import FeedFilter
from simulator.play.preview import Preview
from simulator.play.settings import SettingsFile
from simulator.scenario.library import Library
from simulator.ui.app import Game
from simulator.ui.scene import Pop
from simulator.ui.scenes.base import PanelScene
from simulator.ui.scenes.crisis import CrisisScene
from simulator.ui.scenes.debrief import DebriefScene
from simulator.ui.scenes.loading import LoadingScene, Outcome
from simulator.ui.scenes.preview import PreviewScene

PICTURES = Path(__file__).parent / "pictures"
SCENARIO = "rappel-tardif"
SEED = 21
QUIET, LOUD = 34, 107
FRAME = 1 / 60


class Photographer:
    """Plays by keys, as a student would, and takes pictures on the way."""

    def __init__(
        self,
        room: Path,
        size: tuple[int, int],
        language: Language,
        theme: ThemeName = "dark",
        text_scale: int = 100,
    ) -> None:
        desk = Desk(
            Library([shipped("scenarios")]), History(room / "plays"), SettingsFile(room / "settings.json"), language
        )
        desk.change_settings(replace(desk.settings, theme=theme, text_scale=text_scale))
        self.surface = pygame.display.set_mode(size)
        self.game = Game(desk, self.surface)
        self.plays_as: type[Expert] = Expert
        """Who decides: exemplary for the crisis, one who waits for the best moment for the debrief."""
        self.player: tuple[Run, Expert] | None = None
        self.settle()

    def settle(self, seconds: float = 1.5) -> None:
        """Let every motion come to rest."""
        for _ in range(int(seconds / FRAME)):
            self.game.step([], FRAME)

    def press(self, *keys: int) -> None:
        """Press and release keys, one after the other."""
        for key in keys:
            for kind in (pygame.KEYDOWN, pygame.KEYUP):
                letter = chr(key) if 32 <= key < 127 else ""
                self.game.step([pygame.event.Event(kind, key=key, mod=0, unicode=letter, scancode=0)], FRAME)
        self.settle()

    def click(self, name: str) -> None:
        """Click on the spot called `name`, where it is in sight."""
        scene = self.game.stack[-1]
        assert isinstance(scene, PanelScene)
        spot = next(spot for spot in scene.spots if spot.key == name)
        self.game.step([pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=spot.seen.center, button=1)], FRAME)
        self.settle()

    def close(self) -> None:
        """Close the window laid over the crisis; there is none where its action was refused."""
        scene = self.game.stack[-1]
        if isinstance(scene, PanelScene) and scene.dialog is not None:
            self.press(pygame.K_ESCAPE)

    def await_card(self) -> None:
        """Play until a card is open, and leave it unanswered."""
        session = self.game.session
        assert session is not None
        while not session.crisis(FeedFilter()).cards:
            session.play_until(session.run.minute + 1)
        self.settle(0.5)

    def play_until(self, minute: int) -> None:
        """Let the player decide up to `minute`; the clock is paused, so that the picture is always the same."""
        session = self.game.session
        assert session is not None
        if self.player is None or self.player[0] is not session.run:
            self.player = (session.run, self.plays_as(session.run))
        while session.run.minute < minute and not session.finished:
            for decision in self.player[1].due(session.run):
                if session.run.can_decide(decision):
                    session.decide(decision)
            session.play_until(session.run.minute + 1)
        self.settle()

    def await_what_ifs(self) -> None:
        """Wait until the other worlds of the debrief are lived."""
        scene = self.game.stack[-1]
        assert isinstance(scene, DebriefScene)
        while len(scene.view.curves) < 2 or any(curve.done < 1 for curve in scene.view.curves):
            time.sleep(FRAME)
            self.game.step([], FRAME)
        self.settle()

    def screens(self) -> Iterator[str]:
        """Go through the game; yields the name of each screen while it stands there."""
        yield "library"
        self.game.brief(SCENARIO, SEED)
        self.settle()
        yield "briefing"
        self.press(pygame.K_g)
        yield "grading"
        self.press(pygame.K_ESCAPE)
        self.press(pygame.K_o)
        yield "options"
        self.press(pygame.K_ESCAPE)
        self.press(pygame.K_RETURN)
        self.press(pygame.K_SPACE)
        self.play_until(QUIET)
        yield "veille"
        self.press(pygame.K_h)
        yield "holding"
        self.press(pygame.K_ESCAPE)
        self.play_until(LOUD)
        yield "crisis"
        for name, key in DIALOGS.items():
            self.press(key)
            yield name
            self.close()
        self.press(pygame.K_F1)
        yield "keys"
        self.press(pygame.K_ESCAPE)
        self.press(pygame.K_x)
        yield "network"
        self.press(pygame.K_x)
        yield from self.reading()
        self.await_card()
        self.press(pygame.K_1)
        yield "card"
        self.press(pygame.K_ESCAPE)
        yield "menu"
        self.click("leave")
        yield "continue"
        yield from self.loading()
        self.press(pygame.K_F9)
        yield "resumed"
        self.press(pygame.K_ESCAPE)
        self.click("give up")
        self.click("give up")
        self.plays_as = Patient
        self.game.brief(SCENARIO, SEED)
        self.press(pygame.K_RETURN)
        self.press(pygame.K_SPACE)
        self.play_until(10_000)
        self.settle()
        yield "self-debrief"
        self.press(pygame.K_ESCAPE)
        self.await_what_ifs()
        yield "debrief"
        for rank, name in enumerate(("what-if", "evidence", "facts", "remember", "guide", "network"), 2):
            self.press(pygame.K_0 + rank)
            yield f"debrief-{name}"
        self.press(pygame.K_ESCAPE)
        self.click("page history")
        yield "history"
        self.click("credits")
        yield "credits"
        self.press(pygame.K_ESCAPE)
        self.click("page settings")
        yield "settings"
        yield from self.preview()

    def reading(self) -> Iterator[str]:
        """What one reads the feed with: its filter, a post with its thread, the account of who wrote it."""
        self.press(pygame.K_f)
        yield "filter"
        self.press(pygame.K_ESCAPE)
        scene = self.game.stack[-1]
        assert isinstance(scene, CrisisScene)
        self.press(pygame.K_F3)
        threaded = next((row for row in scene.feed.rows if row.thread or row.context), scene.feed.rows[0])
        scene.feed.reveal_post(threaded.post_id, 0)
        scene.focus = f"post {threaded.post_id}"
        self.press(pygame.K_RETURN)
        yield "thread"
        self.press(pygame.K_ESCAPE)
        self.press(pygame.K_q)
        yield "account"
        self.press(pygame.K_ESCAPE)
        scene.focus = None
        scene.feed.to_top()
        self.press(pygame.K_F4)

    def loading(self) -> Iterator[str]:
        """What is shown while something takes long."""
        done = threading.Event()

        def work() -> Outcome:
            done.wait()
            return Pop

        self.game.watched = True
        self.game.stack.append(LoadingScene(self.game, self.game.look.say("ui.resuming"), work))
        self.settle(5)
        yield "loading"
        done.set()
        while isinstance(self.game.stack[-1], LoadingScene):
            self.game.step([], FRAME)
        self.game.watched = False
        self.settle()

    def preview(self) -> Iterator[str]:
        """The author's preview of the same scenario, in the middle of its crisis."""
        preview = Preview(shipped("scenarios") / SCENARIO, self.game.desk.settings.language, SEED)
        preview.rehearsal.go_to(LOUD)
        self.game.stack[:] = [PreviewScene(self.game, preview)]
        self.settle()
        yield "preview"


DIALOGS: dict[str, int] = {
    "verify": pygame.K_v,
    "listen": pygame.K_l,
    "scheduled": pygame.K_p,
    "alert": pygame.K_a,
    "replies": pygame.K_r,
    "authority": pygame.K_u,
    "employees": pygame.K_i,
    "spokesperson": pygame.K_s,
    "watch": pygame.K_o,
    "messages": pygame.K_m,
    "dossier": pygame.K_e,
    "cell": pygame.K_y,
}


def photograph(
    folder: Path,
    size: tuple[int, int],
    language: Language,
    named: Callable[[str], str],
    wanted: set[str] | None = None,
    theme: ThemeName = "dark",
    text_scale: int = 100,
) -> None:
    """Take the pictures of every screen (or of those `wanted`) into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as room:
        photographer = Photographer(Path(room), size, language, theme, text_scale)
        for name in photographer.screens():
            if wanted is None or name in wanted:
                pygame.image.save(photographer.surface, folder / named(name))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--size", nargs="+", default=["1280x800"])
    parser.add_argument("--lang", nargs="+", default=["fr"], choices=["fr", "en"])
    parser.add_argument("--theme", nargs="+", default=["dark"], choices=["dark", "light"])
    parser.add_argument("--text", nargs="+", type=int, default=[100])
    parser.add_argument("--only", nargs="+")
    chosen = parser.parse_args()
    pygame.display.init()
    pygame.font.init()
    if chosen.folder is None:
        wanted = {"library", "briefing", "card", "holding", "debrief", "preview"}
        photograph(PICTURES, (1280, 800), "fr", lambda name: f"{name}.png", wanted)
        return
    only = set(chosen.only) if chosen.only else None
    for size, language, theme, scale in product(chosen.size, chosen.lang, chosen.theme, chosen.text):
        width, height = map(int, size.split("x"))
        tag = f"{size}-{language}-{theme}-{scale}"
        photograph(
            chosen.folder, (width, height), language, lambda name, tag=tag: f"{name}-{tag}.png", only, theme, scale
        )


if __name__ == "__main__":
    main()
