"""What lies above the panels of a scene: fades and scroll bars, the focus, what is pointed at, notices, a tip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.ui.spots import by_key
from simulator.ui.tiles import Tile
from simulator.ui.widgets.notices import Notices
from simulator.ui.widgets.overlays import Halo, Tooltip

if TYPE_CHECKING:
    from simulator.ui.scenes.base import PanelScene

_TIP_DELAY = 0.35
"""Seconds that a place is pointed at before its tip comes."""


class AbovePanels:
    """Draws above the panels of `scene`."""

    def __init__(self, scene: PanelScene, notices: Notices) -> None:
        self._scene = scene
        self._notices = notices
        self._halo = Halo()
        self._tooltip = Tooltip()

    def tiles(self) -> list[Tile]:
        """From the lowest to the topmost."""
        scene, look = self._scene, self._scene.game.look
        spots, reachable = scene.spots, scene.reachable
        tiles = self._halo.fades(look, reachable) + self._halo.scroll_bars(look, reachable)
        hovered = by_key(spots, scene.hovered)
        if hovered is not None and hovered.enabled:
            tiles += self._halo.hover(look, hovered)
        focused = by_key(spots, scene.focus) if scene.by_keyboard else None
        if focused is not None:
            tiles += self._halo.focus(look, focused)
        tiles += self._noticed()
        told = hovered if hovered is not None and scene.pointed > _TIP_DELAY else focused
        if told is not None and told.tip:
            tiles += self._tooltip.tiles(look, told)
        return tiles

    def _noticed(self) -> list[Tile]:
        scene, look = self._scene, self._scene.game.look
        if scene.dialog is not None:
            return self._notices.above(look, scene.dialog.top - look.px(6))
        if scene.notice_strip is not None:
            return self._notices.in_strip(look, scene.notice_strip)
        return self._notices.above(look, look.size[1] - look.px(8))
