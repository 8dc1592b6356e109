"""Secrets of others that must be read again: kept encrypted, under a key that stands in no database."""

from __future__ import annotations

from base64 import urlsafe_b64encode

from cryptography.fernet import Fernet, InvalidToken

from simulator.classroom.people.secret import derived


class Seal:
    """Seals and opens with what is derived from the server's secret."""

    def __init__(self, secret: bytes) -> None:
        self._fernet = Fernet(urlsafe_b64encode(derived(secret, "sealed")))

    def sealed(self, text: str) -> bytes:
        """What is kept of `text`."""
        return self._fernet.encrypt(text.encode())

    def opened(self, kept: bytes) -> str | None:
        """The text again; None where it was sealed under another secret, or changed."""
        try:
            return self._fernet.decrypt(kept).decode()
        except InvalidToken:
            return None
