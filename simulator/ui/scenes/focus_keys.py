"""The keys that every scene has: the focus goes from place to place, panels scroll, Enter does what has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from simulator.ui.scene import Transition
from simulator.ui.scenes.pointing import WHEEL
from simulator.ui.spots import after_arrow, after_tab, by_key

if TYPE_CHECKING:
    from simulator.ui.scenes.base import PanelScene

ARROWS = {
    pygame.K_LEFT: (-1, 0),
    pygame.K_RIGHT: (1, 0),
    pygame.K_UP: (0, -1),
    pygame.K_DOWN: (0, 1),
}
ENTER = (pygame.K_RETURN, pygame.K_KP_ENTER)


def take_focus_key(scene: PanelScene, event: pygame.event.Event) -> Transition:
    """Take a pressed key that nothing else in `scene` took."""
    spots = scene.spots
    if event.key == pygame.K_TAB:
        scene.move_focus(after_tab(spots, scene.focus, bool(event.mod & pygame.KMOD_SHIFT)))
    elif event.key in ARROWS:
        across, down = ARROWS[event.key]
        if (spot := after_arrow(spots, scene.focus, across, down)) is not None:
            scene.move_focus(spot)
        elif down:
            _scroll(scene, down * scene.game.look.px(WHEEL))
    elif event.key in (pygame.K_PAGEUP, pygame.K_PAGEDOWN):
        half = scene.game.look.size[1] // 2
        _scroll(scene, -half if event.key == pygame.K_PAGEUP else half)
    elif event.key in ENTER and not event.mod & pygame.KMOD_ALT:
        focused = by_key(spots, scene.focus)
        return scene.activate(focused, True) if focused else None
    return None


def _scroll(scene: PanelScene, rows: int) -> None:
    """Scroll the panel that has the focus, or the tallest one."""
    focused = by_key(scene.spots, scene.focus)
    panels = [panel for panel in scene.reachable if panel.scrolls]
    own = [panel for panel in panels if focused is not None and panel.name == focused.panel]
    for panel in own or sorted(panels, key=lambda panel: -panel.content)[:1]:
        panel.scroll(rows)
