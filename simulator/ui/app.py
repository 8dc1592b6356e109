"""The window: events in, tiles out, sixty times a second."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from dataclasses import replace

import pygame

from simulator.locale import Language, Message
from simulator.play.presenters.pages import Settings
from simulator.ui.complaints import complaints
from simulator.ui.contract import Desk, Session
from simulator.ui.fade import Fade
from simulator.ui.look import Look
from simulator.ui.scene import Push, Quit, Scene, Transition, apply
from simulator.ui.scenes.briefing import brief
from simulator.ui.scenes.library import LibraryScene
from simulator.ui.scenes.resuming import ResumingScene
from simulator.ui.senses import Senses
from simulator.ui.tiles import Compositor
from simulator.ui.window import USUAL_WINDOW, close_window, open_window, window_at_least

FRAMES_PER_SECOND = 60
_REPEATING = (
    pygame.K_UP, pygame.K_DOWN, pygame.K_LEFT, pygame.K_RIGHT,
    pygame.K_PAGEUP, pygame.K_PAGEDOWN, pygame.K_BACKSPACE, pygame.K_DELETE, pygame.K_TAB,
)  # fmt: skip
TEXT_SECONDS = 0.002
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
        self.senses: Senses | None = None
        """What is heard of the game, where it is played in a window."""
        self._compositor = Compositor()
        self._fade = Fade()
        self._held: set[int] = set()
        library = LibraryScene(self)
        self.stack.append(library)
        for complaint in complaints():
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

    def other_speech(self) -> Transition:
        """Read aloud from now on, or no longer: a key finds it for who cannot read the settings."""
        self.change_settings(replace(self.desk.settings, speech=not self.desk.settings.speech))
        return None

    def step(self, events: Sequence[pygame.event.Event], seconds: float) -> list[pygame.Rect]:
        """One frame: take `events`, let `seconds` pass, draw; the rectangles of the window that changed."""
        self.look.text.waits = False
        self.look.text.left = self.text_seconds
        if self.text_seconds is not None and self._fade.awaits_picture:
            self.look.text.left = 2 * self.text_seconds
        for event in events:
            if not self.stack:
                return []
            if self._is_repeat(event):
                continue
            if event.type == pygame.QUIT:
                self.leave()
            else:
                self._go(self.stack[-1].handle(event))
            if self.senses is not None:
                self.senses.hear(event)
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
        tiles = self.stack[-1].tiles()
        if self._fade.awaits_picture and self.look.text.waits:
            return []
        changed = self._compositor.show(self.window, tiles, self.look.theme.ink)
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


def run(
    desk: Desk,
    *,
    window: pygame.Surface | None = None,
    size: tuple[int, int] = USUAL_WINDOW,
    max_frames: int | None = None,
    briefed: tuple[str, int] | None = None,
    resumed: str | None = None,
    opened: Callable[[Game], Scene] | None = None,
) -> None:
    """Play in `window`, else in one opened at `size`, until it is closed, or for `max_frames` frames.

    `briefed` is the scenario and the seed whose briefing comes first, `resumed` the interrupted play that does;
    `opened` makes the scene that comes instead of everything. Raises NoWindow.
    """
    gc.disable()
    window = window or open_window(size)
    try:
        pygame.key.set_repeat(350, 45)
        game = Game(desk, window)
        game.watched = True
        game.senses = Senses(desk.settings)
        if briefed is not None:
            game.brief(*briefed)
        if resumed is not None:
            game.take_up(resumed)
        if opened is not None:
            game.stack[:] = [opened(game)]
        _loop(game, max_frames)
    finally:
        close_window()


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
                game.resize(window_at_least())
            changed = game.step(events, seconds)
            if game.senses is not None:
                game.senses.follow(game, seconds)
            if game.running and game.stack[-1] is not shown:
                shown = game.stack[-1]
                settle()
            if changed:
                pygame.display.update(changed)
            frames += 1
    finally:
        game.leave()
        if game.senses is not None:
            game.senses.leave()


def settle() -> None:
    """Collect what the last scene left, then keep the collector off all that lives: it would hold up frames."""
    gc.enable()
    gc.unfreeze()
    gc.collect()
    gc.freeze()
