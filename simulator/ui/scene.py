"""Scenes and the changes they ask for: a stack, changed in one place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import pygame

from simulator.ui.tiles import Tile


class Scene(Protocol):
    """One thing on the screen at a time. Handling and updating may ask for another scene."""

    def handle(self, event: pygame.event.Event) -> Transition: ...

    def update(self, seconds: float) -> Transition: ...

    def tiles(self) -> list[Tile]: ...

    def leave(self) -> None:
        """The scene goes for good: let go of what it holds."""


@dataclass(frozen=True)
class Push:
    """`scene` goes on top; the one below waits."""

    scene: Scene


@dataclass(frozen=True)
class Pop:
    """Back to the scene below."""


@dataclass(frozen=True)
class Replace:
    """`scene` takes the place of the one on top."""

    scene: Scene


@dataclass(frozen=True)
class Quit:
    """The end of the game."""


Transition = Push | Pop | Replace | Quit | None


def apply(stack: list[Scene], transition: Transition) -> None:
    """Change `stack` as asked; an empty stack ends the game."""
    match transition:
        case Push(scene):
            stack.append(scene)
        case Pop():
            stack.pop().leave()
        case Replace(scene):
            stack[-1].leave()
            stack[-1] = scene
        case Quit():
            while stack:
                stack.pop().leave()
        case None:
            pass
