"""Counters that roll: the signs that changed slide upwards, as on a meter."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from simulator.ui.look import Look
from simulator.ui.theme import Colour
from simulator.ui.widgets.lines import Span
from simulator.ui.widgets.post_parts import Figure

SECONDS = 0.5


@dataclass
class Roll:
    """The figures of a row on their way: what stood there before, by name, and for how long it has been rolling."""

    before: dict[str, str]
    since: float = 0.0

    @property
    def done(self) -> bool:
        return self.since >= SECONDS

    @property
    def share(self) -> float:
        """How far it has rolled, 0..1: quickly at first."""
        left = max(0.0, 1 - self.since / SECONDS)
        return 1 - left * left * left


def changed(before: list[Figure], after: list[Figure]) -> Roll | None:
    """The roll from some figures to others, None where none of those that stay has changed."""
    old = {figure.name: figure.text for figure in before}
    new = {figure.name: figure.text for figure in after}
    moving = {name: text for name, text in old.items() if name in new and new[name] != text}
    return Roll(moving) if moving else None


def paint_roll(look: Look, on: pygame.Surface, top: int, figures: list[Figure], roll: Roll, ground: Colour) -> None:
    """Paint the rolling figures of a row that stands at `top` of the surface over what stands there at rest."""
    line = look.text.line_height("small")
    for figure in figures:
        if figure.name not in roll.before:
            continue
        before, after = _aligned(roll.before[figure.name], figure.text)
        place = pygame.Rect(figure.x, figure.y + top, round(look.text.width(figure.text, "small", "regular")) + 2, line)
        on.fill(ground, place)
        clip = on.get_clip()
        on.set_clip(place.clip(clip))
        left = float(figure.x)
        for old, new in zip(before, after, strict=True):
            risen = 0 if old == new else round(roll.share * line)
            if old != new:
                _sign(look, on, old, (round(left), place.y - risen), figure.ink)
                risen -= line
            _sign(look, on, new, (round(left), place.y - risen), figure.ink if old == new else look.theme.text)
            left += look.text.width(new, "small", "regular") if new else 0.0
        on.set_clip(clip)


def _aligned(before: str, after: str) -> tuple[list[str], list[str]]:
    """The signs of both, the last under the last, where they have one each."""
    length = max(len(before), len(after))
    return [*(before.rjust(length))], [*(after.rjust(length))]


def _sign(look: Look, on: pygame.Surface, sign: str, place: tuple[int, int], ink: Colour) -> None:
    if sign.strip():
        on.blit(look.text.block((Span(sign),), "small", "regular", ink, 1000, 1).surface, place)
