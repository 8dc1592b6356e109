"""Text to and from the system's clipboard; where there is none, what was copied here is kept here."""

from __future__ import annotations

import pygame


class Clipboard:
    """Copies and pastes text."""

    def __init__(self) -> None:
        self._kept = ""

    def copy(self, text: str) -> None:
        """Keep `text` to be pasted, here and in other programs."""
        self._kept = text
        try:
            pygame.scrap.put_text(text)
        except pygame.error:
            return

    def paste(self) -> str:
        """The text that was copied last, "" for none."""
        try:
            return pygame.scrap.get_text() or self._kept
        except pygame.error:
            return self._kept
