"""Passwords of teachers: argon2id, and no rule but length."""

from __future__ import annotations

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from simulator.classroom.declined import Declined

LEAST = 10
_MOST = 200

_HASHER = PasswordHasher()
_NOBODY = _HASHER.hash("nobody has this password")


def hashed(password: str) -> str:
    """What is kept of `password`. Raises Declined where it is too short or too long."""
    if not LEAST <= len(password) <= _MOST:
        raise Declined("password_length", least=LEAST, most=_MOST)
    return _HASHER.hash(password)


def is_right(password: str, kept: str | None) -> bool:
    """Whether it is the password; it takes as long when nobody is there (`kept` None)."""
    try:
        right = _HASHER.verify(kept or _NOBODY, password[: _MOST + 1])
    except (VerificationError, InvalidHashError):
        return False
    return right and kept is not None


def is_outdated(kept: str) -> bool:
    """Whether it was hashed with weaker settings than today's."""
    return _HASHER.check_needs_rehash(kept)
