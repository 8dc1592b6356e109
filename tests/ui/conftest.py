"""No window is opened in these tests, and no sound device is looked for."""

import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame


@pytest.fixture(autouse=True)
def pygame_ready() -> Iterator[None]:
    pygame.display.init()
    pygame.font.init()
    yield
