"""One page of the debrief."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

import pygame

from simulator.play.presenters.hindsight import DebriefView
from simulator.ui.scene import Transition
from simulator.ui.theme import MARGIN
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.ui.scenes.debrief.scene import DebriefScene


class Page:
    """A page of one column that scrolls; a subclass may cut itself otherwise."""

    name = ""

    def __init__(self, scene: DebriefScene) -> None:
        self.scene = scene

    @property
    def view(self) -> DebriefView:
        return self.scene.view

    @property
    def there(self) -> bool:
        """Whether there is anything to show."""
        return True

    def state(self) -> Hashable:
        """What `paint` shows besides the view."""
        return None

    def compose(self, area: pygame.Rect) -> None:
        """Show the page in `area` of the window."""
        look = self.scene.game.look
        key = (self.scene.serial, look.settings.language, self.state())
        self.scene.show(f"page {self.name}", area, key, self._paint, look.theme.ink, True, gradual=True)

    def _paint(self, painter: Painter) -> None:
        left = painter.px(MARGIN)
        self.paint(painter, left, painter.px(16), painter.width - 2 * left)
        painter.reach(painter.bottom + painter.px(20))

    def paint(self, painter: Painter, x: int, y: int, width: int) -> None:
        """Paint in a column from (x, y)."""

    def update(self, seconds: float) -> None:
        """Let time pass."""

    def on_key(self, event: pygame.event.Event) -> tuple[bool, Transition]:  # noqa: ARG002 - a hook
        """Take a key: (whether it was taken, what it asks for)."""
        return False, None

    def on_drag(self, position: tuple[int, int]) -> None:
        """The mouse moves with its button down."""

    def left(self) -> str | None:
        """Another page comes, or none: keep what was written. The sentence of why not, which is also shown."""
        return None
