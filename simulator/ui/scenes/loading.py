"""What takes longer than a moment is done aside, while the window goes on saying so."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import TYPE_CHECKING

import pygame

from simulator.ui.scene import Pop, Transition
from simulator.ui.scenes.base import PanelScene
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.ui.app import Game

Outcome = Callable[[], Transition]
"""What to do with the result, on the thread that draws."""
_UNSAID = 0.3
"""Seconds for which nothing is said: what is done by then needs no word."""
_LONG = 4.0
_ROUND = 1.6
"""Seconds that the bar takes from one end to the other."""
_STEPS = 48


class LoadingScene(PanelScene):
    """The last picture, then a card with a bar over it, until `work` is done.

    `work` runs on a thread of its own where the game is watched, else at once; it touches nothing that is drawn, takes
    care of the errors that it knows, and gives what to do with its result. What it does not know is raised again here.
    """

    def __init__(self, game: Game, sentence: str, work: Callable[[], Outcome], may_leave: bool = False) -> None:
        super().__init__(game)
        self.sentence = sentence
        self.may_leave = may_leave
        self._work = work
        self._picture = game.window.copy()
        self._outcome: Outcome | None = None
        self._error: BaseException | None = None
        self._thread: Thread | None = None
        self._seconds = 0.0

    def update(self, seconds: float) -> Transition:
        super().update(seconds)
        self._seconds += seconds
        if self._thread is None:
            self._begin()
        if self._thread is not None and self._thread.is_alive():
            return None
        if self._error is not None:
            raise self._error
        assert self._outcome is not None
        return self._outcome()

    def _begin(self) -> None:
        if not self.game.watched:
            self._do()
            return
        self._thread = Thread(target=self._do, name="loading", daemon=True)
        self._thread.start()

    def _do(self) -> None:
        try:
            self._outcome = self._work()
        except BaseException as error:
            self._error = error

    def compose(self) -> None:
        look = self.game.look
        area = pygame.Rect((0, 0), look.size)
        self.show("picture", area, "picture", self._last, look.theme.ink)
        if self._seconds >= _UNSAID:
            long = self._seconds >= _LONG
            place = 0 if look.still else round(self._seconds / _ROUND * _STEPS) % (2 * _STEPS)
            self.show("card", area, (self.sentence, long, place), lambda painter: self._card(painter, long, place))

    def _last(self, painter: Painter) -> None:
        """The scene that was left, where the window has kept its size."""
        if self._picture.get_size() == self.game.look.size:
            painter.surface.blit(self._picture, (0, 0))

    def _card(self, painter: Painter, long: bool, place: int) -> None:
        theme, say = painter.look.theme, painter.look.say
        painter.wash(theme.veil, theme.veil_opacity // 2)
        width = min(painter.px(460), painter.width - painter.px(40))

        def content(on: Painter, x: int, top: int, room: int) -> int:
            top = on.text(x, top, self.sentence, room, "heading", "semibold").bottom + on.px(10)
            track = pygame.Rect(x, top, room, on.px(8))
            on.box(track, theme.sunken, theme.line, 4)
            share = (place if place <= _STEPS else 2 * _STEPS - place) / _STEPS
            part = pygame.Rect(track.x + round(share * track.width * 0.7), track.y, round(track.width * 0.3), on.px(8))
            on.box(part, theme.accent, None, 4)
            top = track.bottom + on.px(10)
            told = say("ui.still_working") if long else ""
            if self.may_leave:
                told = f"{told} {say('ui.loading_leave')}".strip()
            return on.text(x, top, told, room, "small", colour=theme.muted).bottom if told else top

        painter.card((painter.width - width) // 2, painter.height * 2 // 5, width, content, 22)

    def back(self) -> Transition:
        """Do not wait; what is being done goes on unseen and is forgotten."""
        return Pop() if self.may_leave else None
