"""The real program in a window on a display of its own, beside a twin that tells what that window must show.

The twin is the same game over the same desk, without a display: it is given the same keys and clicks, so that the
test knows where everything stands and what to wait for. The two are compared by their pixels.
"""

from __future__ import annotations

import os
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pygame

from simulator.places import shipped
from simulator.play.desk import Desk
from simulator.play.history import History
from simulator.play.settings import SettingsFile
from simulator.scenario.library import Library
from simulator.ui.app import Game
from tests.ui.screens import FRAME, scene_of

ROOT = Path(__file__).parents[2]
SIZE = (1280, 800)
CHECKOUT = (sys.executable, "-m", "simulator")
_PATIENCE = 30.0
"""Wall seconds after which something that was waited for is held not to come."""
_APART = 40
"""Levels by which a pixel may differ: a ring that is not quite there yet, a hovered button."""
_KEYS = {pygame.K_RETURN: "Return", pygame.K_SPACE: "space", pygame.K_RIGHT: "Right", pygame.K_UP: "Up",
         pygame.K_DOWN: "Down", pygame.K_TAB: "Tab", pygame.K_ESCAPE: "Escape", pygame.K_LEFT: "Left",
         pygame.K_PLUS: "plus", pygame.K_MINUS: "minus", pygame.K_PAGEUP: "Prior",
         pygame.K_PAGEDOWN: "Next"}  # fmt: skip
_UP, _DOWN = "4", "5"
"""What X calls the turns of a wheel."""


class Window:
    """The program on a screen of its own, driven through the X server alone."""

    def __init__(self, display: str, screen: Path) -> None:
        self._environment = {**os.environ, "DISPLAY": display}
        self._screen = screen

    def press(self, *keys: int) -> None:
        self._xdotool("key", "--delay", "4", *(_KEYS.get(key) or chr(key) for key in keys))

    def click(self, place: tuple[int, int]) -> None:
        self._xdotool("mousemove", str(place[0]), str(place[1]), "click", "1")

    def lay_pointer_aside(self) -> None:
        """Move it where it hovers over nothing: X begins with it in the middle, where a tip may come of it or not."""
        self._xdotool("mousemove", str(SIZE[0] - 1), "1")

    def turn(self, place: tuple[int, int], down: bool) -> None:
        """Turn the wheel by a notch where the pointer is."""
        self._xdotool("mousemove", str(place[0]), str(place[1]), "click", _DOWN if down else _UP)

    def pixels(self) -> np.ndarray:
        """What the screen shows: (width, height, 3)."""
        dump = self._screen.read_bytes()
        header = struct.unpack(">25I", dump[:100])
        size, width, height, row, colours = header[0], header[4], header[5], header[12], header[19]
        start = size + 12 * colours
        rows = np.frombuffer(dump, np.uint8, row * height, start).reshape(height, row // 4, 4)
        return rows[:, :width, 2::-1].transpose(1, 0, 2)

    def _xdotool(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self._environment, check=True, timeout=_PATIENCE)


class Player:
    """Acts in the window and on its twin at once, and waits until the one shows what the other does."""

    def __init__(self, window: Window, room: Path) -> None:
        self.window = window
        self._room = room
        self.begin()

    def begin(self) -> None:
        """The twin as a program that has just been started."""
        room = self._room
        self.desk = Desk(
            Library([shipped("scenarios")]), History(room / "plays"), SettingsFile(room / "settings.json"), "fr"
        )
        self.game = Game(self.desk, pygame.Surface(SIZE))
        self.settle()

    def settle(self, frames: int = 40) -> None:
        for _ in range(frames):
            self.game.step([], FRAME)

    def press(self, *keys: int) -> None:
        for key in keys:
            letter = chr(key) if 32 <= key < 127 else ""
            events = [pygame.event.Event(pygame.KEYDOWN, key=key, unicode=letter, mod=0)]
            if letter:
                events.append(pygame.event.Event(pygame.TEXTINPUT, text=letter))
            for event in (*events, pygame.event.Event(pygame.KEYUP, key=key, unicode=letter, mod=0)):
                self.game.step([event], FRAME)
        self.window.press(*keys)

    def turn(self, place: tuple[int, int], *, down: bool) -> None:
        """Turn the wheel by a notch at `place`."""
        moved = pygame.event.Event(pygame.MOUSEMOTION, pos=place, rel=(0, 0), buttons=(0, 0, 0))
        self.game.step([moved, pygame.event.Event(pygame.MOUSEWHEEL, y=-1 if down else 1)], FRAME)
        self.window.turn(place, down)

    def click(self, name: str) -> None:
        place = next(spot.seen for spot in scene_of(self.game).spots if spot.key == name).center
        moved = pygame.event.Event(pygame.MOUSEMOTION, pos=place, rel=(0, 0), buttons=(0, 0, 0))
        pressed = pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=place, button=1)
        self.game.step([moved, pressed], FRAME)
        self.window.click(place)

    def agree(self, panel: str = "", share: float = 0.012) -> None:
        """Wait until the window shows what the twin does, all of it or `panel` alone; `share` of it may differ."""
        self.settle()
        area = scene_of(self.game).panels[panel].area if panel else pygame.Rect((0, 0), SIZE)
        across, down = slice(area.left, area.right), slice(area.top, area.bottom)
        wanted = pygame.surfarray.array3d(self.game.window)[across, down]

        def alike() -> bool:
            shown = self.window.pixels()
            return shown.shape[:2] == SIZE and share_apart(shown[across, down], wanted) < share

        await_that(alike, f"the window to show the twin's {panel or 'screen'}")


def share_apart(one: np.ndarray, other: np.ndarray) -> float:
    """The share of the pixels of which a colour differs by more than _APART levels.

    In bytes, and in the order in which rows lie in memory: who looks all the time leaves no core to the window.
    """
    apart = np.zeros(one.shape[1::-1], bool)
    for colour in range(3):
        seen, wanted = (np.ascontiguousarray(picture[:, :, colour].T) for picture in (one, other))
        apart |= np.maximum(seen, wanted) - np.minimum(seen, wanted) > _APART
    return float(apart.mean())


def await_that(holds: Callable[[], bool], what: str) -> None:
    """Look until it `holds`. Raises AssertionError after half a minute."""
    latest = time.monotonic() + _PATIENCE
    while not holds():
        assert time.monotonic() < latest, f"waited in vain for {what}"
        time.sleep(0.02)


@contextmanager
def playing(
    room: Path, command: Sequence[str] = CHECKOUT, bare: bool = False
) -> Iterator[tuple[Player, subprocess.Popen[bytes]]]:
    """The program, open on its library; pictures of both are kept in `room` when the test fails.

    `command` starts another one than the checkout's, `bare` in an environment that is empty but for the display.
    """
    reading, writing = os.pipe()
    screen = [
        "Xvfb",
        "-noreset",
        "-displayfd",
        str(writing),
        "-screen",
        "0",
        "1280x800x24",
        "-fbdir",
        str(room),
        "-nolisten",
        "tcp",
    ]
    server = subprocess.Popen(screen, pass_fds=(writing,), stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            window = Window(f":{told.readline().strip()}", room / "Xvfb_screen0")
            window.lay_pointer_aside()
        program = program_in(window, room, command, bare)
        try:
            player = Player(window, room / "twin")
            try:
                yield player, program
            except BaseException:
                _keep_pictures(player, room)
                raise
        finally:
            program.terminate()
            program.wait(_PATIENCE)
    finally:
        server.terminate()
        server.wait(_PATIENCE)


def program_in(
    window: Window, room: Path, command: Sequence[str] = CHECKOUT, bare: bool = False
) -> subprocess.Popen[bytes]:
    """The program on the screen of `window`."""
    environment = _environment(window, room)
    if bare:
        environment = {name: environment[name] for name in ("DISPLAY", "BADBUZZ_DATA", "SDL_VIDEODRIVER")}
    return subprocess.Popen([*command, "--lang", "fr"], env=environment, cwd=room)


def _environment(window: Window, room: Path) -> dict[str, str]:
    kept = {name: value for name, value in window._environment.items() if not name.startswith("SDL_")}
    return {**kept, "BADBUZZ_DATA": str(room / "data"), "PYTHONPATH": str(ROOT), "SDL_VIDEODRIVER": "x11",
            "SDL_AUDIODRIVER": "dummy"}  # fmt: skip


def _keep_pictures(player: Player, room: Path) -> None:
    pygame.image.save(pygame.surfarray.make_surface(player.window.pixels()), room / "window.png")
    pygame.image.save(player.game.window, room / "twin.png")
    print(f"pictures of the window and of its twin: {room}")
