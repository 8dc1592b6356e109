"""What can be reached: spots on the screen, and the way from one to the next by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pygame

if TYPE_CHECKING:
    from simulator.ui.scene import Transition

_ASIDE, _ELSEWHERE = 800, 40
"""Pixels that a spot seems further away when it is out of line, or on another panel."""

Command = Callable[[], "Transition"]


@dataclass(frozen=True)
class Spot:
    """A place that does something when it is clicked or entered.

    `area` is where it stands in the window (also when scrolled out of sight), `seen` the part that shows.
    Tab goes from group to group, arrows go anywhere; a spot without a group is a group of its own.
    A spot that is not enabled keeps its place, and tells its `tip` instead of acting.
    """

    key: str
    area: pygame.Rect
    seen: pygame.Rect
    command: Command = field(compare=False)
    tip: str = ""
    group: str = ""
    radius: int = 8
    enabled: bool = True
    panel: str = ""
    careful: bool = False
    """A first click only chooses it; a second one, or Enter, acts."""

    @property
    def family(self) -> str:
        return self.group or self.key


def under(spots: Sequence[Spot], position: tuple[int, int]) -> Spot | None:
    """The topmost spot that shows at `position`."""
    return next((spot for spot in reversed(spots) if spot.seen.collidepoint(position)), None)


def by_key(spots: Sequence[Spot], key: str | None) -> Spot | None:
    return next((spot for spot in spots if spot.key == key), None)


def after_tab(spots: Sequence[Spot], key: str | None, backwards: bool) -> Spot | None:
    """The first spot of the next group (or of the one before), going round at the end."""
    if not spots:
        return None
    families = list(dict.fromkeys(spot.family for spot in spots))
    current = by_key(spots, key)
    if current is None:
        family = families[-1 if backwards else 0]
    else:
        family = families[(families.index(current.family) + (-1 if backwards else 1)) % len(families)]
    return next(spot for spot in spots if spot.family == family)


def after_arrow(spots: Sequence[Spot], key: str | None, across: int, down: int) -> Spot | None:
    """The nearest spot in a direction: `across` -1 left, 1 right; `down` -1 up, 1 down."""
    current = by_key(spots, key)
    if current is None:
        return spots[0] if spots else None
    best: tuple[float, Spot] | None = None
    for spot in spots:
        ahead, aside = _distance(current.area, spot.area, across, down)
        if spot is current or ahead <= 0:
            continue
        score = ahead + 3 * aside + (_ASIDE if aside else 0) + (0 if spot.panel == current.panel else _ELSEWHERE)
        if best is None or score < best[0]:
            best = (score, spot)
    return best[1] if best else None


def _distance(here: pygame.Rect, there: pygame.Rect, across: int, down: int) -> tuple[float, float]:
    """How far `there` lies ahead, and how far aside, in pixels."""
    if across:
        ahead = across * (there.centerx - here.centerx)
        aside = max(0, there.top - here.bottom, here.top - there.bottom)
        reach = here.width / 2
    else:
        ahead = down * (there.centery - here.centery)
        aside = max(0, there.left - here.right, here.left - there.right)
        reach = here.height / 2
    return (ahead if ahead > min(4, reach) else 0), aside
