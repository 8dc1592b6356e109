"""The mouse in a scene made of panels: pointing, clicking, the wheel, and scroll bars that are dragged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from simulator.ui.scene import Transition
from simulator.ui.spots import under

if TYPE_CHECKING:
    from simulator.ui.scenes.base import PanelScene

WHEEL = 64
"""Points that a notch of the wheel, or an arrow with nowhere to go, scrolls."""


class Pointing:
    """Follows the pointer over `scene`."""

    def __init__(self, scene: PanelScene) -> None:
        self._scene = scene
        self._dragged: tuple[str, int] | None = None
        """The panel whose scroll bar is being dragged, and how far from the bar's upper end it was taken."""
        self._at: tuple[int, int] | None = None
        """Where the pointer was seen last."""

    def handle(self, event: pygame.event.Event) -> Transition:
        """Take an event of the mouse."""
        match event.type:
            case pygame.MOUSEMOTION:
                pressed = any(getattr(event, "buttons", ()))
                if self._dragged is not None and pressed:
                    self._drag_bar(event.pos)
                    return None
                self._point(event.pos)
                if pressed:
                    self._scene.on_drag(event.pos)
            case pygame.MOUSEBUTTONDOWN if event.button == 1:
                return None if self._take_bar(event.pos) else self._click(event.pos)
            case pygame.MOUSEBUTTONUP:
                self._dragged = None
            case pygame.MOUSEWHEEL:
                self._wheel(event.y)
        return None

    def _take_bar(self, position: tuple[int, int]) -> bool:
        """Take hold of the scroll bar at `position`, if one is there."""
        look = self._scene.game.look
        for panel in reversed(self._scene.reachable):
            bar = panel.bar(look)
            if bar is not None and bar.inflate(look.px(10), 0).collidepoint(position):
                self._dragged = (panel.name, position[1] - bar.top)
                return True
        return False

    def _drag_bar(self, position: tuple[int, int]) -> None:
        assert self._dragged is not None
        name, held = self._dragged
        panel = next((panel for panel in self._scene.reachable if panel.name == name), None)
        if panel is not None and (bar := panel.bar(self._scene.game.look)) is not None:
            travel = max(1, panel.area.height - bar.height)
            share = (position[1] - held - panel.area.top) / travel
            panel.scroll_to(round(share * (panel.content - panel.area.height)), at_once=True)

    def _point(self, position: tuple[int, int]) -> None:
        self._at = position
        spot = under(self._scene.spots, position)
        key = spot.key if spot else None
        if key != self._scene.hovered:
            self._scene.hovered, self._scene.pointed = key, 0.0

    def _click(self, position: tuple[int, int]) -> Transition:
        scene = self._scene
        scene.by_keyboard = False
        scene.clicked = position
        self._point(position)
        spot = under(scene.spots, position)
        if spot is None:
            return None
        was_focused = scene.focus == spot.key
        scene.focus = spot.key
        return scene.activate(spot, was_focused)

    def _wheel(self, notches: int) -> None:
        position = self._at or pygame.mouse.get_pos()
        for panel in reversed(self._scene.reachable):
            if panel.scrolls and panel.area.collidepoint(position):
                panel.scroll(-notches * self._scene.game.look.px(WHEEL))
                return
