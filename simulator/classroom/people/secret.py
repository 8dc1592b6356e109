"""The server's own secret, in a file that nobody else reads; and what is derived from it."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from contextlib import suppress
from pathlib import Path

_BYTES = 32


def server_secret(folder: Path) -> bytes:
    """The secret kept in `folder`, made at the first start. Raises OSError."""
    file = folder / "server.key"
    folder.mkdir(parents=True, exist_ok=True)
    with suppress(FileExistsError):
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as out:
            out.write(secrets.token_hex(_BYTES))
            out.flush()
            os.fsync(out.fileno())
    text = file.read_text(encoding="ascii").strip()
    if len(text) != 2 * _BYTES:
        raise OSError(0, "the server's key file is damaged", str(file))
    return bytes.fromhex(text)


def derived(secret: bytes, *parts: str) -> bytes:
    """32 bytes for a purpose and its subjects, from which nobody learns the secret."""
    return hmac.new(secret, "\x1f".join(parts).encode(), hashlib.sha256).digest()


def digest(text: str | bytes) -> str:
    """SHA-256 in hexadecimal digits."""
    return hashlib.sha256(text.encode() if isinstance(text, str) else text).hexdigest()
