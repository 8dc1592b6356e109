"""The storm watched again: the map of the audience at any minute of the play, and the whole of it as a film."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pygame

from simulator.play.presenters.curve_rows import MarkRow, TimelineView
from simulator.ui.keyboard import pressed
from simulator.ui.scene import Transition
from simulator.ui.scenes.debrief.page import Page
from simulator.ui.scenes.network_board import NetworkBoard
from simulator.ui.theme import MARGIN, RADIUS_CARD
from simulator.ui.widgets.controls import button
from simulator.ui.widgets.painter import Painter
from simulator.ui.widgets.timeline import paint_timeline

if TYPE_CHECKING:
    from simulator.ui.scenes.debrief.scene import DebriefScene

SLIDER = "network slider"
_SPEED = 6.0
"""Minutes of the play that pass in a second of the film."""
_STRIP, _SIDE = 112, 190
_FAR = 10
_BEFORE = 3
"""Minutes shown before anybody is outraged, when the film begins."""


class NetworkPage(Page):
    """The map, and under it the curve of the play, along which the minute shown is moved."""

    name = "network"

    def __init__(self, scene: DebriefScene) -> None:
        super().__init__(scene)
        self.minute = -1.0
        """The minute shown; before the first look, the one of the peak."""
        self.runs = False
        self._board = NetworkBoard(scene)
        self._plot = pygame.Rect(0, 0, 1, 1)
        self._dragged = False

    @property
    def there(self) -> bool:
        return any(curve.points for curve in self.view.curves)

    def update(self, seconds: float) -> None:
        if self.minute < 0:
            self.minute = self.view.curves[0].peak_minute
        if self.runs:
            self.minute = min(self.minute + seconds * _SPEED, self._last)
            self.runs = self.minute < self._last
        self._board.update(self.scene.review.network(), int(self.minute), seconds)

    def left(self) -> str | None:
        self.runs = False
        return None

    def compose(self, area: pygame.Rect) -> None:
        look = self.scene.game.look
        margin, gap = look.px(MARGIN), look.px(10)
        strip = pygame.Rect(area.x + margin, area.bottom - look.px(_STRIP), area.width - 2 * margin, look.px(_STRIP))
        strip.height -= gap
        board = pygame.Rect(strip.x, area.y + gap, strip.width, strip.top - area.y - 2 * gap)
        self._board.compose(board)
        clock = self._board.view.clock if self._board.view is not None else ""
        shown = (int(self.minute), clock, self.runs, self.scene.serial, look.settings.language)
        self.scene.show("network film", strip, shown, lambda on: self._film(on, clock), look.theme.ink)

    # the film

    @property
    def _last(self) -> float:
        """The last minute played."""
        return self.view.curves[0].points[-1][0]

    @property
    def _first(self) -> float:
        """Where there is something to see."""
        loud = next((minute for minute, outrage in self.view.curves[0].points if outrage > 0), 0.0)
        return max(0.0, loud - _BEFORE)

    def play(self) -> Transition:
        """Let the film run, from its beginning when it stands at its end; or stop it."""
        self.runs = not self.runs
        if self.runs and self.minute >= self._last:
            self.minute = self._first
        return None

    def go(self, minute: float) -> None:
        """Stand at `minute`."""
        self.runs = False
        self.minute = max(0.0, min(minute, self._last))

    def on_key(self, event: pygame.event.Event) -> tuple[bool, Transition]:
        if pressed(event) == "Space":
            return True, self.play()
        if self.scene.focus != SLIDER:
            return False, None
        step = _FAR if event.mod & pygame.KMOD_SHIFT else 1
        steps = {pygame.K_LEFT: -step, pygame.K_RIGHT: step, pygame.K_PAGEUP: -6 * _FAR, pygame.K_PAGEDOWN: 6 * _FAR}
        ends = {pygame.K_HOME: 0.0, pygame.K_END: self._last}
        if event.key in steps:
            self.go(int(self.minute) + steps[event.key])
        elif event.key in ends:
            self.go(ends[event.key])
        else:
            return False, None
        return True, None

    def on_drag(self, position: tuple[int, int]) -> None:
        if (
            self.scene.focus == SLIDER
            and self.scene.clicked is not None
            and self._plot.collidepoint(self.scene.clicked)
        ):
            self._point(position)

    def _slide(self) -> Transition:
        if self.scene.clicked is not None and not self.scene.by_keyboard:
            self._point(self.scene.clicked)
        return None

    def _point(self, position: tuple[int, int]) -> None:
        """Stand at the minute under a place of the window."""
        share = (position[0] - self._plot.x) / max(1, self._plot.width)
        self.go(self.view.start + share * (self.view.end - self.view.start))

    def _film(self, painter: Painter, clock: str) -> None:
        look, view = painter.look, self.view
        say, theme = look.say, look.theme
        whole = painter.surface.get_rect()
        painter.box(whole, theme.card, theme.line, RADIUS_CARD)
        pad, side = painter.px(14), painter.px(_SIDE)
        painter.text(pad, painter.px(8), clock, side - pad, "heading", "bold", max_lines=1)
        label = say("ui.network_stop" if self.runs else "ui.network_play")
        place = pygame.Rect(pad, painter.px(36), side - 2 * pad, painter.px(30))
        button(painter, place, label, "network play", self.play, key=say("ui.space"),
               icon="pause" if self.runs else "play", kind="primary")  # fmt: skip
        last = _latest((*view.decisions, *view.injects), self.minute)
        told = f"{last.clock} · {last.label}" if last is not None else ""
        painter.text(pad, painter.px(72), told, side - pad, "small", colour=theme.muted, max_lines=1)
        left, width = side + pad, whole.width - side - 2 * pad
        film = TimelineView(view.start, view.end, self.minute, view.curves[0].points, view.decisions, view.injects,
                            view.clocks)  # fmt: skip
        paint_timeline(painter, film, left, painter.px(7), width, whole.height - painter.px(12))
        area = pygame.Rect(left, painter.px(24), width, whole.height - painter.px(44))
        self._plot = area.move(painter.origin)
        painter.spot(SLIDER, area, self._slide, say("ui.network_slider"), "", 6)


def _latest(marks: Sequence[MarkRow], minute: float) -> MarkRow | None:
    """What happened or was decided last."""
    return max((mark for mark in marks if mark.minute <= minute), key=lambda mark: mark.minute, default=None)
