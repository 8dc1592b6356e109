"""The map as it lives: a layer with all that stands still, and over it what has just changed and what is on its way."""

from __future__ import annotations

from math import ceil

import numpy as np
import pygame
from numpy.typing import NDArray

from simulator.play.presenters.network_rows import NetworkGround, NetworkView, Standing
from simulator.ui.look import Look
from simulator.ui.widgets.network import dots
from simulator.ui.widgets.network.land import FIGURE, GAP, LABEL, PAD, label_widths, paint_land
from simulator.ui.widgets.network.places import Places, placed
from simulator.ui.widgets.network.sparks import Blits, Sparks
from simulator.ui.widgets.painter import Painter

_DOTS_AT_A_TIME = 700
"""Dots put on the layer in one frame, while the one of the minute before is shown."""
_SPREADING = 0.9
"""Seconds within which those who have just been reached light up, one after the other."""


class LivingMap:
    """Shows views of one `ground`; `pass_time` moves it. `serial` rises whenever it looks otherwise."""

    def __init__(self, ground: NetworkGround) -> None:
        self.ground = ground
        self.serial = 0
        self.chosen: int | None = None
        """The community whose reshares alone are shown, if one is."""
        self.view: NetworkView | None = None
        """What is shown."""
        self._sparks = Sparks()
        self._look: Look | None = None
        self._base = self._layer = self._next = pygame.Surface((1, 1))
        """What never moves, the layer that is shown, and the one that is being drawn."""
        self._places: Places | None = None
        self._drawn = np.zeros(len(ground.fame), np.uint8)
        """The standing of each node on the layer."""
        self._coming = self._drawn
        """The standing of each node on the one that is being drawn."""
        self._waiting: list[NDArray[np.int64]] = []
        """The nodes still to be put on it, some at a time: the loudest last, over the others."""
        self._late: NDArray[np.float64] = np.zeros(len(ground.fame))
        """When a node that is shown on the layer as it was before is to be shown as it is."""
        self._stale = True
        """Whether the layer that is shown is of another view, and none is being drawn."""
        self._at_once = True
        """Whether all of the next one is drawn in one frame: nothing on the last one leads to it."""

    def show(self, view: NetworkView, seconds: float, still: bool) -> None:
        """Show `view`; the reshares of its minute take about `seconds`, where motion is wanted and a minute passed."""
        before = self.view
        if before is view:
            return
        self.view = view
        moved = before is not None and view.minute == before.minute + 1 and not still and self._places is not None
        if moved and self._places is not None:
            self._sparks.send(view.hops, self._places, seconds)
            self._delay(view, min(seconds, _SPREADING))
        else:
            self._sparks.forget()
            self._late[:] = 0
            self._at_once = True
        self._stale = True
        self.serial += 1

    @property
    def is_drawing(self) -> bool:
        """Whether the view is not all on the map yet."""
        return self._stale or bool(self._waiting)

    def choose(self, community: int | None) -> None:
        """Follow a community alone, or all of them again."""
        self.chosen = None if community == self.chosen else community
        self.serial += 1

    def pass_time(self, seconds: float) -> None:
        """Let what is on its way move on."""
        if self._waiting:
            self.serial += 1
        if self._sparks.moving or self._late.any():
            self._sparks.pass_time(seconds)
            self._late[self._late <= self._sparks.time] = 0
            self.serial += 1

    def paint(self, painter: Painter) -> Places:
        """Paint all of the painter's surface; where everything stands."""
        look = painter.look
        size = painter.surface.get_size()
        if self._places is None or look is not self._look or self._base.get_size() != size:
            self._lay_out(look, size)
        assert self._places is not None
        if self._stale:
            self._begin_layer(look)
        elif self._waiting:
            self._go_on_with_layer()
        painter.surface.blit(self._layer, (0, 0))
        painter.surface.fblits(self._fresh() + self._sparks.blits(self._pasted, self.chosen))
        return self._places

    def _delay(self, view: NetworkView, seconds: float) -> None:
        """Those who have just been outraged wait for what comes to them, those just reached for their turn."""
        now = self._sparks.time
        self._late[view.standings < self._drawn] = 0
        reached = ((view.standings == Standing.REACHED) & (self._drawn == Standing.UNTOUCHED)).nonzero()[0]
        self._late[reached] = now + seconds * (0.15 + 0.85 * (reached * 0.618 % 1))
        for node, arrival in self._sparks.arrivals():
            self._late[node] = arrival

    # the layer

    def _lay_out(self, look: Look, size: tuple[int, int]) -> None:
        self._look = look
        painter = Painter(look, pygame.Surface(size), "network", (0, 0))
        widths = label_widths(painter, self.ground)
        self._places = placed(self.ground, size, look.px(LABEL), look.px(GAP), look.px(PAD), widths)
        self._pasted = dots.Stamps(look.theme, self._places.spacing)
        self._sparks.forget()
        self._late[:] = 0
        self._rims = [dots.rim(ceil(radius), max(2.0, 0.34 * self._places.spacing)) for radius in self._places.radii]
        self._middles = [(round(x), round(y)) for x, y in self._places.discs.tolist()]
        paint_land(painter, self.ground, self._places, self._rims)
        self._base = painter.surface
        self._layer, self._next = self._base.copy(), self._base.copy()
        self._stale = self._at_once = True

    def _begin_layer(self, look: Look) -> None:
        """Draw all of the layer but its dots, which follow in the next frames; all of it where it is wanted at once."""
        places, view = self._places, self.view
        assert places is not None
        self._stale, self._waiting = False, []
        layer = self._next
        layer.blit(self._base, (0, 0))
        if view is None:
            return
        theme = look.theme
        painter = Painter(look, layer, "network", (0, 0))
        pad, side = look.px(PAD), look.px(9)
        for row, area in zip(view.segments, places.segments, strict=True):
            ink = theme.heat(row.outrage)
            painter.arrow(area.right - pad - side, area.y + look.px(11), row.arrow, side, ink)
            room = look.px(FIGURE - 20)
            painter.text(area.right - pad - side - look.px(6) - room, area.y + look.px(6), str(row.outrage), room,
                         "small", "bold", ink, 1, "right")  # fmt: skip
        pixels = pygame.surfarray.pixels3d(layer)
        for heat, rim, middle in zip(view.communities, self._rims, self._middles, strict=True):
            rim.fill(pixels, middle, heat.outrage / 100, theme.heat(heat.outrage))
        del pixels
        late = self._late > 0
        self._coming = np.where(late, np.minimum(self._drawn, view.standings), view.standings).astype(np.uint8)
        nodes = np.argsort(self._coming, kind="stable")
        self._waiting = [nodes[place : place + _DOTS_AT_A_TIME] for place in range(0, len(nodes), _DOTS_AT_A_TIME)]
        while self._at_once and self._waiting:
            self._go_on_with_layer()
        self._at_once = False

    def _go_on_with_layer(self) -> None:
        """Put more dots on the layer that is being drawn; with the last of them it is the one that is shown."""
        self._next.fblits(self._stamps(self._waiting.pop(0), self._coming))
        if not self._waiting:
            self._layer, self._next, self._drawn = self._next, self._layer, self._coming

    def _stamps(self, nodes: NDArray[np.int64], standings: NDArray[np.uint8]) -> Blits:
        places = self._places
        assert places is not None
        made = self._pasted.dots
        flat = [sprite for row in made for sprite in row]
        halves = np.array([sprite.get_width() // 2 for sprite in flat])
        kinds = standings[nodes].astype(np.int64) * len(made[0]) + self.ground.fame[nodes]
        corners = (np.round(places.nodes[nodes]).astype(np.int64) - halves[kinds][:, None]).tolist()
        return [(flat[kind], (x, y)) for kind, (x, y) in zip(kinds.tolist(), corners, strict=True)]

    def _fresh(self) -> Blits:
        """Those who are otherwise by now than on the layer."""
        if self.view is None:
            return []
        changed = ((self._late == 0) & (self._drawn != self.view.standings)).nonzero()[0]
        return self._stamps(changed, self.view.standings) if len(changed) else []
