"""Minutes and outrage on the pixels of a chart."""

from __future__ import annotations

from dataclasses import dataclass

import pygame


@dataclass(frozen=True)
class Plot:
    """The drawing's place and its minutes; outrage goes 0..100 from the bottom."""

    area: pygame.Rect
    start: float
    end: float

    def point(self, minute: float, value: float) -> tuple[float, float]:
        across = (minute - self.start) / max(1.0, self.end - self.start) * self.area.width
        return across, self.area.height * (1 - value / 100)

    def column(self, minute: float) -> int:
        """Where `minute` stands in the panel."""
        return self.area.x + round(self.point(minute, 0)[0])
