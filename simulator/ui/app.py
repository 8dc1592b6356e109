"""The window: events in, tiles out, sixty times a second."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Sequence
from dataclasses import replace

import pygame

from simulator.locale import Language, Message
from simulator.play.presenters.pages import Settings
from simulator.ui import typeface
from simulator.ui.colours import DARK
from simulator.ui.contract import Desk, Session
from simulator.ui.fade import Fade
from simulator.ui.look import Look
from simulator.ui.scene import Push, Quit, Scene, Transition, apply
from simulator.ui.scenes.briefing import brief
from simulator.ui.scenes.library import LibraryScene
from simulator.ui.scenes.resuming import ResumingScene
from simulator.ui.tiles import Compositor
from simulator.ui.widgets import shapes
from simulator.ui.widgets.typesetting import Typesetter

SMALLEST_WINDOW = (1024, 640)
FRAMES_PER_SECOND = 60
_REPEATING = (
    pygame.K_UP, pygame.K_DOWN, pygame.K_LEFT, pygame.K_RIGHT,
    pygame.K_PAGEUP, pygame.K_PAGEDOWN, pygame.K_BACKSPACE, pygame.K_DELETE, pygame.K_TAB,
)  # fmt: skip
_UNSEEN = ("offscreen", "dummy")
"""Video drivers that SDL falls back to where no display answers, and that nobody sees; asked for by name, they do."""
TEXT_SECONDS = 0.003
"""Of a frame, for drawing text that may come bit by bit."""
_LONGEST_FRAME = 0.25
"""Seconds: a window that was held or asleep does not make the run jump."""


class Game:
    """The scenes and what they share; it draws on any surface, shown or not."""

    def __init__(self, desk: Desk, window: pygame.Surface) -> None:
        self.desk = desk
        self.window = window
        self.look = Look(window.get_size(), desk.settings)
        self.session: Session | None = None
        self.turn = 0
        """Rises when what the desk tells may have changed: a scene came or went, a setting was chosen."""
        self.text_seconds: float | None = None
        """Seconds of a frame for drawing new text of panels that may come bit by bit; None: as many as it takes."""
        self.told: Message | None = None
        """The desk's problem as last said."""
        self.stack: list[Scene] = []
        self.watched = False
        """Whether somebody waits before a window: what takes long is done aside, and scenes fade into each other."""
        self._compositor = Compositor()
        self._fade = Fade()
        self._held: set[int] = set()
        library = LibraryScene(self)
        self.stack.append(library)
        complaint = typeface.complaint()
        if complaint is not None:
            library.tell(self.look.say.say(complaint), "bad")

    @property
    def running(self) -> bool:
        return bool(self.stack)

    def resize(self, window: pygame.Surface) -> None:
        """Draw on another surface from now on."""
        self.window = window
        self.look = Look(window.get_size(), self.desk.settings)
        self._compositor.forget()
        self._fade.end()

    def change_settings(self, settings: Settings) -> None:
        """Keep `settings` and show everything accordingly."""
        before = self.desk.settings
        self.desk.change_settings(settings)
        if settings.language != before.language:
            self.desk.set_language(settings.language)
            if self.session is not None:
                self.session.set_language(settings.language)
        self.turn += 1
        self.look = Look(self.window.get_size(), settings)
        self._compositor.forget()

    def set_language(self, language: Language) -> None:
        self.change_settings(replace(self.desk.settings, language=language))

    def other_language(self) -> Transition:
        """Speak the other language from now on."""
        self.set_language("en" if self.desk.settings.language == "fr" else "fr")
        return None

    def other_theme(self) -> Transition:
        """Light instead of dark, or dark instead of light: quickly done before a projector."""
        settings = self.desk.settings
        self.change_settings(replace(settings, theme="light" if settings.theme == "dark" else "dark"))
        return None

    def step(self, events: Sequence[pygame.event.Event], seconds: float) -> list[pygame.Rect]:
        """One frame: take `events`, let `seconds` pass, draw; the rectangles of the window that changed."""
        self.look.text.left = self.text_seconds
        for event in events:
            if not self.stack:
                return []
            if self._is_repeat(event):
                continue
            if event.type == pygame.QUIT:
                self.leave()
            else:
                self._go(self.stack[-1].handle(event))
        if self.stack:
            self._go(self.stack[-1].update(min(seconds, _LONGEST_FRAME)))
        if not self.stack:
            return []
        return self._draw(seconds)

    def _draw(self, seconds: float) -> list[pygame.Rect]:
        if self._fade.has_both:
            self._fade.show(self.window, seconds)
            if self._fade.is_on:
                return [self.window.get_rect()]
            self._compositor.forget()
        changed = self._compositor.show(self.window, self.stack[-1].tiles(), self.look.theme.ink)
        self._fade.show(self.window, seconds)
        return changed

    def brief(self, scenario_id: str, seed: int) -> None:
        """Open the briefing of a scenario over the library; one sentence where it cannot be read."""
        self._go(Push(brief(self, scenario_id, seed)))

    def take_up(self, play_id: str) -> None:
        """Resume an interrupted play over the library; one sentence where that cannot be."""
        self._go(Push(ResumingScene(self, play_id)))

    def leave(self) -> None:
        """End the game, and all that goes on for its scenes."""
        apply(self.stack, Quit())

    def _is_repeat(self, event: pygame.event.Event) -> bool:
        """Whether a held key speaks again; only moving and erasing may, a decision is taken once."""
        if event.type == pygame.KEYUP:
            self._held.discard(event.key)
        elif event.type == pygame.WINDOWFOCUSLOST:
            self._held.clear()
        elif event.type == pygame.KEYDOWN:
            repeated = event.key in self._held
            self._held.add(event.key)
            return repeated and event.key not in _REPEATING
        return False

    def _go(self, transition: Transition) -> None:
        if transition is not None and self.watched and not self.look.still:
            self._fade.begin(self.window)
        apply(self.stack, transition)
        if transition is not None:
            self.turn += 1
            self._compositor.forget()


class NoWindow(Exception):
    """No window can be opened here: no display, or none that works."""


def run(
    desk: Desk,
    *,
    size: tuple[int, int] = (1280, 800),
    max_frames: int | None = None,
    briefed: tuple[str, int] | None = None,
    resumed: str | None = None,
    opened: Callable[[Game], Scene] | None = None,
) -> None:
    """Open the window and play until it is closed, or for `max_frames` frames.

    `briefed` is the scenario and the seed whose briefing comes first, `resumed` the interrupted play that does;
    `opened` makes the scene that comes instead of everything. Raises NoWindow.
    """
    gc.disable()
    try:
        pygame.display.init()
        pygame.font.init()
        pygame.display.set_caption("Bad Buzz")
        pygame.display.set_icon(icon())
        window = pygame.display.set_mode(size, pygame.RESIZABLE)
        if pygame.display.get_driver() in _UNSEEN and not os.environ.get("SDL_VIDEODRIVER"):
            raise pygame.error("only an unseen window")
    except pygame.error as error:
        _leave()
        raise NoWindow(str(error)) from error
    try:
        pygame.key.set_repeat(350, 45)
        game = Game(desk, window)
        game.watched = True
        if briefed is not None:
            game.brief(*briefed)
        if resumed is not None:
            game.take_up(resumed)
        if opened is not None:
            game.stack[:] = [opened(game)]
        _loop(game, max_frames)
    finally:
        _leave()


def _loop(game: Game, max_frames: int | None) -> None:
    """Frames until the game ends, or `max_frames` of them; what its scenes hold is let go of."""
    clock = pygame.time.Clock()
    shown: Scene | None = None
    frames = 0
    game.text_seconds = TEXT_SECONDS
    try:
        while game.running and (max_frames is None or frames < max_frames):
            seconds = clock.tick(FRAMES_PER_SECOND) / 1000
            events = pygame.event.get()
            if any(event.type == pygame.VIDEORESIZE for event in events):
                game.resize(_window_at_least(SMALLEST_WINDOW))
            changed = game.step(events, seconds)
            if game.running and game.stack[-1] is not shown:
                shown = game.stack[-1]
                settle()
            if changed:
                pygame.display.update(changed)
            frames += 1
    finally:
        game.leave()


def settle() -> None:
    """Collect what the last scene left, then keep the collector off all that lives: it would hold up frames."""
    gc.enable()
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def icon() -> pygame.Surface:
    """The window's sign: a megaphone on the accent."""
    side = 64
    surface = pygame.Surface((side, side), pygame.SRCALPHA)
    shapes.box(surface, surface.get_rect(), 14, DARK.accent)
    sign = Typesetter(DARK, 1.0).icon("bullhorn", 44, DARK.on_accent)
    surface.blit(sign, sign.get_rect(center=surface.get_rect().center))
    return surface


def _leave() -> None:
    typeface.forget_fonts()
    pygame.quit()


def _window_at_least(smallest: tuple[int, int]) -> pygame.Surface:
    """The window after a change of size, made larger again where it became too small."""
    window = pygame.display.get_surface()
    assert window is not None
    width, height = window.get_size()
    if width >= smallest[0] and height >= smallest[1]:
        return window
    return pygame.display.set_mode((max(width, smallest[0]), max(height, smallest[1])), pygame.RESIZABLE)
