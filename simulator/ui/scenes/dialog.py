"""A window laid over a scene, which alone can be reached until it closes."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

import pygame

from simulator.ui.scene import Transition
from simulator.ui.theme import RADIUS_CARD
from simulator.ui.widgets.painter import Painter
from simulator.ui.widgets.panel import Paint

if TYPE_CHECKING:
    from simulator.ui.scenes.base import PanelScene


_ABOVE = 58
"""Points left above a dialog, where notices come in."""


class Dialog:
    """A frame with a title, and what a subclass paints inside it."""

    first_focus: str | None = None
    width = 720.0
    """In points; the window may leave less."""
    top = 0
    """The frame's first row in the window, in pixels."""

    def __init__(self, scene: PanelScene) -> None:
        self.scene = scene
        self.game = scene.game

    # what a subclass fills in

    @property
    def takes_every_key(self) -> bool:
        """Whether even the keys that work everywhere come to `on_key`."""
        return False

    def title(self) -> str:
        return ""

    def aside(self) -> str:
        """What stands on the right of the title."""
        return ""

    def subtitle(self) -> str:
        return ""

    def key(self) -> Hashable:
        """Stands for all that `paint` shows."""
        return None

    def paint(self, painter: Painter) -> None:
        """Paint the content, which scrolls when the window is too small for it."""

    def on_key(self, event: pygame.event.Event) -> tuple[bool, Transition]:  # noqa: ARG002 - a hook
        return False, None

    def on_text(self, text: str) -> None:
        """Take typed text."""

    def update(self, seconds: float) -> Transition:  # noqa: ARG002 - a hook
        return None

    def closed(self) -> None:
        """The dialog has gone."""

    # the frame

    def compose(self) -> None:
        look = self.game.look
        window = pygame.Rect((0, 0), look.size)
        veil, opacity = look.theme.veil, look.theme.veil_opacity
        self.scene.show("veil", window, "veil", lambda painter: painter.wash(veil, opacity))
        width = min(look.px(self.width), window.width - look.px(24))
        pad = look.px(24)
        inner = width - 2 * pad
        head = self._head_height(inner)
        content = self._content_height(inner + 2 * look.px(4))
        above = look.px(_ABOVE)
        height = min(head + content + look.px(22), window.height - above - look.px(12))
        frame = pygame.Rect(0, 0, width, height)
        frame.center = (window.centerx, max(window.centery, above + height // 2))
        self.top = frame.top
        reach = look.px(28)
        shown = (self.title(), self.subtitle(), self.aside(), look.settings.language)
        self.scene.show("frame", frame.inflate(2 * reach, 2 * reach), shown, self._frame(frame, reach, pad))
        edge = look.px(4)
        body = pygame.Rect(
            frame.x + pad - edge, frame.y + head, inner + edge + look.px(14), height - head - look.px(14)
        )
        self.scene.show(
            "body", body, (self.key(), look.settings.language), self._inset(inner + 2 * edge), look.theme.card, True
        )

    def _inset(self, inner: int) -> Paint:
        def paint(painter: Painter) -> None:
            self.inner = inner
            self.paint(painter)
            painter.reach(painter.bottom + painter.px(4))

        return paint

    inner = 0
    """The content's width in pixels, with four points on each side for the focus ring."""

    def _head_height(self, inner: int) -> int:
        look = self.game.look
        probe = Painter(look, pygame.Surface((1, 1)), "probe", (0, 0))
        height = look.px(22) + probe.line_height("heading") + look.px(8)
        if self.subtitle():
            height += probe.text_height(self.subtitle(), inner, "small") + look.px(6)
        return height

    def _content_height(self, inner: int) -> int:
        """How tall the content is when nothing limits it: painted once on a scrap."""
        look = self.game.look
        key = (look, self.key(), inner, look.settings.language)
        if key != self._measured:
            scrap = Painter(look, pygame.Surface((inner, 1)), "body", (0, 0), scrolled=-1_000_000)
            self.inner = inner
            self.paint(scrap)
            self._measured, self._tall = key, scrap.bottom + look.px(4)
        return self._tall

    _measured: Hashable = None
    _tall = 0

    def _frame(self, frame: pygame.Rect, reach: int, pad: int) -> Paint:
        def paint(painter: Painter) -> None:
            theme = painter.look.theme
            area = pygame.Rect(reach, reach, frame.width, frame.height)
            painter.shadow(area, RADIUS_CARD, 26, 220)
            painter.box(area, theme.card, theme.line_strong, RADIUS_CARD + 2)
            left, top, inner = area.x + pad, area.y + painter.px(20), frame.width - 2 * pad
            side = painter.px(28)
            cross = pygame.Rect(left + inner - side + painter.px(4), top - painter.px(2), side, side)
            painter.icon("close", cross.x + painter.px(4), cross.y + painter.px(4), 20, theme.muted)
            painter.spot("close", cross, self.scene.close, painter.look.say("ui.escape_closes"), "", 14)
            room = cross.x - painter.px(8) - left
            aside = self.aside()
            taken = painter.text_width(aside, "small") + painter.px(16) if aside else 0
            painter.text(left, top, self.title(), room - taken, "heading", "bold", max_lines=1)
            if aside:
                painter.text(left, top + painter.px(3), aside, room, "small", colour=theme.muted, align="right")
            if self.subtitle():
                below = top + painter.line_height("heading") + painter.px(2)
                painter.text(left, below, self.subtitle(), inner, "small", colour=theme.muted)

        return paint
