"""The key by which this server proves who it is to platforms; its other half is published."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

_BITS = 2048


@dataclass(frozen=True)
class ToolKey:
    """Both halves, as PEM."""

    private: str
    public: str


def tool_key(folder: Path) -> ToolKey:
    """The key kept in `folder`, in a file that nobody else reads, made the first time. Raises OSError."""
    file = folder / "lti.key"
    folder.mkdir(parents=True, exist_ok=True)
    if not file.exists():
        made = rsa.generate_private_key(public_exponent=65537, key_size=_BITS).private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        part = folder / f"lti.key.{os.getpid()}"
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as out:
            out.write(made)
            out.flush()
            os.fsync(out.fileno())
        with suppress(FileExistsError):
            os.link(part, file)  # whole or not at all; of two workers, the first one's is everybody's
        part.unlink()
    private = file.read_bytes()
    try:
        key = serialization.load_pem_private_key(private, None)
    except ValueError:
        raise OSError(0, "the key file is damaged", str(file)) from None
    public = key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    return ToolKey(private.decode("ascii"), public.decode("ascii"))
