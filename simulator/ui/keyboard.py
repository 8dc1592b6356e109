"""A pressed key, told as `play.keys` tells keys; and how a key is written on its cap."""

from __future__ import annotations

import pygame

from simulator.locale import Phrasebook
from simulator.play.keys import FUNCTION_KEYS, SPACE

_FUNCTIONS = {getattr(pygame, f"K_{name}"): name for name in FUNCTION_KEYS}
_COMMANDS = pygame.KMOD_CTRL | pygame.KMOD_ALT | pygame.KMOD_META


def pressed(event: pygame.event.Event) -> str:
    """What a KEYDOWN stands for: "F3", "Space", or what it types in capitals; "" for a command or a key that moves."""
    if event.key in _FUNCTIONS:
        return _FUNCTIONS[event.key]
    if event.mod & _COMMANDS:
        return ""
    if event.key == pygame.K_SPACE:
        return SPACE
    typed = str(event.unicode)
    return typed.upper() if typed.isprintable() and len(typed.upper()) == 1 else ""


def cap(key: str, say: Phrasebook) -> str:
    """What stands on the cap of `key`."""
    return say("ui.space") if key == SPACE else key
