"""The text fields of a scene: which one is written in, and what keys and clicks do to it."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

import pygame

from simulator.play.words import LONGEST
from simulator.ui.clipboard import Clipboard
from simulator.ui.scene import Transition
from simulator.ui.spots import Spot, by_key
from simulator.ui.widgets.painter import Painter
from simulator.ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from simulator.ui.scenes.base import PanelScene


_LONGEST_LINE = 500


class Writing:
    """Fields by name; the one whose spot has the focus is written in."""

    def __init__(self, scene: PanelScene) -> None:
        self._scene = scene
        self._fields: dict[str, TextField] = {}
        self._clipboard = Clipboard()

    @property
    def _current(self) -> TextField | None:
        return self._fields.get(self._scene.focus or "")

    @property
    def is_on(self) -> bool:
        """Whether a field is being written in."""
        return self._current is not None and self._scene.dialog is None

    @property
    def caret_area(self) -> pygame.Rect:
        """Where the caret was painted, in pixels of the window; empty where nothing is written in."""
        return self._current.caret_area if self._current is not None else pygame.Rect(0, 0, 0, 0)

    def text(self, name: str, otherwise: str) -> str:
        """What stands in the field `name`, `otherwise` where there is no such field."""
        field = self._fields.get(name)
        return otherwise if field is None else field.text

    def forget(self) -> None:
        """Let all fields go: they are made anew from the texts that they are painted with."""
        self._fields.clear()

    def state(self) -> Hashable:
        """All that the fields show."""
        still = self._scene.game.look.still
        return tuple(
            (name, field.state(name == self._scene.focus, still)) for name, field in sorted(self._fields.items())
        )

    def paint(
        self,
        painter: Painter,
        x: int,
        y: int,
        width: int,
        name: str,
        text: str,
        least: int = 3,
        hint: str = "",
        *,
        single: bool = False,
        label: str = "",
    ) -> int:
        """The field `name`, which begins with `text`; the row under it.

        `single`: of one line. `label`: what it is called, where that stands outside it.
        """
        field = self._fields.get(name)
        if field is None:
            longest = _LONGEST_LINE if single else LONGEST
            field = self._fields[name] = TextField(text, longest, self._clipboard, single=single)
        focused = name == self._scene.focus and self._scene.dialog is None
        area = pygame.Rect(x, y, width, 0)
        return field.paint(painter, area, least, name, hint, focused, lambda: self._pressed(field), label)

    def _pressed(self, field: TextField) -> Transition:
        if self._scene.clicked is not None and not self._scene.by_keyboard:
            field.point(self._scene.clicked, selecting=False)
        return None

    def pass_time(self, seconds: float) -> None:
        if self._current is not None:
            self._current.pass_time(seconds)

    def on_text(self, text: str) -> None:
        if self._current is not None:
            self._current.on_text(text)
            self._follow()

    def on_composing(self, text: str) -> None:
        if self._current is not None:
            self._current.on_composing(text)
            pygame.key.set_text_input_rect(self.caret_area)

    def on_drag(self, position: tuple[int, int]) -> None:
        """Select to `position`, where the mouse was pressed in the field."""
        pressed = self._scene.clicked
        if self._current is not None and pressed is not None and self._current.holds(pressed):
            self._current.point(position, selecting=True)

    def on_key(self, event: pygame.event.Event) -> bool:
        """Give a key to the field that is written in; whether it took it."""
        if not self.is_on or self._current is None or not self._current.on_key(event):
            return False
        self._follow()
        return True

    def _follow(self) -> None:
        """Bring the caret into sight."""
        scene = self._scene
        scene.arrange()
        spot = by_key(scene.spots, scene.focus)
        if spot is not None and self._current is not None:
            area = self.caret_area
            scene.panels[spot.panel].reveal(Spot("caret", area, area, spot.command), scene.game.look.px(40))
            scene.arrange()
